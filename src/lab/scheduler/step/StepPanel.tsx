import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { StepperView } from './useStepper';
import { Board } from './Board';
import { keepFocus } from './keepFocus';
import { Opening } from './Opening';
import './step.css';
import { useStepKeys } from './useStepKeys';

/** What a component around the board puts into it. */
export interface BoardSlots {
  /** What is to be reached, and what was spent on it: one line over all, which stays in sight. */
  readonly head?: ReactNode;
  /** What the component around says of how the run ended, and what the reader has learnt by it; stands before the explanation. */
  readonly verdict?: ReactNode;
  /** Hints, and other help. */
  readonly help?: ReactNode;
}

export interface StepPanelProps extends BoardSlots {
  readonly view: StepperView;
  /** The text that is stepped. */
  readonly source: string;
  /** Somebody said that this outcome is wrong, though it is neither an exception nor a deadlock. */
  readonly failed?: boolean;
  /** The component around the panel says that Python starts, refuses the program, or is gone. */
  readonly quiet?: boolean;
  /** A run that fails can be saved as a test for CPython. */
  readonly testable?: boolean;
  /** Names it among others of the same page. */
  readonly label?: string;
  /** The reader has just asked for it: view and focus go there once it can be stepped. */
  readonly arriving?: boolean;
  /** Stands beneath all: notes. */
  readonly children?: ReactNode;
}

/** Stepping through a program: its threads, what they may do next, and the way back. */
export function StepPanel({
  view,
  source,
  label = 'Step',
  failed = false,
  quiet = false,
  testable = false,
  arriving = false,
  children,
  ...slots
}: StepPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const { stepper, phase } = view;
  const pending = useRef(0);
  const arrived = useRef(!arriving);
  const isStepped = view.moments[view.at] !== undefined && view.program !== null && view.run !== null;

  const choose = (thread: number): void => {
    pending.current += 1;
    void stepper.choose(thread).finally(() => (pending.current -= 1));
  };
  useStepKeys(panel, (key, again) => {
    // A key that is held down must not go on when it is let go.
    if (again && pending.current > 0) return;
    if (key.kind === 'choose') choose(key.thread);
    else stepper[key.kind]();
  });
  useEffect(() => (panel.current === null ? undefined : keepFocus(panel.current)), []);
  useLayoutEffect(() => {
    if (!isStepped || arrived.current) return;
    arrived.current = true;
    panel.current?.scrollIntoView({ block: 'start' });
    panel.current?.focus({ preventScroll: true });
  }, [isStepped]);

  return (
    <section
      className="step-panel"
      ref={panel}
      aria-label={label}
      data-phase={phase.kind}
      data-takes-keys
      tabIndex={-1}
    >
      {isStepped ? (
        <Board
          view={view}
          source={source}
          failed={failed}
          quiet={quiet}
          testable={testable}
          onChoose={choose}
          slots={slots}
        />
      ) : quiet ? null : (
        <Opening view={view} />
      )}
      {children}
    </section>
  );
}
