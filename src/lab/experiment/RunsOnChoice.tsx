import { useId } from 'react';
import type { Experiment } from './experiment';
import { hasPrograms, runsOnOf, type RunsOn } from './runsOn';
import type { ExperimentState } from './useExperiment';

const names: Readonly<Record<RunsOn, string>> = { workers: 'Workers', python: 'Python' };
const words: Readonly<Record<RunsOn, string>> = {
  workers: 'TypeScript in Web Workers does what the programs above do, at once and with your settings.',
  python: 'Real CPython runs the programs above unchanged, with the numbers written in them. CPython is fetched first.',
};

/** Lets the reader choose what runs the experiment. */
export function RunsOnChoice({
  experiment,
  state,
}: {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
}) {
  const group = useId();
  if (!hasPrograms(experiment)) return null;
  const now = runsOnOf(state.values);
  return (
    <div className="runs-on">
      <fieldset className="segmented">
        <legend>Run with</legend>
        {(['workers', 'python'] as const).map((runsOn) => (
          <label key={runsOn}>
            <input
              type="radio"
              name={group}
              checked={runsOn === now}
              disabled={state.active !== null}
              onChange={() => state.setValue('runsOn', runsOn)}
            />
            <span>{names[runsOn]}</span>
          </label>
        ))}
      </fieldset>
      <p className="hint">{words[now]}</p>
    </div>
  );
}
