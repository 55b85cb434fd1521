import type {
  Access,
  Accesses,
  AccessKind,
  Outcome,
  RunResult,
  Step,
  SwitchPoint,
  ThreadIndex,
  WorkItem,
} from '../schedule/types';

/** An access as Python and the page tell it to each other. */
export type PackedAccess = readonly [object: string, kind: AccessKind, shut?: 1];
/** Zero for a thread that has ended. */
type PackedNext = readonly PackedAccess[] | null | 0;
/** Instead of the next steps, how many threads there are, where nobody has ended and nothing is known. */
type PackedPoint = readonly [enabled: readonly ThreadIndex[], next: readonly PackedNext[] | number];

/**
 * Runs as src/python/scheduled/runs.py tells them, as JSON. Equal outcomes, points and accesses of a batch are told once: they go by their places among `things`. A run is
 * a row of numbers: its outcome, how many first steps are not told, how many there are with those, then of each that is told its thread, its point and its accesses,
 * and at last the point at its end.
 */
type Packed = readonly [things: readonly unknown[], runs: readonly (readonly number[])[]];

const unpackAccess = ([object, kind, shut]: PackedAccess): Access =>
  shut === 1 ? { object, kind, shut: true } : { object, kind };

/** What a step does. */
export const unpackAccesses = (packed: readonly PackedAccess[]): Accesses => packed.map(unpackAccess);

const packAccesses = (accesses: Accesses): PackedAccess[] =>
  accesses.map(({ object, kind, shut }) => (shut === true ? [object, kind, 1] : [object, kind]));

/** By the number of threads. */
const nothingKnown = Array.from({ length: 17 }, (_, threads) => Array.from<null>({ length: threads }).fill(null));

const unpackPoint = ([enabled, next]: PackedPoint): SwitchPoint => ({
  enabled,
  next:
    typeof next === 'number'
      ? (nothingKnown[next] ?? [])
      : next.map((one) => (one === 0 ? undefined : one === null ? null : unpackAccesses(one))),
});

/** By thread: a step of a prefix, of which nobody tells more than whoever made the prefix knows. */
const untold = Array.from({ length: 17 }, (_, thread): Step => ({
  thread,
  point: { enabled: [], next: [] },
  accesses: [],
}));

/** Runs to be made, for Python. */
export const packItems = (items: readonly WorkItem[]): string => JSON.stringify(items.map(packItem));

/** One of them, with what else is to be said of it. */
export const packItem = ({ prefix, sleep, maxSteps }: WorkItem): object => ({
  prefix,
  maxSteps,
  sleep: sleep.map(({ thread, accesses }) => [thread, packAccesses(accesses)]),
});

/** What became of the runs of these items. */
export function unpackRuns(json: string, items: readonly Pick<WorkItem, 'prefix'>[]): RunResult[] {
  const [things, rows] = JSON.parse(json) as Packed;
  const points: SwitchPoint[] = [];
  const accesses: Accesses[] = [];
  const pointAt = (place: number): SwitchPoint => (points[place] ??= unpackPoint(things[place] as PackedPoint));
  const accessesAt = (place: number): Accesses =>
    (accesses[place] ??= unpackAccesses(things[place] as readonly PackedAccess[]));
  return rows.map((row, index) => {
    const [outcome = -1, first = 0, count = 0] = row;
    const steps: Step[] = [];
    for (const thread of items[index]?.prefix.slice(0, first) ?? [])
      steps.push(untold[thread] ?? { thread, point: { enabled: [], next: [] }, accesses: [] });
    let at = 3;
    for (; steps.length < count; at += 3)
      steps.push({ thread: row[at] ?? -1, point: pointAt(row[at + 1] ?? -1), accesses: accessesAt(row[at + 2] ?? -1) });
    return { steps, end: pointAt(row[at] ?? -1), outcome: things[outcome] as Outcome | null };
  });
}
