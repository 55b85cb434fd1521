/** The least, the median and the most of several runs. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** What the threads of a program share. */
export const works = ['apart', 'lists', 'list', 'lock'] as const;
export type Work = (typeof works)[number];

/** How many threads share the work. */
export const threadCounts = ['1', '2', '4', '8'] as const;
type ThreadCount = (typeof threadCounts)[number];

/** What was recorded on one build of Python. `npm run record -- --builds` writes it. */
export interface BuildRow {
  /** The version, `3.14.10`. */
  readonly python: string;
  /** `CPython`, or `CPython, free-threaded`. */
  readonly implementation: string;
  /** How it was built: `not an optimised build`. */
  readonly build: string;
  /** Cores that the system reports. */
  readonly cores: number;
  readonly os: string;
  readonly note?: string;
  readonly date: string;
  readonly repeats: number;
  /** Seconds, by work and number of threads. */
  readonly seconds: Readonly<Record<Work, Readonly<Record<ThreadCount, Spread>>>>;
  /** Seconds of each function of `what_it_costs.py`, and `memory` in MB. */
  readonly costs: Readonly<Record<string, Spread>>;
}

/** What two threads need for a work that one could do alone. */
export type Compared = 'shorter' | 'alike' | 'longer';

/** Two threads differ from one where the spreads do not meet, and the medians differ by more than the 15 % that two shared cores vary. */
export function twoAgainstOne(row: Pick<BuildRow, 'seconds'>, work: Work): Compared {
  const { '1': one, '2': two } = row.seconds[work];
  if (two.most < one.least && two.median * 1.15 < one.median) return 'shorter';
  return two.least > one.most && two.median > one.median * 1.15 ? 'longer' : 'alike';
}

/** Whether a row is of a build without a GIL. */
export const isFree = ({ implementation }: Pick<BuildRow, 'implementation'>): boolean =>
  implementation.includes('free-threaded');

/** The build without a GIL, and one of its version with it. Throws where one was not recorded. */
export function pairOf(rows: readonly BuildRow[]): { readonly gil: BuildRow; readonly free: BuildRow } {
  const free = rows.find(isFree);
  const [version = ''] = /^\d+\.\d+\./.exec(free?.python ?? '') ?? [];
  const gil = rows.find((row) => !isFree(row) && row.python.startsWith(version));
  if (gil === undefined || free === undefined)
    throw new Error('A build with the GIL and one without it, of one version, belong in builds.json.');
  return { gil, free };
}
