import type { EpochMs, Millis, WorkerMs } from './time';

/** What the page sends a new worker: "hold the lock of this name as long as you live, and say hello". */
export interface LifelineRequest {
  readonly timeslice: typeof lifelineName;
  readonly lock: string;
}
export const lifelineName = 'lifeline';

/** Where a worker that is spoken to by a port of its own finds that, in its global scope, when its script begins. */
export const portName = 'timeslicePort';

/** What a worker answers as soon as its script has run. */
export interface Hello {
  readonly timeslice: typeof helloName;
  /** Its own clock. */
  readonly now: WorkerMs;
  /** It holds the lock. False where the browser has none. */
  readonly holds: boolean;
}
export const helloName = 'hello';

/** What a worker tells the page of its own accord, in the middle of a call. */
export interface News<N> {
  readonly timeslice: typeof newsName;
  readonly news: N;
}
export const newsName = 'news';

/** Tells our own messages from comlink's, which share the way. */
export function isNamed<M extends { readonly timeslice: string }>(data: unknown, name: M['timeslice']): data is M {
  return typeof data === 'object' && data !== null && 'timeslice' in data && data.timeslice === name;
}

/**
 * How much to add to a worker's clock to put it on the page's axis. A worker read `workerNow` at some moment between `sent`
 * and `received` on the page; 0 when that can be true as it is, otherwise the smallest shift that makes it true.
 */
export function clockShiftMs(sent: EpochMs, workerNow: WorkerMs, received: EpochMs): Millis {
  if (workerNow < sent) return sent - workerNow;
  if (workerNow > received) return received - workerNow;
  return 0;
}
