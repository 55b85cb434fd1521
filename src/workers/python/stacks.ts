import type { PyodideInterface } from 'pyodide';
import type { Collector } from './collector';
import { insideOf, type StackState } from './inside';

/** How many words of a thread's state are searched for the place of its frame, and for those of its identifier and its dictionary. */
const searchedWords = 24;
const searchedFurther = 64;
/** From the recursion limit: headroom, tracing and what_event lie between. */
const wordsFromLimitToFrame = 4;

/**
 * How much of its stack in memory a thread may use. CPython would take all ten megabytes, but the browser's own stack, with a frame for every call
 * between C functions, is full long before, and then the interpreter is lost. With this, most of what recurses through C (`__repr__`, sorting,
 * properties) ends in RecursionError; less would forbid what works, such as a cached function that calls itself 500 times.
 */
const stackBytes = 384 * 1024;

/** Where CPython 3.14 keeps what belongs to a call, in words; as in src/python/scheduled/framestack.py. */
const frame = { code: 0, previous: 1, owner: 9 } as const;
/** Where the owner lies in its word of a frame, in bits. Frames of owners from `ownedByInterpreter` on lie on the stack of C, and are no calls of Python's. */
const ownerShift = 16;
const ownedByInterpreter = 3;
/** Where a code object has its flags, in words; the bit that the kernel's functions have (tools/python-library.py). */
const flagsOfCode = 6;
const kernelFlag = 0x200_0000;

/** How the stacks of suspended threads share memory. */
export interface Stacks {
  /** Called by the thread that is about to be suspended, before anybody is woken. */
  leave(thread: number): void;
  /** Called before that thread is resumed; it takes effect when its stack is in place. */
  comeBack(thread: number): void;
  /** Makes the next new stack begin where the first one did. Call it while no Python runs. */
  fresh(): void;
  /**
   * Called by a thread at its very beginning, with the identifier that the kernel gave it: CPython's own functions know it by that from now on, and
   * it has a dictionary of its own. Calls into C that are nested too deep raise RecursionError.
   */
  guard(thread: number): void;
  /** Whether the signal handler that runs has interrupted a function of the kernel's. */
  isInKernel(): boolean;
  /** Makes CPython see the frames of suspended threads, for one call of its own, until `hide`. */
  show(): void;
  hide(): void;
  /** Forgets those that are suspended: they will never go on. */
  rest(): void;
}

/**
 * Makes suspended stacks safe, and as many of them as memory allows.
 *
 * Pyodide lays each new stack below the others, which is full after some 200. With `fresh` they all begin at one place, and
 * Pyodide saves aside what it must. But CPython's garbage collector walks the frames of every thread, and some of these frames lie on
 * the stack, where another thread's may be now: it would crash (also without this, once in a while). So a suspended thread's
 * state says that it has no frame; its objects are alive all the same, since its frames hold references that are counted. And its frames, which
 * programs may come by (`sys._current_frames`, tracebacks), lead to each other without those on the stack between them.
 *
 * `recursionLimit` is what `sys.setrecursionlimit` was just given: a number by which the place is found. `collector` moves what a collection that
 * is suspended has on its stack.
 * @throws where the place cannot be found.
 */
export function openStacks(pyodide: PyodideInterface, recursionLimit: number, collector: Collector): Stacks {
  const inside = insideOf(pyodide);
  const prototype = inside.StackState?.prototype;
  const restore = prototype?.restore;
  const {
    _PyThreadState_Get: threadState,
    _PyThreadState_GetDict: threadDict,
    _PyThread_get_thread_ident: threadIdent,
  } = inside;
  const { _PyUnstable_ThreadState_SetStackProtection: protect, _Py_DecRef: drop } = inside;
  const frameWord = findFrameWord(inside.HEAPU32, threadState() >>> 2, recursionLimit);
  const isInKernel = (): boolean => {
    const memory = inside.HEAPU32;
    let at = memory[(threadState() >>> 2) + frameWord] ?? 0;
    // The handler's own calls, then what CPython put on the stack to call it.
    while (at !== 0 && !isOnStack(memory, at)) at = memory[(at >>> 2) + frame.previous] ?? 0;
    at = callFrom(memory, at);
    return at !== 0 && ((memory[((memory[(at >>> 2) + frame.code] ?? 0) >>> 2) + flagsOfCode] ?? 0) & kernelFlag) !== 0;
  };
  if (prototype === undefined || restore === undefined) {
    const nothing = (): void => undefined;
    return {
      leave: nothing,
      comeBack: nothing,
      fresh: nothing,
      guard: nothing,
      isInKernel,
      show: nothing,
      hide: nothing,
      rest: nothing,
    };
  }
  const identWord = findWord(inside.HEAPU32, threadState() >>> 2, threadIdent());
  const dictWord = findWord(inside.HEAPU32, threadState() >>> 2, threadDict());
  // What the page itself runs is no thread that a program knows.
  inside.HEAPU32[(threadState() >>> 2) + identWord] = 0;
  const top = inside.stackSave();
  const left = new Map<
    number,
    { readonly frameAt: number; frame: number; jumps: readonly Jump[]; putListsBack: (() => void) | null }
  >();
  let returning: number | null = null;

  prototype.restore = function restoreWithFrame(this: StackState): number {
    const bytes = restore.call(this);
    const state = returning === null ? undefined : left.get(returning);
    if (returning !== null && state !== undefined) {
      for (const { at, over } of state.jumps) inside.HEAPU32[at] = over;
      inside.HEAPU32[state.frameAt] = state.frame;
      state.putListsBack?.();
      left.delete(returning);
    }
    returning = null;
    return bytes;
  };

  return {
    leave(thread) {
      const state = {
        frameAt: (threadState() >>> 2) + frameWord,
        frame: 0,
        jumps: [] as readonly Jump[],
        putListsBack: null as (() => void) | null,
      };
      const bottom = inside.stackSave();
      left.set(thread, state);
      // Runs once the stack is suspended, and before anybody else's is resumed.
      queueMicrotask(() => {
        state.frame = inside.HEAPU32[state.frameAt] ?? 0;
        inside.HEAPU32[state.frameAt] = 0;
        state.jumps = jump(inside.HEAPU32, state.frame);
        state.putListsBack = collector.moveLists(bottom, top);
      });
    },
    comeBack: (thread) => {
      returning = thread;
    },
    fresh: () => {
      restore.call({ start: top, stop: top, _copy: new Uint8Array(0) });
    },
    guard: (thread) => {
      const state = threadState();
      protect(state, top - stackBytes, stackBytes);
      inside.HEAPU32[(state >>> 2) + identWord] = thread;
      const dict = inside.HEAPU32[(state >>> 2) + dictWord] ?? 0;
      inside.HEAPU32[(state >>> 2) + dictWord] = 0;
      if (dict !== 0) drop(dict);
    },
    isInKernel,
    show: () => {
      for (const state of left.values()) inside.HEAPU32[state.frameAt] = state.frame;
    },
    hide: () => {
      for (const state of left.values()) inside.HEAPU32[state.frameAt] = 0;
    },
    rest: () => {
      left.clear();
      returning = null;
    },
  };
}

/** A word of a frame that led to the stack, and what was in it. */
interface Jump {
  readonly at: number;
  readonly over: number;
}

/** Lets the frames from this one on lead to each other without those on the stack. */
function jump(memory: Uint32Array, first: number): readonly Jump[] {
  const jumps: Jump[] = [];
  for (let call = first; call !== 0;) {
    const at = (call >>> 2) + frame.previous;
    const over = memory[at] ?? 0;
    call = callFrom(memory, over);
    if (call === over) continue;
    jumps.push({ at, over });
    memory[at] = call;
  }
  return jumps;
}

function isOnStack(memory: Uint32Array, at: number): boolean {
  return (((memory[(at >>> 2) + frame.owner] ?? 0) >>> ownerShift) & 0xff) >= ownedByInterpreter;
}

/** The first call of Python's from this frame on; 0 if there is none. */
function callFrom(memory: Uint32Array, from: number): number {
  let at = from;
  while (at !== 0 && isOnStack(memory, at)) at = memory[(at >>> 2) + frame.previous] ?? 0;
  return at;
}

function findWord(memory: Uint32Array, state: number, value: number): number {
  const found = memory.subarray(state, state + searchedFurther).indexOf(value >>> 0);
  if (found < 0) throw new Error('The state of a Python thread is not laid out as expected.');
  return found;
}

function findFrameWord(memory: Uint32Array, state: number, recursionLimit: number): number {
  const words = memory.subarray(state, state + searchedWords);
  const limitWord = words.lastIndexOf(recursionLimit);
  // Before it lies what remains of the limit, which is all of it while no Python runs.
  if (limitWord < 1 || words.indexOf(recursionLimit) !== limitWord - 1)
    throw new Error('The state of a Python thread is not laid out as expected.');
  return limitWord + wordsFromLimitToFrame;
}
