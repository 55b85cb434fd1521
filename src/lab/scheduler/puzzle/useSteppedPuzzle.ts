import { useEffect, useMemo } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { useStepper, type StepperView } from '../step/useStepper';
import { steppedProgram, type SteppedPuzzle } from './puzzle';

/** A stepper that stands at the beginning of a puzzle's program, and that program as it is stepped. */
export function useSteppedPuzzle(puzzle: SteppedPuzzle): {
  readonly view: StepperView;
  readonly scheduled: ScheduledProgram;
} {
  const view = useStepper();
  const { stepper } = view;
  const scheduled = useMemo(() => steppedProgram(puzzle), [puzzle]);
  useEffect(() => {
    void stepper.open(scheduled);
  }, [stepper, scheduled]);
  return { view, scheduled };
}
