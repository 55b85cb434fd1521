import type { StepperView } from '../useStepper';

interface StepPanelProps {
  readonly view: StepperView;
  /** The text that is stepped. */
  readonly source: string;
}

/** Stepping through a program: its threads, what they may do next, and the way back. */
export function StepPanel({ view, source }: StepPanelProps) {
  const { stepper, at, moments, run, outcome, busy } = view;
  const moment = moments[at];
  if (moment === undefined || run === null) return null;
  const lines = source.split('\n');
  return (
    <section className="step-panel" aria-label="Step">
      <p>
        Step {at} of {run.steps.length}. {outcome?.kind ?? ''}
      </p>
      <p className="button-row">
        {moment.threads.map((thread, index) => (
          <button key={index} type="button" className="button" aria-disabled={busy || !moment.enabled.includes(index)} onClick={() => void stepper.choose(index)}>
            {index} {thread.name}: {thread.status} {lines[(thread.calls[0]?.line ?? 0) - 1]}
          </button>
        ))}
        <button type="button" className="button" onClick={() => stepper.undo()}>
          Undo
        </button>
        <button type="button" className="button" onClick={() => stepper.redo()}>
          Redo
        </button>
      </p>
      <pre>{JSON.stringify(moment.globals)}</pre>
    </section>
  );
}
