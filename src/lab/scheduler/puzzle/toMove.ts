import { nameInSentence } from '../explain/names';
import { movesIn } from './goals';
import { scheduleOf } from '../../../core/schedule/types';
import type { StepperState } from '../step/stepper';

/** Who made the last move and can go on, which is no switch; null where the next move is none in any case. */
export function toMove({ run, at, moments }: Pick<StepperState, 'run' | 'at' | 'moments'>): string | null {
  const moment = moments[at];
  const last = run === null ? undefined : movesIn(scheduleOf(run).slice(0, at)).at(-1);
  return moment === undefined || last === undefined || !moment.enabled.includes(last)
    ? null
    : nameInSentence(moment.threads[last]?.name ?? '');
}
