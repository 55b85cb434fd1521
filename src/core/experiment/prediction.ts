import type { RunRecord } from './experiment';
import { measuredOf } from './measured';
import { median } from '../base/statistics';
import { countedTimes } from './countedTimes';

/** The strategies by their measured median, fastest first; null while one of them was not measured. */
export function measuredOrder(records: readonly RunRecord[], strategies: readonly string[]): readonly string[] | null {
  const medians = strategies.map((id) => ({ id, ms: median(countedTimes(records, id)) }));
  if (medians.some(({ ms }) => Number.isNaN(ms))) return null;
  return medians.sort((a, b) => a.ms - b.ms).map(({ id }) => id);
}

/** How a ranking came out. Pairs that tie were too close to call, so either order is right. */
export interface RankVerdict {
  readonly right: boolean;
  /** Fastest first; strategies that all tie with each other share a place. */
  readonly places: readonly (readonly string[])[];
  /** Pairs that the reader had the wrong way round, `[faster, slower]` as measured. */
  readonly swapped: readonly (readonly [string, string])[];
}

/** Compares a predicted order with what was measured; a tie forgives. Null while something was not measured. */
export function judgeRanking(predicted: readonly string[], records: readonly RunRecord[]): RankVerdict | null {
  const order = measuredOrder(records, predicted);
  if (order === null) return null;
  const measured = measuredOf(records);
  const tied = (a: string, b: string): boolean => measured.compare(a, b).verdict === 'tie';
  const swapped: (readonly [string, string])[] = [];
  const places: string[][] = [];
  for (const [place, faster] of order.entries()) {
    const last = places.at(-1);
    if (last?.every((other) => tied(other, faster)) === true) last.push(faster);
    else places.push([faster]);
    for (const slower of order.slice(place + 1)) {
      if (predicted.indexOf(faster) > predicted.indexOf(slower) && !tied(faster, slower))
        swapped.push([faster, slower]);
    }
  }
  return { right: swapped.length === 0, places, swapped };
}
