import { countingNumbers, countingParams } from './engines/counting';
import { median } from './statistics';
import type { Millis } from './time';

/** How long the counting experiment should take one after another. */
export const sequentialGoalMs: Millis = 3000;
/** The page's own thread may be frozen this long and no longer, since Stop cannot work meanwhile. */
export const frozenLimitMs: Millis = 3500;
/** How often a counting worker looks at the clock: seldom enough to cost nothing, often enough to give up the GIL on time. */
const clockCheckMs: Millis = 0.1;

/** The steps of all tasks together at scale 1. */
const unscaledSteps = countingNumbers.reduce((sum, millions) => sum + millions * 1e6, 0);

/** Steps counted in a known time. */
export interface SpeedSample {
  readonly steps: number;
  readonly tookMs: Millis;
}

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

/** Steps between two looks at the clock. */
export function chunkSteps(speed: number): number {
  return Math.max(1, Math.round(speed * clockCheckMs));
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
  return countingNumbers.map((millions, index) => ({ index, steps: Math.round(millions * 1e6 * scale), seed: index + 1 }));
}
