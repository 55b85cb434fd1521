import { lazy, Suspense, useId, useState } from 'react';
import { useProgress } from '../storage/progress';
import type { StoredPrediction } from '../storage/progressFile';
import type { Experiment, Prediction } from './experiment';
import type { LabRun } from './runStrategy';

// Judging needs the statistics, which come with the first run.
const Verdict = lazy(() => import('./Verdict').then((module) => ({ default: module.Verdict })));

interface RankFormProps {
  readonly experiment: Experiment;
  onPredict(prediction: StoredPrediction): void;
}

function RankForm({ experiment, onPredict }: RankFormProps) {
  const [order, setOrder] = useState(experiment.strategies.map((strategy) => strategy.id));
  const names = new Map(experiment.strategies.map(({ id, name }) => [id, name]));
  const swap = (place: number): void =>
    setOrder((before) => before.map((id, index) => (index === place ? (before[place + 1] ?? id) : index === place + 1 ? (before[place] ?? id) : id)));
  return (
    <>
      <p>Which is fastest? Put them in order before you measure.</p>
      <ol className="rank">
        {order.map((id, place) => (
          <li key={id}>
            <span className="rank-name">{names.get(id)}</span>
            <button type="button" className="button button-quiet" aria-label={`Move ${names.get(id) ?? id} up`} disabled={place === 0} onClick={() => swap(place - 1)}>
              ↑
            </button>
            <button type="button" className="button button-quiet" aria-label={`Move ${names.get(id) ?? id} down`} disabled={place === order.length - 1} onClick={() => swap(place)}>
              ↓
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => onPredict({ kind: 'rank', order })}>
        That is my guess
      </button>
    </>
  );
}

interface ChoiceFormProps {
  readonly prediction: Extract<Prediction, { kind: 'choice' }>;
  onPredict(prediction: StoredPrediction): void;
}

function ChoiceForm({ prediction, onPredict }: ChoiceFormProps) {
  const name = useId();
  const [option, setOption] = useState<string | null>(null);
  return (
    <fieldset className="choice">
      <legend>{prediction.question}</legend>
      {prediction.options.map(({ id, text }) => (
        <label key={id}>
          <input type="radio" name={name} checked={option === id} onChange={() => setOption(id)} />
          <span>{text}</span>
        </label>
      ))}
      <button type="button" className="button" disabled={option === null} onClick={() => option !== null && onPredict({ kind: 'choice', option })}>
        That is my guess
      </button>
    </fieldset>
  );
}

interface PredictionBlockProps {
  readonly experiment: Experiment;
  readonly runs: readonly LabRun[];
  readonly running: boolean;
}

/** Asks what the reader expects before the first run, and says afterwards how that compared. Running without it skips it. */
export function PredictionBlock({ experiment, runs, running }: PredictionBlockProps) {
  const stored = useProgress((state) => state.progress.predictions[experiment.id]);
  const predict = useProgress((state) => state.predict);
  const onPredict = (prediction: StoredPrediction): void => predict(experiment.id, prediction);
  const begun = runs.length > 0 || running;

  if (stored === undefined || stored.kind === 'skipped') {
    if (begun || stored?.kind === 'skipped') return null;
    return (
      <div className="prediction" data-prediction="open">
        {experiment.prediction.kind === 'rank' ? <RankForm experiment={experiment} onPredict={onPredict} /> : <ChoiceForm prediction={experiment.prediction} onPredict={onPredict} />}
        <button type="button" className="button button-quiet" onClick={() => onPredict({ kind: 'skipped' })}>
          Skip
        </button>
      </div>
    );
  }
  const noted = 'Your guess is noted. Run the experiment to see.';
  return (
    <p className="prediction" role="status" data-prediction="made">
      {runs.length === 0 ? noted : (
        <Suspense fallback={noted}>
          <Verdict experiment={experiment} stored={stored} runs={runs} fallback={noted} />
        </Suspense>
      )}
    </p>
  );
}
