import type { Experiment } from './experiment';
import { PredictionForm } from './PredictionForms';
import type { Guess } from './useGuess';

interface PredictionBlockProps {
  readonly experiment: Experiment;
  readonly guess: Guess;
}

/** Asks what the reader expects. It keeps its place and its height when that is answered. Running without it skips it. */
export function PredictionBlock({ experiment, guess }: PredictionBlockProps) {
  return (
    <div className="prediction" data-prediction={guess.made === null ? 'open' : 'made'}>
      <PredictionForm experiment={experiment} guess={guess} />
    </div>
  );
}
