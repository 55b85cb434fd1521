import type { DownloadParams } from './downloads';
import { pageNames, type PageRequest } from './pages';
import { seeded } from '../base/random';
import type { Millis } from '../base/time';

/** A page's size lies between these. */
const sizeBytes = { least: 4000, most: 24_000 } as const;

/**
 * Decides what each page of a run is asked for. The same parameters give the same plan, another failure rate only adds or takes
 * failures, and another number of pages leaves those that stay as they were.
 */
export function planPages({
  pages,
  latencyMs,
  jitterPercent,
  failurePercent,
  seed,
}: DownloadParams): readonly PageRequest[] {
  const random = seeded(seed);
  return pageNames.slice(0, pages).map((name) => {
    // Every page draws the same number of times, whatever is done with it.
    const [jitter, luck, kind, size, text] = [random(), random(), random(), random(), random()];
    return {
      name,
      latencyMs: Math.round(latencyMs * (1 + (jitterPercent / 100) * (2 * jitter - 1))),
      failure: luck * 100 >= failurePercent ? null : kind < 0.5 ? '503' : 'drop',
      sizeBytes: Math.round(sizeBytes.least + (sizeBytes.most - sizeBytes.least) * size),
      seed: Math.floor(text * 1_000_000),
    };
  });
}

/** How long pages take on a number of lanes, each of which takes the next page as soon as it is free. */
export function expectedMs(latencies: readonly Millis[], lanes: number): Millis {
  const freeAt: Millis[] = Array.from({ length: Math.max(1, lanes) }, () => 0);
  for (const latency of latencies) {
    const first = freeAt.indexOf(Math.min(...freeAt));
    freeAt[first] = (freeAt[first] ?? 0) + latency;
  }
  return Math.max(...freeAt);
}
