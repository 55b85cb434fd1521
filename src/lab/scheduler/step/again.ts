import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { StepIndex } from '../../../core/schedule/types';

const texts = new WeakMap<ScheduledMoment, string>();

/** All that is shown of a state; kept, since states are compared with all that come after them. */
function textOf(moment: ScheduledMoment): string {
  const known = texts.get(moment);
  if (known !== undefined) return known;
  const text = JSON.stringify(moment);
  texts.set(moment, text);
  return text;
}

/** The latest place before `at` where all that is shown was as it is there; null if there is none. What is not shown, such as how far a loop has come, may differ. */
export function sameBefore(moments: readonly ScheduledMoment[], at: StepIndex): StepIndex | null {
  const moment = moments[at];
  if (moment === undefined) return null;
  const text = textOf(moment);
  for (let place = at - 1; place >= 0; place -= 1) {
    const other = moments[place];
    if (other !== undefined && textOf(other) === text) return place;
  }
  return null;
}
