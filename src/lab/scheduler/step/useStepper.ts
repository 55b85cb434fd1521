import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { pageSchedules } from '../../../runtime/schedules/pageSchedules';
import { Stepper, type StepperState } from './stepper';

/** A stepper as components see it. */
export interface StepperView extends StepperState {
  /** What can be done with it. The same object for as long as the component lives. */
  readonly stepper: Stepper;
}

/** Owns one stepper. When its component goes, so does what it holds. */
export function useStepper(): StepperView {
  const [stepper] = useState(() => new Stepper(pageSchedules));
  useEffect(() => () => stepper.close(), [stepper]);
  return { ...useStore(stepper.store), stepper };
}
