import type { Millis } from '../../core/base/time';
import { withCounters, type CounterClient } from './counterWorkers';
import { reportedCores } from '../environment';
import { epochNow } from '../../core/base/clock';

/** How much faster several workers counted than one. */
export interface CoresPoint {
  readonly workers: number;
  readonly speedup: number;
}

export interface CoresMeasured {
  /** The best speed-up there was, and the fewest workers that came within 5 % of it. */
  readonly best: CoresPoint;
  readonly points: readonly CoresPoint[];
  readonly reported: number;
}

const windowMs: Millis = 90;
/** No further point is begun after this long. */
const budgetMs: Millis = 1100;
const mostWorkers = 16;

/** Lets 1, 2, 3, 4, 6, 8 … workers count for a moment, all at once, and compares how much they count together. */
export async function measureCores(signal: AbortSignal): Promise<CoresMeasured> {
  const beganAt = epochNow();
  const reported = reportedCores();
  const most = Math.min(mostWorkers, Math.max(2, reported));
  const points = await withCounters(most, signal, async (counters) => {
    const alone = await speedOf(counters.slice(0, 1));
    const measured: CoresPoint[] = [{ workers: 1, speedup: 1 }];
    for (const workers of [2, 3, 4, 6, 8, 12, 16].filter((size) => size <= most)) {
      if (epochNow() - beganAt > budgetMs) break;
      measured.push({ workers, speedup: (await speedOf(counters.slice(0, workers))) / alone });
    }
    return measured;
  });
  const top = Math.max(...points.map(({ speedup }) => speedup));
  const best = points.find(({ speedup }) => speedup >= top * 0.95) ?? { workers: 1, speedup: 1 };
  return { best, points, reported };
}

/** Steps per millisecond that these count together. */
async function speedOf(counters: readonly CounterClient[]): Promise<number> {
  const samples = await Promise.all(
    counters.map((counter) => counter.call((remote) => remote.measureSpeed(windowMs, 1))),
  );
  return samples.flat().reduce((sum, { steps, tookMs }) => sum + steps / tookMs, 0);
}
