import { countingNumbers, countingParams } from './counting';
import type { SpeedSample } from './countingKernel';
import { leastBetweenLooksMs, type Pace } from './pace';
import { median } from '../base/statistics';
import type { Millis } from '../base/time';

/** How long the counting experiment should take one after another. */
export const sequentialGoalMs: Millis = 3000;
/** The page's own thread may be frozen this long and no longer, since Stop cannot work meanwhile. */
export const frozenLimitMs: Millis = 3500;
/** The share of a worker's time that its looks at the clock may take, and the longest it goes without one for their sake. */
const mostForLooks = 0.005;
const mostBetweenLooksMs: Millis = 20;

/** The steps of all tasks together at scale 1. */
const unscaledSteps = countingNumbers.reduce((sum, millions) => sum + millions * 1e6, 0);

/** The middle speed of several samples, so that one disturbed sample does not matter. Throws when none has taken any time. */
export function stepsPerMs(samples: readonly SpeedSample[]): number {
  const speed = median(samples.filter((sample) => sample.tookMs > 0).map((sample) => sample.steps / sample.tookMs));
  if (!Number.isFinite(speed)) throw new RangeError('No sample took any time, so there is no speed.');
  return speed;
}

/** The scale at which all tasks, one after another, take `goalMs`, within what the control allows and in its steps. */
export function scaleFor(speed: number, goalMs: Millis): number {
  const { min, max, step } = countingParams.scale;
  const steps = Math.round((speed * goalMs) / unscaledSteps / step);
  // Dividing by the whole number 1 / step keeps 12.3 from becoming 12.299999999999999.
  const scale = steps / Math.round(1 / step);
  return Math.min(max, Math.max(min + step, scale));
}

/** The largest scale at or below `scale` that does not freeze the page for longer than it may be. */
export function frozenScale(scale: number, speed: number): number {
  return Math.min(scale, (speed * frozenLimitMs) / unscaledSteps);
}

/** How a worker that counts `speed` steps a millisecond is to share its time between counting and a clock that takes `lookMs` to tell the time. */
export function paceFor(speed: number, lookMs: Millis): Pace {
  return {
    stepsPerMs: speed,
    lookEveryMs: Math.min(mostBetweenLooksMs, Math.max(leastBetweenLooksMs, lookMs / mostForLooks)),
  };
}

/** One of the 17 tasks. */
export interface CountingTask {
  /** 0 to 16. */
  readonly index: number;
  readonly steps: number;
  /** Where its checksum starts; different for each task, so that no result can pass for another's. */
  readonly seed: number;
}

/** The 17 tasks at a scale, in the order of the lesson. */
export function tasksAt(scale: number): readonly CountingTask[] {
  return countingNumbers.map((millions, index) => ({
    index,
    steps: Math.round(millions * 1e6 * scale),
    seed: index + 1,
  }));
}
