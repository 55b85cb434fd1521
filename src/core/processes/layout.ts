/**
 * How the memory is laid out in which processes find each other: words of 32 bits first, then bytes. What several processes have open
 * is noted in masks, one bit for each process, so that the end of one is undone with a few operations.
 */

/** The most processes at once, the program's own among them: as many as a mask has bits. */
export const mostProcesses = 32;
export const mostPipes = 192;
export const mostSemaphores = 2048;
/** What a pipe holds until its writer must wait; Linux has the same. */
export const pipeBytes = 65_536;
/** For `Value` and `Array`. */
export const heapBytes = 2 ** 20;

/** Of everybody. */
export const shared = { processesStarted: 0, heapUsed: 1 } as const;

/** Words of one process. */
export const processWords = { state: 0, pid: 1, exitCode: 2, parent: 3, waiters: 4, bell: 5 } as const;
export const processStates = { none: 0, alive: 1, ended: 2 } as const;
/** Its end has been seen by its parent, or has no parent that could. */
export const noParent = -1;

/** Words of one pipe. `written` and `taken` count bytes, and wrap around. `lock` holds who moves bytes, plus one. */
export const pipeWords = { readers: 0, writers: 1, written: 2, taken: 3, readWaiters: 4, writeWaiters: 5, lock: 6 } as const;

/** Words of one semaphore. */
export const semaphoreWords = { holders: 0, value: 1, most: 2, waiters: 3 } as const;

const wordsOfOne = 8;
const processesAt = wordsOfOne;
const pipesAt = processesAt + mostProcesses * wordsOfOne;
const semaphoresAt = pipesAt + mostPipes * wordsOfOne;
export const words = semaphoresAt + mostSemaphores * wordsOfOne;

const pipesBytesAt = words * Int32Array.BYTES_PER_ELEMENT;
export const heapAt = pipesBytesAt + mostPipes * pipeBytes;
export const memoryBytes = heapAt + heapBytes;

export const processAt = (slot: number, word: number): number => processesAt + slot * wordsOfOne + word;
export const pipeAt = (pipe: number, word: number): number => pipesAt + pipe * wordsOfOne + word;
export const semaphoreAt = (semaphore: number, word: number): number => semaphoresAt + semaphore * wordsOfOne + word;
/** Where a pipe's bytes lie. */
export const pipeBytesAt = (pipe: number): number => pipesBytesAt + pipe * pipeBytes;
