import { useId } from 'react';
import type { ParamValues } from '../../core/experiment/params';
import type { Experiment } from './experiment';
import { controlsThatCount, hasChoice, isOfPrograms, runsOnOf, type RunsOn } from './runsOn';
import type { ExperimentState } from './useExperiment';

const names: Readonly<Record<RunsOn, string>> = { workers: 'Workers', python: 'Python' };
const words: Readonly<Record<RunsOn, string>> = {
  workers:
    'TypeScript in Web Workers does what the programs above do, at once and with your settings, and the card compares them. (Run at a program runs that one alone.)',
  python: 'Real CPython runs the programs above unchanged, and the card compares them.',
};

/** Which settings have no control, because the programs have numbers of their own. */
function writtenInPrograms(experiment: Experiment, values: ParamValues): string {
  const shown = controlsThatCount(experiment, values);
  const labels = experiment.controls
    .filter((name) => !shown.includes(name))
    .flatMap((name) => experiment.params[name]?.label ?? []);
  return labels.length === 0
    ? ''
    : ` Not to be set here, because the programs have numbers of their own: ${labels.join(', ').toLowerCase()}.`;
}

/** Lets the reader choose what runs the experiment. */
export function RunsOnChoice({
  experiment,
  state,
}: {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
}) {
  const group = useId();
  if (isOfPrograms(experiment))
    return (
      <div className="runs-on">
        <p className="hint">{words.python}</p>
      </div>
    );
  if (!hasChoice(experiment)) return null;
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
      <p className="hint">
        {words[now]}
        {writtenInPrograms(experiment, state.values)}
      </p>
    </div>
  );
}
