import type { EpochMs, Millis, WorkerMs } from './time';

/** Pages, workers and Node have it; core is compiled without their types. */
declare const performance: { readonly timeOrigin: number; now(): number };

/** Each worker counts from an origin of its own: the sum is comparable everywhere. */
const read = (): number => performance.timeOrigin + performance.now();

/** Now, on the page's axis. Workers have `workerNow`. */
export const epochNow = read as () => EpochMs;

/** Now, on the clock of the worker that asks. */
export const workerNow = read as () => WorkerMs;

/** The moment on the page's axis that a plain number of milliseconds since the Unix epoch stands for. */
export const epochMs = (ms: number): EpochMs => ms as EpochMs;

/** The moment on a worker's clock that a plain number stands for. */
export const workerMs = (ms: number): WorkerMs => ms as WorkerMs;

/** A moment of a worker's clock, moved to the page's axis by what `clockShiftMs` found. */
export const onPageAxis = (at: WorkerMs, shiftMs: Millis): EpochMs => (at + shiftMs) as EpochMs;
