import type { RunRecord } from '../core/experiment';
import { countedTimes } from '../core/countedTimes';

/** The latest run of each strategy, as a prediction's `answer` gets it. */
export type LatestRuns = ReadonlyMap<string, RunRecord>;

/** How long `strategy` took, as a share of what `reference` took; null until both have a run that counts. */
export function shareOf(latest: LatestRuns, strategy: string, reference: string): number | null {
  const runs = [...latest.values()];
  const [took] = countedTimes(runs, strategy);
  const [referenceTook] = countedTimes(runs, reference);
  return took === undefined || referenceTook === undefined || referenceTook === 0 ? null : took / referenceTook;
}
