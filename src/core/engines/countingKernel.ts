import { leastBetweenLooksMs, type Pace } from './pace';
import type { Millis } from '../base/time';

// A linear congruential generator of full period 2^32: Knuth, The Art of Computer Programming, volume 2, section 3.3.4, table 1.
const multiplier = 1_664_525;
const increment = 1_013_904_223;

/** What a task has counted so far. One per task: it is changed in place, so that the loop costs nothing but itself. */
export interface Counter {
  /** Steps done. */
  counted: number;
  /** A number that every step changes, from what the step before it left: no step can be left out unnoticed. */
  checksum: number;
}

export function newCounter(seed: number): Counter {
  return { counted: 0, checksum: seed | 0 };
}

/** The work: counts `steps` steps, at most 2^31 - 1, one by one. Every strategy runs this same loop. */
export function count(counter: Counter, steps: number): void {
  // Known to be an integer, the loop's end makes the loop's counter one too: without this it can run a third slower.
  const end = steps | 0;
  // Integers for certain, again: from a module's variables alone Firefox does not know it, and takes four times as long.
  const factor = multiplier | 0;
  const offset = increment | 0;
  let { checksum } = counter;
  let done = 0;
  for (; done < end; done += 1) checksum = (Math.imul(checksum, factor) + offset) | 0;
  counter.counted += done;
  counter.checksum = checksum;
}

/** A deadline counts as reached when less than this is left: another look would take its share of it. */
const closeEnoughMs: Millis = 0.1;
/** What is counted at least between two looks, also when the deadline has passed. */
const leastCountedMs: Millis = 0.1;

/**
 * Counts from the time `from` until `counter` has reached `target` steps or the clock has reached `deadline`, looking at the clock as
 * often as `pace` says, and where the deadline is expected. Returns the time it last read. All times are in ms on the clock's axis.
 */
export function countUntil<At extends number>(
  counter: Counter,
  target: number,
  pace: Pace,
  from: At,
  deadline: number,
  clock: () => At,
): At {
  for (let now = from; ;) {
    const nextLookMs = Math.max(leastCountedMs, Math.min(pace.lookEveryMs, deadline - now));
    count(counter, Math.min(Math.max(1, Math.round(nextLookMs * pace.stepsPerMs)), target - counter.counted));
    now = clock();
    if (deadline - now < closeEnoughMs || counter.counted >= target) return now;
  }
}

/** Steps counted in a known time. */
export interface SpeedSample {
  readonly steps: number;
  readonly tookMs: Millis;
}

const firstSteps = 1000;
/** Some milliseconds of counting, for a clock that moves on in steps of 100 ms. */
const mostSteps = 2 ** 22;

/** Counts for about `forMs` at a speed that is not known yet: the looks at the clock come further and further apart. */
export function countFor(counter: Counter, forMs: Millis, clock: () => number): SpeedSample {
  const from = clock();
  const before = counter.counted;
  let now = from;
  for (let steps = firstSteps; now - from < forMs;) {
    const last = now;
    count(counter, steps);
    now = clock();
    if (now - last < leastBetweenLooksMs / 2) steps = Math.min(mostSteps, steps * 2);
  }
  return { steps: counter.counted - before, tookMs: now - from };
}

/** The checksum after `steps` steps from `seed`, found without taking them: doubling the step instead, in 53 rounds at most. */
export function checksumAfter(seed: number, steps: number): number {
  let checksum = seed | 0;
  let factor = multiplier;
  let offset = increment;
  for (let left = steps; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) checksum = (Math.imul(checksum, factor) + offset) | 0;
    offset = (Math.imul(factor, offset) + offset) | 0;
    factor = Math.imul(factor, factor);
  }
  return checksum;
}
