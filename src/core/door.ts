import type { EpochMs, Millis } from './time';

/** What the page sends a new worker, together with a port: "hold this as long as you live, and say hello on it". */
export const lifelineRequest = { timeslice: 'lifeline' } as const;

/** What a worker tells the page of its own accord, in the middle of a call. */
export interface News<N> {
  readonly timeslice: typeof newsName;
  readonly news: N;
}
export const newsName = 'news';

/** Tells our own messages from comlink's, which share the way. */
export function isNamed<Name extends string>(data: unknown, name: Name): data is { readonly timeslice: Name } {
  return typeof data === 'object' && data !== null && 'timeslice' in data && data.timeslice === name;
}

/** What a worker answers on its lifeline as soon as its script has run: its own clock. */
export interface Hello {
  readonly now: EpochMs;
}

/**
 * How much to add to a worker's clock to put it on the page's axis. A worker read `workerNow` at some moment between `sent`
 * and `received` on the page; 0 when that can be true as it is, otherwise the smallest shift that makes it true.
 */
export function clockShiftMs(sent: EpochMs, workerNow: EpochMs, received: EpochMs): Millis {
  if (workerNow < sent) return sent - workerNow;
  if (workerNow > received) return received - workerNow;
  return 0;
}
