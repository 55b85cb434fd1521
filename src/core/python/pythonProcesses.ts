import type { ProcessMemory } from './processes/memory';

/** What a new process needs to know besides the program. */
export interface ProcessOrder {
  /** Its place in the memory of the program's processes, and its parent's. */
  readonly slot: number;
  readonly parentSlot: number;
  readonly pid: number;
  readonly parentPid: number;
  /** As Python calls it: `SpawnProcess-1`. */
  readonly name: string;
  /** What it is to do, pickled. */
  readonly task: Uint8Array;
}

/** The operations on the memory of the program's processes. */
export type MemoryOperation = {
  [K in keyof ProcessMemory]: ProcessMemory[K] extends (...args: never[]) => unknown ? K : never;
}[keyof ProcessMemory];

/** What a process asks of the page. */
export type ProcessNews =
  /** The memory that the program's processes share from now on. */
  | { readonly kind: 'memory'; readonly buffer: ArrayBufferLike }
  /** An operation on the memory, where the page keeps it. The answer goes to that thread; null wants none. */
  | {
      readonly kind: 'memoryCall';
      readonly thread: number | null;
      readonly operation: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'startProcess'; readonly order: ProcessOrder }
  /** Sends a signal to a process: it ends, with minus the signal's number as its exit code, unless it takes that signal itself. */
  | { readonly kind: 'signalProcess'; readonly slot: number; readonly pid: number; readonly signal: number };

/** Joins an interpreter to the processes of a program: the memory they share, null where the page keeps it. */
export interface ProcessStart {
  readonly order: ProcessOrder;
  readonly buffer: ArrayBufferLike | null;
}
