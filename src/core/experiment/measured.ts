import { countedTimes } from './countedTimes';
import type { RunRecord, StrategyId, StrategyReport } from './experiment';
import { compare, median, type Comparison } from '../base/statistics';
import type { Millis } from '../base/time';

/** What the runs of a card say. Its sentences, its verdict and the answers to its prediction all ask here, so that they cannot disagree. */
export interface Measured {
  /** How the times of `strategy` stand to those of `reference`, over all runs that count. */
  compare(strategy: StrategyId, reference: StrategyId): Comparison;
  /** The median over all runs of a strategy that count; `NaN` where there is none. */
  medianMs(strategy: StrategyId): Millis;
  /** The latest run of a strategy; null when it has not run, did not finish, or was slowed by a hidden tab. */
  latest(strategy: StrategyId): FinishedRun | null;
}

/** A run that counts, with what it reported at hand. */
export interface FinishedRun {
  readonly params: RunRecord['params'];
  readonly report: StrategyReport;
  readonly points: Extract<RunRecord['outcome'], { readonly status: 'finished' }>['points'];
}

/** Reads the runs of a card, in the order in which they were made. */
export function measuredOf(records: readonly RunRecord[]): Measured {
  const resolution = Math.max(0, ...records.map(({ conditions }) => conditions.clockResolutionMs));
  return {
    compare: (strategy, reference) =>
      compare(countedTimes(records, strategy), countedTimes(records, reference), resolution),
    medianMs: (strategy) => median(countedTimes(records, strategy)),
    latest: (strategy) => {
      const record = records.findLast((one) => one.strategy === strategy);
      if (record === undefined || record.conditions.hidden || record.outcome.status !== 'finished') return null;
      return { params: record.params, report: record.outcome.report, points: record.outcome.points };
    },
  };
}

/** The share that `compare` found: what a strategy took of what its reference took. `NaN` where one of them was not measured. */
export const shareOf = ({ verdict, ratio }: Comparison): number => (verdict === 'less' ? 1 / ratio : ratio);
