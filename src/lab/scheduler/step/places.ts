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

/** What is known of a run until step `at`, and what one that begins alike has shown of the steps from there on. */
export function joined(known: WatchedRun, further: WatchedRun, at: StepIndex): WatchedRun {
  const { result, moments } = further;
  return {
    ...further,
    result: { ...result, steps: [...known.result.steps.slice(0, at), ...result.steps.slice(at)] },
    moments: [...known.moments.slice(0, at + 1), ...moments],
  };
}

/** What a run has shown from step `from` on. Where its last step never came to its end, so that there is no state after it, the one before stands for it: `previous` is that of the step before `from`. */
export function withEnd(run: WatchedRun, from: StepIndex, previous: ScheduledMoment | undefined): WatchedRun {
  const { result, moments } = run;
  const last = moments.at(-1) ?? previous;
  if (moments.length > result.steps.length - from || last === undefined) return run;
  return { ...run, moments: [...moments, { ...last, enabled: [], passing: [] }] };
}
