import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { pageSchedules } from '../../../runtime/schedules/pageSchedules';
import { loadRecording } from '../recordings/loadRecording';
import { RecordedFirst } from './recordedFirst';
import { Stepper, type StepperState } from './stepper';

/** All steppers of the page. */
const recordedFirst = new RecordedFirst(pageSchedules, loadRecording);

/** A stepper as components see it. */
export interface StepperView extends StepperState {
  /** What can be done with it. The same object for as long as the component lives. */
  readonly stepper: Stepper;
}

/** Owns one stepper. When its component goes, so does what it holds. */
export function useStepper(): StepperView {
  const [stepper] = useState(() => new Stepper(recordedFirst));
  useEffect(() => () => stepper.close(), [stepper]);
  return { ...useStore(stepper.store), stepper };
}
