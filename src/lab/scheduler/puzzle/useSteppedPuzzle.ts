import { useEffect, useMemo } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { scheduleOf, type Schedule, type StepIndex } from '../../../core/schedule/types';
import { useStepper, type StepperView } from '../step/useStepper';
import { steppedProgram, type SteppedPuzzle } from './puzzle';

/** Where the reader stood in a puzzle that was left unsolved, by its id, for as long as the page lives: who goes back to it finds the moves. */
const left = new Map<string, { readonly schedule: Schedule; readonly at: StepIndex }>();

/** A stepper that stands where the reader left the puzzle's program, or at its beginning; and that program as it is stepped. */
export function useSteppedPuzzle(puzzle: SteppedPuzzle): {
  readonly view: StepperView;
  readonly scheduled: ScheduledProgram;
} {
  const view = useStepper();
  const { stepper } = view;
  const scheduled = useMemo(() => steppedProgram(puzzle), [puzzle]);
  const { id } = puzzle;
  useEffect(() => {
    const before = left.get(id);
    void stepper.open(scheduled, before?.schedule, before?.at);
  }, [stepper, scheduled, id]);
  return { view, scheduled };
}

/** Keeps the moves on a puzzle's board for the reader who leaves it. @param worth false where they are not the reader's own, or nothing is left to do. */
export function useKeptMoves({ id }: SteppedPuzzle, { run, at }: StepperView, worth: boolean): void {
  useEffect(() => {
    if (run === null) return;
    if (worth) left.set(id, { schedule: scheduleOf(run), at });
    else left.delete(id);
  }, [id, run, at, worth]);
}
