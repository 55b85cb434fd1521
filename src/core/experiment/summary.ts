import { assertNever } from '../base/assertNever';
import { countedTimes } from './countedTimes';
import type { RunRecord, StrategyId } from './experiment';
import { formatCount, formatDuration, formatRatio } from '../base/format';
import { measuredOf } from './measured';
import { median, tieRatio, type Comparison } from '../base/statistics';

/** A strategy as the sentences call it: "Threaded", "One after another". */
export interface NamedStrategy {
  readonly id: StrategyId;
  readonly name: string;
}

/**
 * Puts runs into words, strategy by strategy in the order of `strategies`; one that never ran is not mentioned. Times are medians, and
 * are compared with those of `baseline`. `records` are in the order in which they were made.
 *
 *     Threaded took 1.02 s, 2.9 times as fast as one after another (2.98 s).
 */
export function summariseRuns(
  strategies: readonly NamedStrategy[],
  records: readonly RunRecord[],
  baseline: StrategyId,
): readonly string[] {
  const base = strategies.find(({ id }) => id === baseline);
  const measured = measuredOf(records);
  const baseTimes = countedTimes(records, baseline);
  return strategies.flatMap((strategy) => {
    const own = records.filter((record) => record.strategy === strategy.id);
    const times = countedTimes(own, strategy.id);
    const against =
      base === undefined || strategy.id === baseline || baseTimes.length === 0
        ? ''
        : comparisonWords(
            measured.compare(strategy.id, baseline),
            `${withinSentence(base.name)} (${formatDuration(median(baseTimes))})`,
          );
    const repeats = times.length > 1 ? ` (median of ${formatCount(times.length)} runs)` : '';
    return [
      ...(times.length > 0 ? [`${strategy.name} took ${formatDuration(median(times))}${repeats}${against}.`] : []),
      ...endWords(strategy.name, own),
    ];
  });
}

function comparisonWords({ verdict, ratio }: Comparison, base: string): string {
  switch (verdict) {
    case 'tie':
      // Medians that are far apart tie only where the runs overlap, or the clock cannot tell them apart.
      return ratio > tieRatio ? `, with no clear difference from ${base}` : `, about as fast as ${base}`;
    case 'less':
      return Number.isFinite(ratio) ? `, ${formatRatio(ratio)} times as fast as ${base}` : `, faster than ${base}`;
    case 'more':
      return Number.isFinite(ratio) ? `, ${formatRatio(ratio)} times as long as ${base}` : `, longer than ${base}`;
    case 'unknown':
      return '';
    default:
      return assertNever(verdict);
  }
}

/** How the latest run ended if it did not finish; what went wrong, and what to do about it, the page tells elsewhere. */
function endWords(name: string, own: readonly RunRecord[]): readonly string[] {
  const status = own.at(-1)?.outcome.status ?? 'finished';
  switch (status) {
    case 'finished':
      return [];
    case 'failed':
      return [`${name} failed.`];
    case 'stopped':
      return [`${name} was stopped.`];
    default:
      return assertNever(status);
  }
}

/** A name in the middle of a sentence: "One after another" loses its capital, "GIL" and "TaskGroup" keep theirs. */
function withinSentence(name: string): string {
  return /^[A-Z][a-z]+(?![A-Za-z])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
