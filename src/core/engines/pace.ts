import type { Millis } from '../base/time';

/**
 * How often a computing worker looks at the clock. A look costs 40 ns on most machines and tens of microseconds on some, mostly virtual ones,
 * and leaves the caches cold there: so the looks are far apart, and the same distance apart in every strategy.
 */
export interface Pace {
  /** What this machine counts in a millisecond. */
  readonly stepsPerMs: number;
  readonly lookEveryMs: Millis;
}

/** Seldom enough to cost nothing on a machine with a slow clock, often enough to be stopped and to give news. */
export const leastBetweenLooksMs: Millis = 2;

const firstLooks = 64;
/** A clock that stands still is asked no more often than this. */
const mostLooks = 2 ** 20;

/** How long one look at `clock` takes. Keeps this thread busy for about twice `forMs`, or for a step of the clock where that is longer. */
export function measureLookMs(clock: () => number, forMs: Millis = 4): Millis {
  for (let looks = firstLooks; ; looks *= 2) {
    const from = clock();
    for (let look = 1; look < looks; look += 1) clock();
    const tookMs = clock() - from;
    if (tookMs >= forMs || looks >= mostLooks) return tookMs / looks;
  }
}
