import { Suspense, useEffect, useRef } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { addressOfPart } from '../../ui/embedded';
import { lazily } from '../../ui/lazily';
import { useCopy } from '../../ui/useCopy';
import { usePress } from '../../ui/usePress';
import type { Experiment } from './experiment';
import { RunsOnChoice } from './RunsOnChoice';
import { runsOnOf } from './runsOn';
import type { ExperimentState } from './useExperiment';

// What shows only while something runs comes with the first run.
const UnderWay = lazily(() => import('./UnderWay').then((module) => module.UnderWay));

/** A run bar that lies lower than this share of the window hides the result that it starts. */
const lowShare = 0.4;

/** The address of this page, with the experiment's settings and anchor. */
const linkTo = ({ id }: Experiment): string => addressOfPart(id);

function CopyLink({ experiment }: { readonly experiment: Experiment }) {
  const [copied, copy] = useCopy(4000);
  const press = async (): Promise<void> => {
    const link = linkTo(experiment);
    // The address bar then shows the same link.
    if (!(await copy(link))) history.replaceState(history.state, '', link);
  };
  return (
    <span>
      <button type="button" className="button button-quiet" onClick={() => void press()}>
        Copy link
      </button>
      <span role="status" className="hint">
        {copied === null ? '' : copied ? 'Copied.' : 'Copy it from the address bar.'}
      </span>
    </span>
  );
}

interface RunBarProps {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
  readonly repeats: number;
}

/** Run all, run one, repeat, stop. */
export function RunBar({ experiment, state, repeats }: RunBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const all = experiment.strategies.map((strategy) => strategy.id);
  const busy = state.active !== null;
  const single = experiment.strategies.length === 1;
  const press = usePress<'run' | 'stop'>((to) => (to === 'run' ? state.run(all, 1) : state.stop()));

  useEffect(() => {
    // What it starts is drawn below it.
    if (busy && bar.current !== null && bar.current.getBoundingClientRect().top > innerHeight * lowShare)
      bar.current.scrollIntoView();
  }, [busy]);

  return (
    <div className="run-bar" ref={bar}>
      <RunsOnChoice experiment={experiment} state={state} />
      <div className="button-row">
        {busy ? (
          <button type="button" className="button button-primary" onClick={(event) => press(event, 'stop')}>
            Stop
          </button>
        ) : (
          <button type="button" className="button button-primary" onClick={(event) => press(event, 'run')}>
            {single ? 'Run' : 'Run all'}
          </button>
        )}
        <button type="button" className="button" disabled={busy} onClick={() => state.run(all, repeats)}>
          Repeat {repeats} times
        </button>
        <CopyLink experiment={experiment} />
      </div>
      {single ? null : (
        <div className="button-row run-one" role="group" aria-label="Run one strategy">
          <span aria-hidden="true">Only</span>
          {experiment.strategies.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="button button-quiet"
              disabled={busy}
              aria-label={`Run only ${name}`}
              onClick={() => state.run([id], 1)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      {state.active === null ? null : (
        <ErrorBoundary what="The progress">
          <Suspense>
            <UnderWay
              experiment={experiment}
              active={state.active}
              countsFrames={experiment.engine === 'counting' && runsOnOf(state.values) === 'workers'}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}
