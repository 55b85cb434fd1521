import { useEffect, useMemo } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { scheduleOf } from '../../../core/schedule/types';
import { onward } from '../step/places';
import { useStepper, type StepperView } from '../step/useStepper';
import { keepMoves, readMoves } from './keptMoves';
import { steppedProgram, type SteppedPuzzle } from './puzzle';

const python = import.meta.env.PYTHON_VERSION;

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
    const before = readMoves(id, scheduled, python);
    void stepper.open(scheduled, before?.schedule, before?.at);
  }, [stepper, scheduled, id]);
  return { view, scheduled };
}

/** Keeps the moves on a puzzle's board for the reader who leaves it, also by loading the page again. @param worth false where they are not the reader's own, or nothing is left to do. */
export function useKeptMoves({ id }: SteppedPuzzle, { program, run, moments, at }: StepperView, worth: boolean): void {
  useEffect(() => {
    if (program === null || run === null) return;
    const moved = worth && run.steps.length > onward({ program, moments }, 0);
    keepMoves(id, program, python, moved ? { schedule: scheduleOf(run), at } : null);
  }, [id, program, run, moments, at, worth]);
}
