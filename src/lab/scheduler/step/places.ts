import type { ScheduledMoment, ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import type { Outcome, RunResult, StepIndex } from '../../../core/schedule/types';

/** Where a reader can stand in a run: before each of its steps, and after the last. Where the main thread goes first, its steps are no choices. */
export interface Places {
  readonly program: Pick<ScheduledProgram, 'mainFirst'>;
  readonly moments: readonly Pick<ScheduledMoment, 'enabled'>[];
}

/** Whether the next step is forced: only the main thread can take it, and takes it unasked. */
function isForced({ program, moments }: Places, at: StepIndex): boolean {
  const enabled = moments[at]?.enabled;
  return program.mainFirst && enabled?.length === 1 && enabled[0] === 0;
}

/** The first place from `at` on where there is something to choose, or where all ends. */
export function onward(places: Places, at: StepIndex): StepIndex {
  const last = places.moments.length - 1;
  let place = Math.max(0, Math.min(at, last));
  while (place < last && isForced(places, place)) place += 1;
  return place;
}

/** The last place before `at` where there was something to choose; the first of them where there is none before. */
export function before(places: Places, at: StepIndex): StepIndex {
  const first = onward(places, 0);
  let place = Math.max(first, at - 1);
  while (place > first && isForced(places, place)) place -= 1;
  return place;
}

/** With which step began what led here: the last that was chosen, those after it being forced. At the beginning, 0. */
export function lastChosen(places: Places, at: StepIndex): StepIndex {
  let step = Math.max(0, at - 1);
  while (step > 0 && isForced(places, step)) step -= 1;
  return step;
}

/** How the run ended, where `at` is its end; null while somebody can go on. */
export const outcomeAt = ({ steps, outcome }: RunResult, at: StepIndex): Outcome | null =>
  at < steps.length ? null : outcome;

/** What was asked of a replay. */
export interface ReplayRequest {
  /** How many steps were chosen; more were allowed for the main thread's. */
  readonly chosen: number;
  readonly maxSteps: number;
  readonly from: StepIndex;
  /** The state before the step before `from`, where that is known. */
  readonly previous: ScheduledMoment | undefined;
}

/**
 * What a replay has shown, without what was run beyond the chosen steps and the main thread's forced ones. A run that stopped only because it was told
 * to has no outcome. Where the last step never came to its end, so that there is no state after it, the one before stands for it.
 */
export function kept(
  program: Places['program'],
  { result, moments, ...rest }: WatchedRun,
  { chosen, maxSteps, from, previous }: ReplayRequest,
): WatchedRun {
  const { steps, end, outcome } = result;
  const endless = moments.length <= steps.length - from;
  const seen = endless ? [...moments, ...standIn(moments.at(-1) ?? previous)] : moments;
  let keep = Math.min(chosen, steps.length);
  while (keep < steps.length && isForced({ program, moments: seen }, keep - from)) keep += 1;
  if (keep < steps.length)
    return {
      result: { steps: steps.slice(0, keep), end: steps[keep]?.point ?? end, outcome: null },
      moments: seen.slice(0, keep - from + 1),
      ...rest,
    };
  const left = outcome?.kind === 'abandoned' && outcome.why === 'steps' && steps.length >= maxSteps && !endless;
  return { result: left ? { steps, end, outcome: null } : result, moments: seen, ...rest };
}

const standIn = (last: ScheduledMoment | undefined): readonly ScheduledMoment[] =>
  last === undefined ? [] : [{ ...last, enabled: [], passing: [] }];

/** Whether the main thread would go on unasked, had the replay not been told to stop. */
export function wantsMore(program: Places['program'], { result, moments }: WatchedRun): boolean {
  return result.outcome === null && isForced({ program, moments }, moments.length - 1);
}
