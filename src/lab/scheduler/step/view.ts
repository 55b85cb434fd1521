import { choicesOf, switchesOf } from '../../../core/schedule/outcomes';
import { scheduleOf } from '../../../core/schedule/types';
import type { StepperState } from './stepper';
import { instructionOf } from './nextStep';
import type { ListingMarks } from './listingMarks';
import { lastChosen } from './places';
import { lineOf } from './states';

type Stood = Pick<StepperState, 'at' | 'moments' | 'run' | 'codes' | 'program'>;

/** What the listing shows where the reader stands. */
export function marksOf({ at, moments, run, codes, program }: Stood): ListingMarks {
  const moment = moments[at];
  if (moment === undefined || run === null || program === null) return { cursors: [], ran: null };
  const chosen = lastChosen({ program, moments }, at);
  const last = at === 0 ? undefined : run.steps[chosen]?.thread;
  const was = last === undefined ? null : lineOf(moments[chosen]?.threads[last]);
  // A thread whose first line acquires a lock begins without running it.
  const stays =
    last !== undefined && moments[chosen]?.threads[last]?.status === 'new' && lineOf(moment.threads[last]) === was;
  return {
    ran: stays ? null : was,
    cursors: moment.threads.flatMap((thread, index) => {
      const line = lineOf(thread);
      return line === null
        ? []
        : [{ thread: index, line, last: index === last, place: instructionOf(moment, index, codes)?.place ?? null }];
    }),
  };
}

/** Where the reader stands, in numbers: "Step 7 of 12, 3 switches". */
export function titleOf({ at, run, program }: Pick<StepperState, 'at' | 'run' | 'program'>): string {
  if (run === null) return '';
  const step = `Step ${at}${at < run.steps.length ? ` of ${run.steps.length}` : ''}`;
  const switches = switchesOf(choicesOf(scheduleOf(run).slice(0, at), program?.mainFirst ?? false));
  return `${step}, ${switches} switch${switches === 1 ? '' : 'es'}`;
}
