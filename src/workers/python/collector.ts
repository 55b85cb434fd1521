import type { Inside } from './inside';

/** How many words of the interpreter's state are searched for the collector's. */
const searchedWords = 1 << 16;
/** The word of a thread's state that leads to its interpreter. */
const interpreterWord = 2;
/** A link between objects keeps marks of the collector's in its lowest bits. */
const markBits = 3;
const bytesOfWord = 4;
/** The head of a list: the first and the last of its objects. */
const wordsOfHead = 2;

/** CPython's garbage collector, in the midst of which finalizers and callbacks of weak references may park their thread. */
export interface Collector {
  /**
   * Called when a stack has just been suspended that lies from `bottom` to `top`: the heads of the lists that a collection under way has there are
   * moved to where no other stack comes. Returns what puts them back, once that stack is in place again; null where there are none.
   */
  moveLists(bottom: number, top: number): (() => void) | null;
}

/**
 * A collection keeps the objects it has found in lists whose heads lie on its stack. Where other threads run meanwhile, their stacks lie there, and
 * an object that they free, or one that is its neighbour, would write into them.
 *
 * `garbage` and `callbacks` are the addresses of the lists of these names in `gc`, beside which the collector's state is found.
 * @throws where it cannot be found.
 */
export function findCollector(inside: Inside, garbage: number, callbacks: number): Collector {
  const { HEAPU32: memory, _PyThreadState_Get: threadState, _malloc: allocate, _free: free } = inside;
  const interpreter = (memory[(threadState() >>> 2) + interpreterWord] ?? 0) >>> 2;
  let at = interpreter;
  while (memory[at] !== garbage || memory[at + 1] !== callbacks) {
    at += 1;
    if (at > interpreter + searchedWords)
      throw new Error('The state of the garbage collector is not laid out as expected.');
  }
  const collecting = at - 1;
  return {
    moveLists: (bottom, top) => {
      if (inside.HEAPU32[collecting] === 0) return null;
      const heads = headsBetween(inside.HEAPU32, bottom, top);
      if (heads.length === 0) return null;
      const room = allocate(heads.length * wordsOfHead * bytesOfWord);
      const moved = heads.map((head, index) => ({ head, away: room + index * wordsOfHead * bytesOfWord }));
      for (const { head, away } of moved) move(inside.HEAPU32, head, away);
      return () => {
        for (const { head, away } of moved) move(inside.HEAPU32, away, head);
        free(room);
      };
    },
  };
}

/** The addresses of all heads of lists with something in them: what leads to two objects that both lead back. */
function headsBetween(memory: Uint32Array, bottom: number, top: number): readonly number[] {
  const heads: number[] = [];
  const isOnStack = (address: number): boolean => address >= bottom && address < top;
  for (let head = bottom; head < top; head += bytesOfWord) {
    const first = pointer(memory, head);
    const last = pointer(memory, head + bytesOfWord);
    if (first === 0 || last === 0 || isOnStack(first) || isOnStack(last)) continue;
    if (pointer(memory, first + bytesOfWord) === head && pointer(memory, last) === head) heads.push(head);
  }
  return heads;
}

/** Moves the head of a list from one address to another. */
function move(memory: Uint32Array, from: number, to: number): void {
  const [first, last] = [pointer(memory, from), pointer(memory, from + bytesOfWord)];
  const isEmpty = first === from;
  memory[to >>> 2] = isEmpty ? to : (memory[from >>> 2] ?? 0);
  memory[(to >>> 2) + 1] = isEmpty ? to : (memory[(from >>> 2) + 1] ?? 0);
  if (isEmpty) return;
  lead(memory, first + bytesOfWord, to);
  lead(memory, last, to);
}

/** The address in the word at an address. */
function pointer(memory: Uint32Array, address: number): number {
  return ((memory[address >>> 2] ?? 0) & ~markBits) >>> 0;
}

/** Makes the word at `address` lead to `to`, and keeps its marks. */
function lead(memory: Uint32Array, address: number, to: number): void {
  memory[address >>> 2] = to | ((memory[address >>> 2] ?? 0) & markBits);
}
