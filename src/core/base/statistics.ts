/** What repeated measurements say, in the unit they came in. Order statistics only: one disturbed run must not move the answer. */
export interface Summary {
  readonly count: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  /** The interquartile range, `q3 - q1`: the width of the middle half. */
  readonly spread: number;
}

/** Medians this close are a tie: what two shared cores give from run to run. */
export const tieRatio = 1.15;
/** Below this ratio a difference is too small to be worth a word, however sure it is. */
const negligibleRatio = 1.05;
/** With five against five, complete separation has a chance of 2 in 252 when nothing differs. */
const separationCount = 5;
/** Quartiles of fewer samples than this say nothing about spread. */
const quartileCount = 4;

function ascending(samples: readonly number[]): number[] {
  return [...samples].sort((a, b) => a - b);
}

function quantileOfSorted(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (position - below);
}

/**
 * The sample quantile for `p` from 0 to 1, by linear interpolation between order statistics: type 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361–365, the default of R and NumPy.
 * `NaN` for no samples. Throws `RangeError` when `p` is outside 0 to 1.
 */
export function quantile(samples: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not at ${p}.`);
  return quantileOfSorted(ascending(samples), p);
}

/** The middle sample, or halfway between the middle two. `NaN` for no samples. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** The interquartile range. `NaN` for no samples, 0 for one. */
export function spread(samples: readonly number[]): number {
  return summarise(samples).spread;
}

/** All order statistics at once. For no samples every one of them is `NaN` and the count is 0. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = ascending(samples);
  const q1 = quantileOfSorted(sorted, 0.25);
  const q3 = quantileOfSorted(sorted, 0.75);
  return {
    count: sorted.length,
    min: sorted[0] ?? Number.NaN,
    q1,
    median: quantileOfSorted(sorted, 0.5),
    q3,
    max: sorted.at(-1) ?? Number.NaN,
    spread: q3 - q1,
  };
}

/** Whether one and the same work took as long at the end of a measurement as at its start. If not, something else used the machine meanwhile. */
export function isSteady(before: number, after: number): boolean {
  const ratio = after / before;
  return ratio < tieRatio && ratio > 1 / tieRatio;
}

/** How `a` stands to `b`. `ratio` is always the larger median over the smaller, so at least 1. */
export interface Comparison {
  readonly verdict: 'tie' | 'less' | 'more' | 'unknown';
  readonly ratio: number;
}

/** From where to where samples usually lie: their middle half, or all of them where they are too few to have one. */
const usualLeast = ({ count, min, q1 }: Summary): number => (count < quartileCount ? min : q1);
const usualMost = ({ count, max, q3 }: Summary): number => (count < quartileCount ? max : q3);

/**
 * Compares two sets of times by their medians. Within 15 % they tie, unless each has at least five samples and no sample of one
 * reaches those of the other. Beyond 15 % they differ, unless their spreads overlap: from four samples of each on, the middle halves;
 * of a side with fewer, where anything was repeated at all, all that it has, and 15 % must lie between the two sides.
 * A difference within 5 %, or within two ticks of the clock (`resolution`, in the samples' unit), is always a tie.
 * `unknown` where one side has no samples.
 */
export function compare(a: readonly number[], b: readonly number[], resolution = 0): Comparison {
  if (a.length === 0 || b.length === 0) return { verdict: 'unknown', ratio: Number.NaN };
  const [x, y] = [summarise(a), summarise(b)];
  const [low, high] = x.median <= y.median ? [x, y] : [y, x];
  const ratio = low.median === high.median ? 1 : high.median / low.median;
  const fewest = Math.min(x.count, y.count);
  const tooSmall = high.median - low.median <= 2 * resolution || ratio <= negligibleRatio;
  const apart = fewest >= separationCount && low.max < high.min;
  const repeated = Math.max(x.count, y.count) > 1;
  const mingled =
    fewest >= quartileCount ? low.q3 >= high.q1 : repeated && usualMost(low) * tieRatio >= usualLeast(high);
  const differs = !tooSmall && (ratio > tieRatio ? !mingled : apart);
  if (!differs) return { verdict: 'tie', ratio };
  return { verdict: low === x ? 'less' : 'more', ratio };
}
