import type { RunRecord, StrategyId } from './experiment';
import type { Millis } from '../base/time';

/** The times of those runs that count: finished, and in a tab that was never hidden. */
export function countedTimes(records: readonly RunRecord[], strategy: StrategyId): readonly Millis[] {
  return records.flatMap(({ strategy: id, outcome, conditions }) =>
    id === strategy && outcome.status === 'finished' && !conditions.hidden ? [outcome.report.elapsedMs] : [],
  );
}
