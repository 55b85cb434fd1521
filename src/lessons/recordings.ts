import * as v from 'valibot';
// As text, for the type of a JSON import would be that of today's figures.
import text from './recordings.json?raw';

/**
 * What the lessons' programs took on native CPython. `npm run record` writes `recordings.json`; the page shows it beside its
 * own numbers, labelled as recorded. All times end in `Ms` and are milliseconds, read from what the program itself printed.
 */
const figure = v.pipe(
  v.object({ medianMs: v.number(), minMs: v.number(), maxMs: v.number() }),
  v.check(
    ({ medianMs, minMs, maxMs }) => 0 < minMs && minMs <= medianMs && medianMs <= maxMs,
    'A median lies between least and most.',
  ),
);

const row = v.object({
  /** The version, `3.13.0`. */
  python: v.string(),
  /** `CPython`, or `CPython, free-threaded`. */
  implementation: v.string(),
  /** Cores that the system reports. */
  cores: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** How this Python was built, `not an optimised build`: with optimisations, counting takes less than half as long. */
  build: v.optional(v.string()),
  /** System and processor, `Linux x86-64`. */
  os: v.string(),
  /** What else a reader must know of the machine: `shared with other work`. */
  note: v.optional(v.string()),
  /** `2026-11-22`. */
  date: v.pipe(v.string(), v.isoDate()),
  /** Runs of each strategy, taken in turn. */
  repeats: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** By strategy id, in the order of the experiment. */
  strategies: v.record(v.string(), figure),
});

const recording = v.object({
  /** What was done, in a few words. */
  title: v.string(),
  /** The unit in which the figures read best. */
  unit: v.picklist(['s', 'ms']),
  rows: v.array(row),
});

export type Recording = v.InferOutput<typeof recording>;
/** By id: that of the experiment or the page's table that shows it. */
export type Recordings = Readonly<Record<string, Recording>>;

/** Throws when the file is not what `npm run record` writes. */
export const parseRecordings = (value: unknown): Recordings => v.parse(v.record(v.string(), recording), value);

export const recordings: Recordings = parseRecordings(JSON.parse(text));
