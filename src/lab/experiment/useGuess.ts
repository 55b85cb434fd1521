import { useState } from 'react';
import { epochNow } from '../../core/base/clock';
import { useProgress } from '../../storage/progress';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';
import { guessText } from './guess';
import type { LabRun } from './runStrategy';

/** The reader's guess at the result of an experiment. */
export interface Guess {
  /** Null while there is none, also while the reader thinks again. */
  readonly made: StoredPrediction | null;
  /** What was guessed last. */
  readonly last: StoredPrediction | null;
  /** Something ran after the guess was made, so it can be judged. */
  readonly hasRunSince: boolean;
  make(guess: StoredPrediction): void;
  thinkAgain(): void;
}

/** A new guess waits for a run that comes after it, and is then judged by all that the card shows. */
export function useGuess(experiment: Experiment, runs: readonly LabRun[]): Guess {
  const stored = useProgress((state) => state.progress.predictions[experiment.id]);
  const predict = useProgress((state) => state.predict);
  const [again, setAgain] = useState(false);
  const [guessedAt, setGuessedAt] = useState(0);
  const last = stored !== undefined && guessText(experiment, stored) !== null ? stored : null;
  return {
    made: again ? null : last,
    last,
    hasRunSince: runs.some((run) => run.record.startedAt >= guessedAt),
    make(guess) {
      setAgain(false);
      setGuessedAt(epochNow());
      predict(experiment.id, guess);
    },
    thinkAgain: () => setAgain(true),
  };
}
