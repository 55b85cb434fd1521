import { RaceFinder } from '../races';
import type { RunResult } from '../types';

/**
 * A text for the class of a schedule: the same for two schedules that become each other by swapping independent neighbours, and for no others. It says of each
 * step of each thread which steps of the others come before it.
 */
export function classOf(result: RunResult): string {
  const finder = new RaceFinder();
  const taken: number[] = [];
  /** By step, which one of its thread it is. */
  const ordinals: number[] = [];
  const perThread: string[][] = [];
  result.steps.forEach((step, at) => {
    finder.add(step);
    taken[step.thread] = (taken[step.thread] ?? 0) + 1;
    ordinals[at] = taken[step.thread] ?? 0;
    const before = Array.from(finder.clockOf(at), (index) =>
      index === undefined || index === 0 ? 0 : ordinals[index - 1],
    );
    while (before.at(-1) === 0) before.pop();
    (perThread[step.thread] ??= []).push(before.join('.'));
  });
  return Array.from(perThread, (texts) => texts?.join(' ') ?? '').join('|');
}
