import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';
import type { LabRun } from './runStrategy';
import { verdictWords } from './verdictWords';

interface VerdictProps {
  readonly experiment: Experiment;
  readonly stored: StoredPrediction;
  readonly runs: readonly LabRun[];
  /** What to say while there is nothing to compare with. */
  readonly fallback: string;
}

/** How the reader's prediction compared with what was measured. */
export function Verdict({ experiment, stored, runs, fallback }: VerdictProps) {
  const words = verdictWords(
    experiment,
    stored,
    runs.map((run) => run.record),
  );
  return <span data-verdict={words === null ? 'open' : 'given'}>{words ?? fallback}</span>;
}
