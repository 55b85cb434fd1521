import { Suspense, useEffect, useRef } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { usePress } from '../../ui/usePress';
import type { Experiment } from './experiment';
import { guessText } from './guess';
import { runsOnOf } from './runsOn';
import type { ExperimentState } from './useExperiment';
import type { Guess } from './useGuess';

// What shows only while something runs comes with the first run.
const UnderWay = lazily(() => import('./UnderWay').then((module) => module.UnderWay));

// Judging needs the statistics, which come with the first run too.
const VerdictView = lazily(() => import('./VerdictView').then((module) => module.VerdictView));

/** A run bar that lies lower than this share of the window hides the result that it starts. */
const lowShare = 0.4;

interface RunBarProps {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
  readonly guess: Guess;
  readonly repeats: number;
}

/** What was guessed, and once something ran, what came of it: in one place, beside the buttons that make it run. */
function Outcome({ experiment, state, guess }: Omit<RunBarProps, 'repeats'>) {
  const made = guess.made === null ? null : guessText(experiment, guess.made);
  const words = made === null ? 'No guess yet.' : `Your guess: ${made}.`;
  const judged = state.judge !== null && state.active === null && state.runs.length > 0 && guess.hasRunSince;
  return (
    <div className="run-words" role="status">
      {judged && state.judge !== null ? (
        <Suspense fallback={<p>{words}</p>}>
          <VerdictView
            experiment={experiment}
            judge={state.judge}
            guess={guess.made}
            runs={state.runs}
            fallback={words}
          />
        </Suspense>
      ) : (
        <p>{words}</p>
      )}
    </div>
  );
}

/** Run all, repeat, stop, and what came of it: it stays in sight as long as the card does. */
export function RunBar({ experiment, state, guess, repeats }: RunBarProps) {
  const spot = useRef<HTMLDivElement>(null);
  const all = experiment.strategies.map((strategy) => strategy.id);
  const busy = state.active !== null;
  const single = experiment.strategies.length === 1;
  const press = usePress<'run' | 'stop'>((to) => (to === 'run' ? state.run(all, 1) : state.stop()));

  useEffect(() => {
    // What it starts is drawn below it.
    if (busy && spot.current !== null && spot.current.getBoundingClientRect().top > innerHeight * lowShare)
      spot.current.scrollIntoView();
  }, [busy]);

  return (
    <>
      {/* Where the bar is at rest. Browsers hold on to what they see of the page while it grows below, but not to what sticks. */}
      <div className="run-spot" ref={spot} />
      <div className="run-bar">
        <div className="run-row">
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
          </div>
          <Outcome experiment={experiment} state={state} guess={guess} />
        </div>
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
    </>
  );
}
