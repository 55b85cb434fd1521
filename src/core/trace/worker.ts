import type { WorkerMs } from '../base/time';
import type { TraceEvent } from './trace';

/** Brings a worker's events to the page. The promise resolves when they have arrived; calls arrive in the order in which they were made. */
export type SendEvents = (events: readonly TraceEvent<WorkerMs>[]) => void | Promise<void>;
