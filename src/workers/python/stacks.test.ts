import type { PyodideInterface } from 'pyodide';
import { describe, expect, it, vi } from 'vitest';
import { openStacks } from './stacks';

const limit = 1013;
const stateAt = 64;
const frameWord = 9;

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
  const pyodide = { _module: { HEAPU32, StackState, stackSave: () => 5000, _PyThreadState_Get: () => stateAt, _PyUnstable_ThreadState_SetStackProtection: protect } };
  return { pyodide: pyodide as unknown as PyodideInterface, HEAPU32, StackState, restored, protect, frame: state + frameWord };
}

describe('openStacks', () => {
  it('hides the frame of a suspended thread and shows it when the thread is back on its stack', async () => {
    const { pyodide, HEAPU32, StackState, frame } = inventPyodide();
    const stacks = openStacks(pyodide, limit);
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
    const stacks = openStacks(pyodide, limit);
    HEAPU32[frame] = 777;
    stacks.leave(1);
    await Promise.resolve();
    stacks.comeBack(2);
    new StackState(1).restore();
    expect(HEAPU32[frame]).toBe(0);
  });

  it('begins a fresh stack where the first one did', () => {
    const { pyodide, restored } = inventPyodide();
    openStacks(pyodide, limit).fresh();
    expect(restored).toEqual([5000]);
  });

  it('throws where a thread is not laid out as expected', () => {
    expect(() => openStacks(inventPyodide({ limits: [] }).pyodide, limit)).toThrow('not laid out');
    expect(() => openStacks(inventPyodide({ limits: [limit, 0, limit] }).pyodide, limit)).toThrow('not laid out');
  });

  it('lets a thread use the upper end of the stack only', () => {
    const { pyodide, protect } = inventPyodide();
    openStacks(pyodide, limit).guard();
    const [state = 0, start = 0, bytes = 0] = protect.mock.calls[0] ?? [];
    expect([state, start + bytes]).toEqual([stateAt, 5000]);
  });
});
