import type { ParamsOf } from '../experiment/params';
import type { AtWork } from './meeting';
import type { WorkerMs } from '../base/time';
import type { LaneId } from '../trace/trace';

/** Lost update in shared memory: workers add to one cell without care, with `Atomics.add`, and under a lock. Needs isolation. */
export const cellParams = {
  workers: { kind: 'number', label: 'Workers', unit: 'workers', min: 1, max: 8, step: 1, initial: 2 },
  increments: {
    kind: 'number',
    label: 'Increments',
    unit: 'each',
    min: 1000,
    max: 20_000_000,
    step: 1000,
    initial: 5_000_000,
    scale: 'log',
    hint: 'With few, one worker may be done before the next has begun.',
  },
} as const;
export type CellParams = ParamsOf<typeof cellParams>;
export type CellStrategy = 'plain' | 'atomic' | 'locked';

/** What one worker is to do with the shared cell. */
export interface CellOrder {
  readonly cells: Int32Array;
  readonly strategy: CellStrategy;
  readonly increments: number;
  /** How many workers start together. */
  readonly workers: number;
  readonly lane: LaneId;
}

/** What a worker of the cell experiment does. Tells `CountingNews` meanwhile. */
export interface CellWorker {
  /** Runs all three loops, on other memory, until they are compiled. */
  warmUp(): void;
  /** Waits for the other workers and increments. Resolves with when it did, by its own clock, without the waiting. */
  increment(order: CellOrder): Promise<AtWork<WorkerMs>>;
}

/** The fake database: read the value, sleep, write it back, from several threads, with a lock or without. Works everywhere. */
export const databaseParams = {
  threads: { kind: 'number', label: 'Threads', unit: 'threads', min: 1, max: 8, step: 1, initial: 2 },
  sleepMs: {
    kind: 'number',
    label: 'Sleep between read and write',
    unit: 'ms',
    min: 0,
    max: 1000,
    step: 10,
    initial: 100,
  },
} as const;
export type DatabaseParams = ParamsOf<typeof databaseParams>;
export type DatabaseStrategy = 'unlocked' | 'locked';

/** Producers and consumers around one bounded queue. Plots `Queue length` (x: ms). */
export const queueParams = {
  producers: { kind: 'number', label: 'Producers', unit: 'threads', min: 1, max: 6, step: 1, initial: 2 },
  consumers: { kind: 'number', label: 'Consumers', unit: 'threads', min: 1, max: 6, step: 1, initial: 1 },
  items: { kind: 'number', label: 'Items', unit: 'in all', min: 1, max: 200, step: 1, initial: 24 },
  capacity: { kind: 'number', label: 'Queue size', unit: 'items', min: 1, max: 50, step: 1, initial: 5 },
  produceMs: { kind: 'number', label: 'Producing one item takes', unit: 'ms', min: 0, max: 500, step: 10, initial: 60 },
  consumeMs: {
    kind: 'number',
    label: 'Consuming one item takes',
    unit: 'ms',
    min: 0,
    max: 500,
    step: 10,
    initial: 100,
  },
} as const;
export type QueueParams = ParamsOf<typeof queueParams>;
export type QueueStrategy = 'bounded' | 'unbounded';
