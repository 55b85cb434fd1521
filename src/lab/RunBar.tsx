import { useEffect, useState } from 'react';
import type { Experiment } from './experiment';
import type { ActiveRun, ExperimentState } from './useExperiment';

interface ProgressProps {
  readonly experiment: Experiment;
  readonly active: ActiveRun;
}

/** What runs now and how far it is; it appears only for what takes longer than a moment. */
function RunProgress({ experiment, active }: ProgressProps) {
  const [fraction, setFraction] = useState(0);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const appear = setTimeout(() => setShown(true), 400);
    const tick = setInterval(() => setFraction(active.live?.progress ?? 0), 100);
    return () => {
      clearTimeout(appear);
      clearInterval(tick);
    };
  }, [active]);
  const name = experiment.strategies.find((strategy) => strategy.id === active.strategy)?.name ?? active.strategy;
  const what = active.live === null || active.live.startedAt === null ? `Preparing: ${name}` : `Running: ${name}`;
  return (
    <p className="run-progress" data-shown={shown}>
      <span>
        {what}
        {active.rounds > 1 ? `, round ${active.round} of ${active.rounds}` : ''}
      </span>
      <progress aria-label={what} value={fraction} max={1} />
    </p>
  );
}

interface RunBarProps {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
  readonly repeats: number;
}

/** Run all, run one, repeat, stop. */
export function RunBar({ experiment, state, repeats }: RunBarProps) {
  const all = experiment.strategies.map((strategy) => strategy.id);
  const busy = state.active !== null;
  const single = experiment.strategies.length === 1;
  return (
    <div className="run-bar">
      <div className="button-row">
        {busy ? (
          <button type="button" className="button button-primary" onClick={state.stop}>
            Stop
          </button>
        ) : (
          <button type="button" className="button button-primary" onClick={() => state.run(all, 1)}>
            {single ? 'Run' : 'Run all'}
          </button>
        )}
        <button type="button" className="button" disabled={busy} onClick={() => state.run(all, repeats)}>
          Repeat {repeats} times
        </button>
      </div>
      {single ? null : (
        <div className="button-row run-one" role="group" aria-label="Run one strategy">
          <span aria-hidden="true">Only</span>
          {experiment.strategies.map(({ id, name }) => (
            <button key={id} type="button" className="button button-quiet" disabled={busy} aria-label={`Run only ${name}`} onClick={() => state.run([id], 1)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {state.active === null ? null : <RunProgress key={`${state.active.strategy}-${state.active.round}`} experiment={experiment} active={state.active} />}
    </div>
  );
}
