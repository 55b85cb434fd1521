import { useId, useState } from 'react';
import type { Experiment } from './experiment';
import { Timeline } from './timeline/Timeline';
import type { ExperimentState } from './useExperiment';

/** One timeline for all strategies: it follows the one that runs, and shows any that has run. */
export function TimelineView({ experiment, state }: { readonly experiment: Experiment; readonly state: ExperimentState }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const name = useId();
  const { active, runs } = state;
  const shown = active?.strategy ?? chosen ?? runs.at(-1)?.record.strategy;
  const strategy = experiment.strategies.find(({ id }) => id === shown);
  const source = active !== null ? active.live?.spans : runs.findLast((run) => run.record.strategy === shown)?.spans;
  const ran = new Set(runs.map((run) => run.record.strategy));
  if (strategy === undefined) return null;
  return (
    <figure className="chart" data-chart="timeline">
      <figcaption>
        <h4>Timeline</h4>
        {experiment.strategies.length === 1 ? null : (
          <fieldset className="segmented">
            <legend className="visually-hidden">Timeline of</legend>
            {experiment.strategies.map((option) => (
              <label key={option.id}>
                <input
                  type="radio"
                  name={name}
                  checked={option.id === shown}
                  disabled={active !== null || !ran.has(option.id)}
                  onChange={() => setChosen(option.id)}
                />
                <span>{option.name}</span>
              </label>
            ))}
          </fieldset>
        )}
      </figcaption>
      {source === undefined ? <p className="hint">Preparing…</p> : <Timeline key={`${strategy.id}-${runs.length}`} source={source} title={`${experiment.title}, ${strategy.name}`} />}
    </figure>
  );
}
