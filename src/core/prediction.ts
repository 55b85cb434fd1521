import type { RunRecord } from './experiment';
import { compare, median } from './statistics';
import { countedTimes } from './countedTimes';

/** The strategies by their measured median, fastest first; null while one of them was not measured. */
export function measuredOrder(records: readonly RunRecord[], strategies: readonly string[]): readonly string[] | null {
  const medians = strategies.map((id) => ({ id, ms: median(countedTimes(records, id)) }));
  if (medians.some(({ ms }) => Number.isNaN(ms))) return null;
  return medians.sort((a, b) => a.ms - b.ms).map(({ id }) => id);
}

/** How a ranking came out. `tied` pairs were too close to call, so either order is right. */
export interface RankVerdict {
  readonly right: boolean;
  /** Pairs that the reader had the wrong way round, `[faster, slower]` as measured. */
  readonly swapped: readonly (readonly [string, string])[];
}

/** Compares a predicted order with what was measured; a tie forgives. Null while something was not measured. */
export function judgeRanking(predicted: readonly string[], records: readonly RunRecord[]): RankVerdict | null {
  const order = measuredOrder(records, predicted);
  if (order === null) return null;
  const swapped: (readonly [string, string])[] = [];
  for (const [place, faster] of order.entries()) {
    for (const slower of order.slice(place + 1)) {
      const wrong = predicted.indexOf(faster) > predicted.indexOf(slower);
      const tied = compare(countedTimes(records, faster), countedTimes(records, slower)).verdict === 'tie';
      if (wrong && !tied) swapped.push([faster, slower]);
    }
  }
  return { right: swapped.length === 0, swapped };
}
