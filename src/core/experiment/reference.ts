import { isSteady } from '../base/statistics';
import type { Millis } from '../base/time';
import type { RunRecord, StrategyId } from './experiment';

/** What ran in which round, from 1. */
export interface PlannedRun {
  readonly strategy: StrategyId;
  readonly round: number;
}

/**
 * The runs of one press, in their order: all strategies in turn, `rounds` times. Where others are measured against `reference`, it has the last word
 * as well as the first: if it then takes another time, the machine had other work to do.
 */
export function plannedRuns(
  strategies: readonly StrategyId[],
  rounds: number,
  reference: StrategyId | undefined,
): readonly PlannedRun[] {
  const runs = Array.from({ length: rounds }, (_, index) =>
    strategies.map((strategy) => ({ strategy, round: index + 1 })),
  ).flat();
  return reference !== undefined && strategies.length > 1 && strategies.includes(reference)
    ? [...runs, { strategy: reference, round: rounds }]
    : runs;
}

/** The times of the reference before and after something else was measured, where they are too far apart to be the same work on a quiet machine. */
export interface Drift {
  readonly beforeMs: Millis;
  readonly afterMs: Millis;
}

/** Compares the last run of `reference` with the one before it, if anything else ran in between. Null where it was steady, or where that is not known. */
export function driftOf(records: readonly RunRecord[], reference: StrategyId): Drift | null {
  const own = records.flatMap(({ strategy, outcome, conditions }, index) =>
    strategy === reference && outcome.status === 'finished' && !conditions.hidden
      ? [{ index, ms: outcome.report.elapsedMs }]
      : [],
  );
  const [before, after] = own.slice(-2);
  if (before === undefined || after === undefined || after.index === before.index + 1) return null;
  return isSteady(before.ms, after.ms) ? null : { beforeMs: before.ms, afterMs: after.ms };
}
