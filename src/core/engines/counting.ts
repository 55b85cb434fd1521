import { usualSwitchIntervalMs } from '../base/switchInterval';
import type { SpeedSample } from './countingKernel';
import type { Baton, ThreadNumber } from './gil';
import type { Pace } from './pace';
import type { ParamsOf } from '../experiment/params';
import type { Millis, WorkerMs } from '../base/time';
import type { LaneId, TraceEvent } from '../trace/trace';

/** Millions of steps each of the 17 tasks counts, before scaling. */
export const countingNumbers = [8, 7, 8, 5, 8, 8, 5, 4, 8, 7, 7, 8, 8, 7, 8, 8, 8] as const;

/** Counting: pure computation in 17 tasks, by one worker, by 17 threads with one lock as the GIL, by a pool without a lock, or on the page's own thread. */
export const countingParams = {
  /** 0 asks for a calibration such that sequential takes about 3 s. */
  scale: {
    kind: 'number',
    label: 'Work',
    unit: '× the numbers',
    min: 0,
    max: 100,
    step: 0.1,
    initial: 0,
    zero: 'automatic',
    hint: 'Automatic (0) measures this machine first, and picks a scale that takes about 3 s one after another.',
  },
  switchIntervalMs: {
    kind: 'number',
    label: 'Switch interval',
    unit: 'ms',
    min: 1,
    max: 50,
    step: 1,
    initial: usualSwitchIntervalMs,
    hint: `How long a thread may hold the GIL while another thread wants it. CPython: ${usualSwitchIntervalMs} ms.`,
  },
  poolSize: { kind: 'number', label: 'Pool size', unit: 'workers', min: 1, max: 16, step: 1, initial: 2 },
} as const;
export type CountingParams = ParamsOf<typeof countingParams>;
export type CountingStrategy = 'sequential' | 'threaded' | 'pooled' | 'mainThread';

/** Sweep: the same work on 1, 2, 3 … workers; measured speed-up against the ideal. Plots `Measured`, `Ideal`, Amdahl’s law where there is a serial part, and, at the end, `Fitted` (x: workers, y: speed-up). */
export const sweepParams = {
  workMs: { kind: 'number', label: 'Work', unit: 'ms on one worker', min: 200, max: 3000, step: 100, initial: 1000 },
  maxWorkers: {
    kind: 'number',
    label: 'Most workers',
    unit: 'workers',
    min: 0,
    max: 32,
    step: 1,
    initial: 0,
    zero: 'automatic',
    hint: 'Automatic (0) is twice the cores that this browser reports.',
  },
  serialPercent: {
    kind: 'number',
    label: 'Serial part',
    unit: '%',
    min: 0,
    max: 90,
    step: 5,
    initial: 0,
    hint: 'The share of the work that only one worker may do.',
  },
} as const;
export type SweepParams = ParamsOf<typeof sweepParams>;
export type SweepStrategy = 'sweep';

/** One task, as a worker is asked to do it. */
export interface TaskOrder {
  /** Where its events belong. Without a lane it records none. */
  readonly lane: LaneId | null;
  readonly label: string;
  readonly steps: number;
  readonly seed: number;
  readonly pace: Pace;
}

/** One task that is counted only while the thread holds the GIL. */
export interface ThreadOrder extends TaskOrder {
  readonly lane: LaneId;
  readonly thread: ThreadNumber;
  readonly switchIntervalMs: Millis;
}

/** What a task came to, to be checked against `checksumAfter`. */
export interface CountingResult {
  readonly counted: number;
  readonly checksum: number;
}

/** What a counting worker tells meanwhile, about ten times a second. */
export interface CountingNews {
  /** Steps since the news before. */
  readonly counted: number;
  readonly events: readonly TraceEvent<WorkerMs>[];
}

/** What a counting worker does. `Port` is the browser's MessagePort, which core does not know. */
export interface CountingWorker<Port> {
  /** Runs the loop until it is compiled, so that no run pays for that. */
  warmUp(): void;
  /** Counts for about `forMs`, in slices, and says how fast each was. */
  measureSpeed(forMs: Millis, slices: number): readonly SpeedSample[];
  /** How long one look at this worker's clock takes. */
  measureLook(): Millis;
  /** Does one task, alone and without a lock. */
  countTask(order: TaskOrder): Promise<CountingResult>;
  /** Makes the memory of a `SharedGil` this thread's lock. */
  shareGil(cells: Int32Array): void;
  /** Makes a baton this thread's lock. `ports` lead to the other threads, by number; null in this thread's own place. */
  connectThreads(ports: readonly (Port | null)[]): void;
  /** Hands the baton to this thread. */
  takeBaton(baton: Baton): void;
  /** Does one task under the lock. Ends early, short of its steps, when the lock was stopped. */
  runThread(order: ThreadOrder): Promise<CountingResult>;
}
