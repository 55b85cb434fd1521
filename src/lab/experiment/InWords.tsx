import type { RunRecord } from '../../core/experiment/experiment';
import { findingSentence } from '../../core/experiment/facts';
import { summariseRuns } from '../../core/experiment/summary';
import type { Experiment } from './experiment';

interface InWordsProps {
  readonly experiment: Experiment;
  readonly records: readonly RunRecord[];
  readonly running: boolean;
}

/** The result in sentences; screen readers hear them when a run has ended, not while it goes on. */
export function InWords({ experiment, records, running }: InWordsProps) {
  const first = experiment.strategies[0];
  const times = experiment.timings === 'none' ? [] : summariseRuns(experiment.strategies, records, first?.id ?? '');
  const findings = experiment.strategies.flatMap(
    ({ id, name }) =>
      findingSentence(
        name,
        records.filter((record) => record.strategy === id),
      ) ?? [],
  );
  const sentences = [...times, ...findings];
  return (
    <div className="in-words" aria-live="polite" aria-busy={running} data-result="words">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
