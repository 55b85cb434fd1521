import type { PyodideInterface } from 'pyodide';
import { insideOf, type StackState } from './inside';

/** So many words of a thread's state are searched for the place of its frame. */
const searchedWords = 24;
/** From the recursion limit: headroom, tracing and what_event lie between. */
const wordsFromLimitToFrame = 4;

/**
 * So much of its stack in memory may a thread use. CPython would take all ten megabytes, but the browser's own stack, with a frame for every call
 * between C functions, is full long before, and then the interpreter is lost. With this, most of what recurses through C (`__repr__`, sorting,
 * properties) ends in RecursionError; less would forbid what works, such as a cached function that calls itself 500 times.
 */
const stackBytes = 384 * 1024;

/** How the stacks of suspended threads share memory. */
export interface Stacks {
  /** Called by the thread that is about to be suspended, before anybody is woken. */
  leave(thread: number): void;
  /** Called before that thread is resumed; it takes effect when its stack is in place. */
  comeBack(thread: number): void;
  /** Makes the next new stack begin where the first one did. Call it while no Python runs. */
  fresh(): void;
  /** Makes calls into C that are nested too deep raise RecursionError in the running thread; called at its very beginning. */
  guard(): void;
}

/**
 * Makes suspended stacks safe, and as many of them as memory allows.
 *
 * Pyodide lays each new stack below the others, which is full after some 200. With `fresh` they all begin at one place, and
 * Pyodide saves aside what it must. But CPython's garbage collector walks the frames of every thread, and some of these frames lie on
 * the stack, where another thread's may be now: it would crash (also without this, once in a while). So a suspended thread's
 * state says that it has no frame; its objects are alive all the same, since its frames hold references that are counted.
 *
 * `recursionLimit` is what `sys.setrecursionlimit` was just given: a number by which the place is found.
 * @throws where the place cannot be found.
 */
export function openStacks(pyodide: PyodideInterface, recursionLimit: number): Stacks {
  const inside = insideOf(pyodide);
  const prototype = inside.StackState?.prototype;
  if (prototype === undefined) return { leave: () => undefined, comeBack: () => undefined, fresh: () => undefined, guard: () => undefined };
  const restore = prototype.restore;
  const { _PyThreadState_Get: threadState, _PyUnstable_ThreadState_SetStackProtection: protect } = inside;
  const frameWord = findFrameWord(inside.HEAPU32, threadState() >>> 2, recursionLimit);
  const top = inside.stackSave();
  const left = new Map<number, { readonly frameAt: number; frame: number }>();
  let returning: number | null = null;

  prototype.restore = function restoreWithFrame(this: StackState): number {
    const bytes = restore.call(this);
    const state = returning === null ? undefined : left.get(returning);
    if (returning !== null && state !== undefined) {
      inside.HEAPU32[state.frameAt] = state.frame;
      left.delete(returning);
    }
    returning = null;
    return bytes;
  };

  return {
    leave(thread) {
      const state = { frameAt: (threadState() >>> 2) + frameWord, frame: 0 };
      left.set(thread, state);
      // Runs once the stack is suspended, and before anybody else's is resumed.
      queueMicrotask(() => {
        state.frame = inside.HEAPU32[state.frameAt] ?? 0;
        inside.HEAPU32[state.frameAt] = 0;
      });
    },
    comeBack: (thread) => {
      returning = thread;
    },
    fresh: () => {
      restore.call({ start: top, stop: top, _copy: new Uint8Array(0) });
    },
    guard: () => {
      protect(threadState(), top - stackBytes, stackBytes);
    },
  };
}

function findFrameWord(memory: Uint32Array, state: number, recursionLimit: number): number {
  const words = memory.subarray(state, state + searchedWords);
  const limitWord = words.lastIndexOf(recursionLimit);
  // Before it lies what remains of the limit, which is all of it while no Python runs.
  if (limitWord < 1 || words.indexOf(recursionLimit) !== limitWord - 1) throw new Error('The state of a Python thread is not laid out as expected.');
  return limitWord + wordsFromLimitToFrame;
}
