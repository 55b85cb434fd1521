/**
 * How the memory is laid out in which processes find each other: words of 32 bits first, then bytes. What several processes have open
 * is noted in masks, one bit for each process, so that the end of one is undone with a few operations.
 */

/** The most processes at once, the program's own among them: as many as a mask has bits. */
export const mostProcesses = 32;
export const mostPipes = 320;
export const mostSemaphores = 2048;
/** How many bytes a pipe holds before its writer must wait, as on Linux. */
export const pipeBytes = 65_536;
/** Listeners and blocks of shared memory together. */
export const mostNames = 160;
/** The longest name, two bytes for each of its units. */
export const nameBytes = 256;
/** For `Value` and `Array`, which stay until the program ends. */
export const valuesBytes = 2 ** 23;
/** For blocks with a name, which come and go. Nobody has these bytes before they are written to. */
export const blocksBytes = 2 ** 25;
/** Both, in this order. */
export const heapBytes = valuesBytes + blocksBytes;

/** Words that all processes share. `namesLock` holds the slot of the process that changes the table of names, plus one; `outputs` counts what they have sent of their output. */
export const shared = { processesStarted: 0, heapUsed: 1, namesLock: 2, outputs: 3 } as const;

/**
 * Words of one process. `began`: it has what it needs, and does what it is there for. `lowSignals` and `highSignals`: a bit for each signal that it takes itself.
 * `enders`: how many are marking its end at this moment. `lowSent` and `highSent`: a bit for each signal that has been sent to it and that it has not seen yet.
 */
export const processWords = {
  state: 0,
  pid: 1,
  exitCode: 2,
  parent: 3,
  waiters: 4,
  bell: 5,
  began: 6,
  lowSignals: 7,
  highSignals: 8,
  enders: 9,
  lowSent: 10,
  highSent: 11,
} as const;
export const processStates = { none: 0, alive: 1, ended: 2 } as const;
/** Its end has been seen by its parent, or has no parent that could. */
export const noParent = -1;
/** No process ends with that exit code. */
export const noExitCode = -(2 ** 31);

/** Words of one pipe. `written` and `taken` count bytes, and wrap around. `lock` holds the slot of the process that moves bytes, plus one. */
export const pipeWords = {
  readers: 0,
  writers: 1,
  written: 2,
  taken: 3,
  readWaiters: 4,
  writeWaiters: 5,
  lock: 6,
} as const;

/** Words of one semaphore. */
export const semaphoreWords = { holders: 0, value: 1, most: 2, waiters: 3 } as const;

/** Words of one name. `holders`: the listener's process, or a mask of those that have a block open. `place`: a pipe, or where a block lies in the heap. */
export const nameWords = { kind: 0, holders: 1, place: 2, size: 3, length: 4 } as const;
/** A listener whose process died leaves its name, as a socket leaves its file. A block that is unlinked has no name, and goes when nobody has it open. */
export const nameKinds = { none: 0, listener: 1, left: 2, block: 3, unlinked: 4 } as const;

const wordsOfOne = 8;
const wordsOfProcess = 12;
const processesAt = wordsOfOne;
const pipesAt = processesAt + mostProcesses * wordsOfProcess;
const semaphoresAt = pipesAt + mostPipes * wordsOfOne;
const namesAt = semaphoresAt + mostSemaphores * wordsOfOne;
export const words = namesAt + mostNames * wordsOfOne;

const pipesBytesAt = words * Int32Array.BYTES_PER_ELEMENT;
const namesBytesAt = pipesBytesAt + mostPipes * pipeBytes;
export const heapAt = namesBytesAt + mostNames * nameBytes;
export const memoryBytes = heapAt + heapBytes;

export const processAt = (slot: number, word: number): number => processesAt + slot * wordsOfProcess + word;
export const pipeAt = (pipe: number, word: number): number => pipesAt + pipe * wordsOfOne + word;
export const semaphoreAt = (semaphore: number, word: number): number => semaphoresAt + semaphore * wordsOfOne + word;
export const nameAt = (name: number, word: number): number => namesAt + name * wordsOfOne + word;
/** Where the bytes of a name lie. */
export const nameBytesAt = (name: number): number => namesBytesAt + name * nameBytes;
/** Where a pipe's bytes lie. */
export const pipeBytesAt = (pipe: number): number => pipesBytesAt + pipe * pipeBytes;
