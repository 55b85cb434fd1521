import type { Experiment } from './experiment';
import type { ExperimentState } from './useExperiment';

/** Runs one strategy alone, for a reader who has seen the others. */
export function RunOne({ experiment, state }: { readonly experiment: Experiment; readonly state: ExperimentState }) {
  if (experiment.strategies.length === 1) return null;
  return (
    <div className="button-row run-one" role="group" aria-label="Run one strategy">
      <span aria-hidden="true">Run only</span>
      {experiment.strategies.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="button button-quiet"
          disabled={state.active !== null}
          aria-label={`Run only ${name}`}
          onClick={() => state.run([id], 1)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
