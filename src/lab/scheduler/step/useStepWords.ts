import { useCallback, useMemo } from 'react';
import type { StepIndex } from '../../../core/schedule/types';
import { namesIn } from '../explain/names';
import { switchAt, switchCan, switchWords } from '../explain/switches';
import type { StepperView } from './useStepper';
import { sameBefore } from './again';
import { lastChosen } from './places';
import { sayWhatHappened } from './sayStep';
import { lineOf, sayStanding } from './states';

/** The words for where the reader stands. */
export interface StepWords {
  /** What the last step did. */
  readonly happened: string;
  /** Which CPythons can make the switch that the last step was; null where it was none. */
  readonly switched: string | null;
  /** Where all that is shown was as it is here: a circle, perhaps. */
  readonly again: string | null;
  /** Where each thread stands, for those who do not see the listing. */
  readonly where: string;
  /** A place on the tape: "Step 7 of 12: Thread-1 ran line 10". */
  sayPlace(at: StepIndex): string;
  goTo(at: StepIndex): void;
}

export function useStepWords(view: StepperView, lines: readonly string[]): StepWords {
  const { stepper, at, moments, run, codes, program, outcome } = view;
  const [happened, switched, where, again] = useMemo(() => {
    const moment = moments[at];
    if (run === null || program === null || moment === undefined) return ['', null, '', null];
    // Where the run is over because of it, that is said already.
    const same = moment.enabled.length === 0 || outcome !== null ? null : sameBefore(moments, at);
    const names = namesIn(moment);
    const stand = moment.threads.map((thread, index) => {
      const line = lineOf(thread);
      return `${names.thread(index)} ${line === null ? '' : `at line ${line}, `}${sayStanding(moment, index)}.`;
    });
    const chosen = lastChosen({ program, moments }, at);
    const rule = at === 0 ? null : switchAt(run.steps, moments, chosen);
    return [
      sayWhatHappened({ run, moments, codes, granularity: program.granularity }, chosen, at),
      rule === null
        ? null
        : `The switch from ${names.thread(run.steps[chosen - 1]?.thread ?? 0)} to ${names.thread(run.steps[chosen]?.thread ?? 0)} ${switchCan[rule]}.`,
      stand.join(' '),
      same === null
        ? null
        : `Everything shown is as it was after step ${same}: if the threads go on like this, they never come to an end.`,
    ];
  }, [run, program, moments, codes, at, outcome]);
  const sayPlace = useCallback(
    (place: StepIndex): string => {
      const count = `Step ${place} of ${run?.steps.length ?? 0}`;
      const [step, moment] = [run?.steps[place - 1], moments[place - 1]];
      if (step === undefined || moment === undefined) return `${count}: the beginning`;
      const line = lineOf(moment.threads[step.thread]);
      const rule = switchAt(run?.steps ?? [], moments, place - 1);
      const mark = rule === null ? '' : `; a switch, ${switchWords[rule]}`;
      return `${count}: ${namesIn(moment).thread(step.thread)}${line === null ? '' : ` ${program?.granularity === 'gil' ? 'went on from' : 'ran'} line ${line}, ${(lines[line - 1] ?? '').trim()}`}${mark}`;
    },
    [run, moments, lines, program],
  );
  const goTo = useCallback((place: StepIndex) => stepper.goTo(place), [stepper]);
  return { happened, switched, again, where, sayPlace, goTo };
}
