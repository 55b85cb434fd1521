import { epochNow } from '../../core/base/clock';
import { Suspense, useRef, useState } from 'react';
import { useProgress } from '../../storage/progress';
import type { StoredPrediction } from '../../storage/progressFile';
import { lazily } from '../../ui/lazily';
import type { Experiment } from './experiment';
import { PredictionForm } from './PredictionForms';
import type { LabRun } from './runStrategy';

// Judging needs the statistics, which come with the first run.
const Verdict = lazily(() => import('./Verdict').then((module) => module.Verdict));

const noted = 'Your guess is noted. Run the experiment to see.';

interface PredictionBlockProps {
  readonly experiment: Experiment;
  readonly runs: readonly LabRun[];
  readonly running: boolean;
}

/** Asks what the reader expects before the first run, and says afterwards how that compared. Running without it skips it. */
export function PredictionBlock({ experiment, runs, running }: PredictionBlockProps) {
  const stored = useProgress((state) => state.progress.predictions[experiment.id]);
  const predict = useProgress((state) => state.predict);
  const [again, setAgain] = useState(false);
  // A new guess waits for a run that comes after it, and is then judged by all that the card shows.
  const [guessedAt, setGuessedAt] = useState(0);
  const result = useRef<HTMLDivElement>(null);

  const onPredict = (prediction: StoredPrediction): void => {
    setAgain(false);
    setGuessedAt(epochNow());
    predict(experiment.id, prediction);
    // The pressed button is gone, and with it the focus.
    if (prediction.kind !== 'skipped') result.current?.focus();
  };
  const made = stored !== undefined && stored.kind !== 'skipped' ? stored : null;
  const asks = again || (stored === undefined && runs.length === 0 && !running);
  const hasRunSince = runs.some((run) => run.record.startedAt >= guessedAt);

  return (
    <>
      {asks ? (
        <div className="prediction" data-prediction="open">
          <PredictionForm experiment={experiment} onPredict={onPredict} />
        </div>
      ) : null}
      <div
        ref={result}
        tabIndex={-1}
        role="status"
        className={made === null || asks ? undefined : 'prediction'}
        data-prediction={made === null || asks ? 'none' : 'made'}
      >
        {made === null || asks ? null : !hasRunSince ? (
          noted
        ) : (
          <Suspense fallback={noted}>
            <Verdict experiment={experiment} stored={made} runs={runs} fallback={noted} />
          </Suspense>
        )}
        {made === null || asks || running ? null : (
          <button type="button" className="button button-quiet" onClick={() => setAgain(true)}>
            Guess again
          </button>
        )}
      </div>
    </>
  );
}
