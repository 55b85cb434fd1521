import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';
import type { Judge } from './judge';
import type { LabRun } from './runStrategy';
import { verdictOf, type Verdict } from './verdict';

interface VerdictViewProps {
  readonly experiment: Experiment;
  readonly judge: Judge;
  /** Null where nobody guessed. */
  readonly guess: StoredPrediction | null;
  readonly runs: readonly LabRun[];
  /** What to say while there is nothing to compare with. */
  readonly fallback: string;
}

function headOf({ guess, unexpected }: Verdict): string {
  if (unexpected) return 'Not what the lesson expects.';
  return { right: 'Right.', wrong: 'Not this time.', none: '' }[guess];
}

/** What came of the runs and of the guess, why, and what speaks against it. */
export function VerdictView({ experiment, judge, guess, runs, fallback }: VerdictViewProps) {
  const verdict = verdictOf(
    experiment,
    judge,
    guess,
    runs.map((run) => run.record),
  );
  if (verdict === null) {
    const printed = runs.some(
      ({ record: { outcome } }) => outcome.status === 'finished' && outcome.report.printed !== undefined,
    );
    return (
      <p data-verdict="open">
        {fallback}
        {printed ? ' Compare it with what the programs printed.' : ''}
      </p>
    );
  }
  const tone = verdict.unexpected ? 'unexpected' : verdict.guess;
  const head = headOf(verdict);
  return (
    <div className="verdict" data-verdict="given" data-tone={tone}>
      <p>
        {head === '' ? null : <strong>{head} </strong>}
        {verdict.measured}
      </p>
      {verdict.why === '' || verdict.unexpected ? null : <p>{verdict.why}</p>}
      {verdict.doubt === null ? null : <p>{verdict.doubt}</p>}
    </div>
  );
}
