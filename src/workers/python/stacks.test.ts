import type { PyodideInterface } from 'pyodide';
import { describe, expect, it, vi } from 'vitest';
import { openStacks } from './stacks';

const limit = 1013;
const stateAt = 64;
const frameWord = 9;
const identWord = 20;
const dictWord = 22;
const pageIdent = 4012832;
const dict = 909;
const noCollection = { moveLists: () => null };
const calls = { first: 400, onStack: 500, outer: 600 } as const;

/** An interpreter's memory with one thread's state in it, whose frame is at word `frameWord`, and Pyodide's class of suspended stacks. */
function inventPyodide({ limits = [limit, limit] }: { limits?: readonly number[] } = {}) {
  const HEAPU32 = new Uint32Array(256);
  const state = stateAt / 4;
  limits.forEach((value, index) => {
    HEAPU32[state + frameWord - 5 + index] = value;
  });
  const restored: number[] = [];
  const protect = vi.fn<(state: number, start: number, bytes: number) => number>();
  class StackState {
    constructor(readonly start: number) {}
    restore(): number {
      restored.push(this.start);
      return 0;
    }
  }
  HEAPU32[state + identWord] = pageIdent;
  HEAPU32[state + dictWord] = dict;
  const drop = vi.fn<(object: number) => void>();
  const pyodide = {
    _module: {
      HEAPU32,
      StackState,
      stackSave: () => 5000,
      _PyThreadState_Get: () => stateAt,
      _PyThreadState_GetDict: () => dict,
      _PyThread_get_thread_ident: () => pageIdent,
      _Py_DecRef: drop,
      _PyUnstable_ThreadState_SetStackProtection: protect,
    },
  };
  return {
    pyodide: pyodide as unknown as PyodideInterface,
    HEAPU32,
    StackState,
    restored,
    protect,
    drop,
    frame: state + frameWord,
    ident: state + identWord,
    dict: state + dictWord,
  };
}

describe('openStacks', () => {
  it('hides the frame of a suspended thread and shows it when the thread is back on its stack', async () => {
    const { pyodide, HEAPU32, StackState, frame } = inventPyodide();
    const stacks = openStacks(pyodide, limit, noCollection);
    HEAPU32[frame] = 777;
    stacks.leave(1);
    expect(HEAPU32[frame]).toBe(777);
    await Promise.resolve();
    expect(HEAPU32[frame]).toBe(0);
    stacks.comeBack(1);
    expect(HEAPU32[frame]).toBe(0);
    new StackState(1).restore();
    expect(HEAPU32[frame]).toBe(777);
  });

  it('leaves the frame alone when another thread comes back', async () => {
    const { pyodide, HEAPU32, StackState, frame } = inventPyodide();
    const stacks = openStacks(pyodide, limit, noCollection);
    HEAPU32[frame] = 777;
    stacks.leave(1);
    await Promise.resolve();
    stacks.comeBack(2);
    new StackState(1).restore();
    expect(HEAPU32[frame]).toBe(0);
  });

  it('begins a fresh stack where the first one did', () => {
    const { pyodide, restored } = inventPyodide();
    openStacks(pyodide, limit, noCollection).fresh();
    expect(restored).toEqual([5000]);
  });

  it('throws where a thread is not laid out as expected', () => {
    expect(() => openStacks(inventPyodide({ limits: [] }).pyodide, limit, noCollection)).toThrow('not laid out');
    expect(() => openStacks(inventPyodide({ limits: [limit, 0, limit] }).pyodide, limit, noCollection)).toThrow(
      'not laid out',
    );
  });

  it('lets a thread use the upper end of the stack only', () => {
    const { pyodide, protect } = inventPyodide();
    openStacks(pyodide, limit, noCollection).guard(7);
    const [state = 0, start = 0, bytes = 0] = protect.mock.calls[0] ?? [];
    expect([state, start + bytes]).toEqual([stateAt, 5000]);
  });

  it('gives a thread its identifier and a dictionary of its own, and the page none', () => {
    const { pyodide, HEAPU32, drop, ident, dict: dictAt } = inventPyodide();
    const stacks = openStacks(pyodide, limit, noCollection);
    expect(HEAPU32[ident]).toBe(0);
    stacks.guard(7);
    expect([HEAPU32[ident], HEAPU32[dictAt]]).toEqual([7, 0]);
    expect(drop).toHaveBeenCalledExactlyOnceWith(dict);
  });

  it('lets the calls of a suspended thread lead past what lies on the stack, until it is back', async () => {
    const { pyodide, HEAPU32, StackState, frame } = inventPyodide();
    putCall(HEAPU32, calls.first, { previous: calls.onStack });
    putCall(HEAPU32, calls.onStack, { previous: calls.outer, owner: 3 });
    putCall(HEAPU32, calls.outer, { previous: 0 });
    const stacks = openStacks(pyodide, limit, noCollection);
    HEAPU32[frame] = calls.first;
    stacks.leave(1);
    await Promise.resolve();
    expect(HEAPU32[calls.first / 4 + 1]).toBe(calls.outer);
    stacks.show();
    expect(HEAPU32[frame]).toBe(calls.first);
    stacks.hide();
    expect(HEAPU32[frame]).toBe(0);
    stacks.comeBack(1);
    new StackState(1).restore();
    expect(HEAPU32[calls.first / 4 + 1]).toBe(calls.onStack);
  });

  it.each([
    { flags: 0x200_0003, inKernel: true },
    { flags: 0x3, inKernel: false },
  ])('tells by the flags of its code ($flags) whether a handler has interrupted the kernel', ({ flags, inKernel }) => {
    const { pyodide, HEAPU32, frame } = inventPyodide();
    putCall(HEAPU32, calls.first, { previous: calls.onStack });
    putCall(HEAPU32, calls.onStack, { previous: calls.outer, owner: 3 });
    putCall(HEAPU32, calls.outer, { previous: 0, flags });
    const stacks = openStacks(pyodide, limit, noCollection);
    HEAPU32[frame] = calls.first;
    expect(stacks.isInKernel()).toBe(inKernel);
  });
});

/** Puts a call of Python's into memory, and its code behind it. */
function putCall(
  memory: Uint32Array,
  at: number,
  { previous, owner = 0, flags = 0 }: { readonly previous: number; readonly owner?: number; readonly flags?: number },
): void {
  const call = at / 4;
  const code = call + 12;
  memory[call] = code * 4 + 1;
  memory[call + 1] = previous;
  memory[call + 9] = owner << 16;
  memory[code + 6] = flags;
}
