/**
 * How long half of the tasks wait at least for one worker, in units of what a task takes on average, if both come and end at random (M/M/1).
 *
 * @param load the share of the time in which the worker is busy, below 1
 */
export function medianWait(load: number): number {
  return load <= 0.5 ? 0 : Math.log(2 * load) / (1 - load);
}
