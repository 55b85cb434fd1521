import * as v from 'valibot';
import { SpanStore } from '../../../core/trace/spans';
import type { Trace, TraceEvent } from '../../../core/trace/trace';

const ms = v.pipe(v.number(), v.minValue(0));

const lane = v.object({
  name: v.string(),
  /** When the thread began and ended, from the run's begin. */
  fromMs: ms,
  toMs: ms,
  /** How long it was on a core in all. */
  onCoreMs: ms,
  /** What it did, and from when on. */
  spans: v.array(v.tuple([v.picklist(['running', 'wants a core', 'asleep']), ms])),
});

const run = v.object({
  /** Whether the GIL was on. */
  gil: v.boolean(),
  /** How often the system was asked what each thread does. */
  everyMs: v.pipe(v.number(), v.gtValue(0)),
  lanes: v.pipe(v.array(lane), v.minLength(1)),
});

const row = v.object({
  python: v.string(),
  implementation: v.string(),
  build: v.optional(v.string()),
  cores: v.pipe(v.number(), v.integer(), v.minValue(1)),
  os: v.string(),
  note: v.optional(v.string()),
  date: v.pipe(v.string(), v.isoDate()),
  /** Of how many runs each is the middle one in length. */
  repeats: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** By program. */
  runs: v.record(v.string(), run),
});

/** One program on one native CPython, watched from outside by `tools/native-timeline.py`. Times are milliseconds. */
export type NativeRun = v.InferOutput<typeof run>;
/** A native CPython, with the programs that were watched on it. */
export type NativeRow = v.InferOutput<typeof row>;

/** Throws when the text is not what `npm run record -- --timelines` writes. */
export const parseRuns = (text: string): readonly NativeRow[] => v.parse(v.array(row), JSON.parse(text));

/** When the last thread ended. */
export const lastMs = ({ lanes }: NativeRun): number => Math.max(...lanes.map(({ toMs }) => toMs));

/** How many cores the run used on average: the time of all its threads on a core, by its length. */
export const coresUsed = (watched: NativeRun): number =>
  watched.lanes.reduce((sum, { onCoreMs }) => sum + onCoreMs, 0) / lastMs(watched);

/** The events of a run. `asleepFor` says what a thread that sleeps may wait for, since the system does not tell: "the GIL". */
export function traceOf({ lanes }: NativeRun, asleepFor: string): Trace {
  return lanes
    .flatMap(({ name, fromMs, toMs, spans }, index): readonly TraceEvent[] => {
      const main = index === 0;
      const id = `native-${index}`;
      return [
        { kind: 'start', at: fromMs, lane: id, laneKind: main ? 'main' : 'thread', name },
        ...spans.map(([state, at]): TraceEvent => {
          if (state === 'running') return { kind: 'run', at, lane: id };
          if (state === 'wants a core') return { kind: 'ready', at, lane: id, on: 'a core' };
          return { kind: 'block', at, lane: id, on: main ? 'the other threads' : asleepFor };
        }),
        { kind: 'end', at: toMs, lane: id, end: { status: 'finished' } },
      ];
    })
    .toSorted((one, other) => one.at - other.at);
}

/** What a timeline draws of a run. */
export function spansOf(watched: NativeRun, asleepFor: string): SpanStore {
  const store = new SpanStore();
  store.add(traceOf(watched, asleepFor));
  store.finish();
  return store;
}
