import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { CPythonRule } from '../../../core/schedule/rule';
import type { StepIndex, Step, ThreadIndex } from '../../../core/schedule/types';

/** What is counted as a switch wherever the scheduler counts them: see `switchesOf` and `choicesOf`. */
export const whatASwitchIs = (mainFirst: boolean): string =>
  mainFirst
    ? 'A switch is a step of a thread that did not take the step before. The main thread goes on by itself, and its steps are not counted.'
    : 'A switch is a step of a thread that did not take the step before; the main thread counts like any other.';

/** The strictest rule under which a thread may be left where it stands: `gil`, any CPython does so; `free-threaded`, only one without the GIL. No rule leaves a thread elsewhere. */
export const ruleOfSwitch = (moment: ScheduledMoment | undefined, from: ThreadIndex): CPythonRule =>
  (moment?.threads[from]?.looks ?? true) ? 'gil' : 'free-threaded';

/** A switch by the CPythons that make it. */
export const switchWords: Readonly<Record<CPythonRule, string>> = {
  gil: 'any CPython',
  'free-threaded': 'only without the GIL',
};

/** As `switchWords`, after "The switch". */
export const switchCan: Readonly<Record<CPythonRule, string>> = {
  gil: 'can come in any CPython',
  'free-threaded': 'can come only without the GIL',
};

/** The strictest rule under which the step that begins `at` is a switch; null where its thread took the step before as well. */
export function switchAt(
  steps: readonly Pick<Step, 'thread'>[],
  moments: readonly ScheduledMoment[],
  at: StepIndex,
): CPythonRule | null {
  const [previous, step] = [steps[at - 1], steps[at]];
  return previous === undefined || step === undefined || previous.thread === step.thread
    ? null
    : ruleOfSwitch(moments[at], previous.thread);
}
