import type {
  AbandonReason,
  Access,
  Accesses,
  AccessKind,
  Outcome,
  RunResult,
  Step,
  StepIndex,
  SwitchPoint,
  ThreadIndex,
  WaitEdge,
  WorkItem,
} from '../schedule/types';
import { wholeOf } from '../schedule/objectNames';
import {
  actorIn,
  actorsIn,
  expectAnswer,
  fieldsIn,
  isInteger,
  isList,
  listIn,
  oneOf,
  parseAnswer,
  perActorIn,
  textIn,
} from './answers';

/**
 * Runs as src/python/scheduled/packed.py tells them, as JSON: `[version, things, runs]`. Equal outcomes, points and accesses of a batch are told once: they go by their places among
 * `things`. A run is a row of numbers: its outcome, how many first steps are not told, how many there are with those, then of each that is told its thread, its point
 * and its accesses, and at last the point at its end. An access is `[object, kind]`, with a 1 behind it where it is shut; a point is `[enabled, next]`, where `next` has
 * accesses, null or 0 (of a thread that has ended) by thread, or only says how many threads there are, where nobody has ended and nothing is known.
 */
/** To be raised with `PACKED_VERSION` of packed.py, whenever this form changes. */
export const packedVersion = 1;
const beforeSteps = 3;
const wordsOfStep = 3;

/** What one step may do at most. */
const mostAccesses = 100_000;
/** More threads and tasks than any program has. */
const mostThreads = 4096;
/** What one answer may tell of at most, runs or things. */
const mostTold = 2 ** 22;

const accessKinds: Readonly<Record<AccessKind, true>> = {
  read: true,
  write: true,
  acquire: true,
  try: true,
  fail: true,
  release: true,
  again: true,
  wait: true,
  wake: true,
  notify: true,
  timeout: true,
  start: true,
  join: true,
  end: true,
  time: true,
  exit: true,
};
const waitKinds: Readonly<Record<WaitEdge['kind'], true>> = { acquire: true, wake: true, join: true };
const reasons: Readonly<Record<AbandonReason, true>> = {
  steps: true,
  threads: true,
  livelock: true,
  spin: true,
  diverged: true,
  outside: true,
};

function accessIn(packed: unknown): Access {
  expectAnswer(isList(packed));
  const [object, kind, shut] = packed;
  const name = textIn(object);
  const partOf = wholeOf(name);
  const access = {
    object: name,
    kind: oneOf(kind, accessKinds),
    ...(partOf === undefined ? {} : { partOf }),
  };
  return shut === 1 ? { ...access, shut: true } : access;
}

/** What a step does. @throws BrokenAnswer */
export function accessesIn(packed: unknown): Accesses {
  return listIn(packed, mostAccesses, accessIn);
}

/** What a step does, as `accessesIn` reads it. */
export const packAccesses = (accesses: Accesses): readonly (readonly [string, AccessKind, 1?])[] =>
  accesses.map(({ object, kind, shut }) => (shut === true ? [object, kind, 1] : [object, kind]));

/** By the number of threads. */
const nothingKnown = Array.from({ length: 17 }, (_, threads) => Array.from<null>({ length: threads }).fill(null));

/** A point as `packPoint` packs it. @throws BrokenAnswer */
export function pointIn(packed: unknown): SwitchPoint {
  expectAnswer(isList(packed));
  const [enabled, next] = packed;
  if (isInteger(next)) {
    expectAnswer(next >= 0 && next < mostThreads);
    return { enabled: actorsIn(enabled), next: nothingKnown[next] ?? Array.from<null>({ length: next }).fill(null) };
  }
  const nexts = perActorIn(next, (one) => (one === 0 ? undefined : one === null ? null : accessesIn(one)));
  return { enabled: actorsIn(enabled), next: nexts };
}

/** A point, as `pointIn` reads it. */
export const packPoint = ({ enabled, next }: SwitchPoint): readonly unknown[] => [
  enabled,
  next.map((one) => (one === undefined ? 0 : one === null ? null : packAccesses(one))),
];

const waitIn = (packed: unknown): WaitEdge => {
  const { thread, object, kind, holders } = fieldsIn(packed);
  return { thread: actorIn(thread), object: textIn(object), kind: oneOf(kind, waitKinds), holders: actorsIn(holders) };
};

/** @throws BrokenAnswer */
export function outcomeIn(packed: unknown): Outcome | null {
  if (packed === null) return null;
  const { kind, state, message, whole, waits, why } = fieldsIn(packed);
  const digest = whole === undefined ? {} : { whole: textIn(whole) };
  switch (kind) {
    case 'finished':
      return { kind, state: textIn(state), ...digest };
    case 'exception':
      return { kind, message: textIn(message), state: textIn(state), ...digest };
    case 'deadlock':
      return { kind, waits: perActorIn(waits, waitIn) };
    default:
      expectAnswer(kind === 'abandoned');
      return { kind, why: oneOf(why, reasons) };
  }
}

const untoldStep = (thread: ThreadIndex): Step => ({ thread, point: { enabled: [], next: [] }, accesses: [] });
/** By thread: a step of a prefix, of which only the thread is told. */
const untold = Array.from({ length: 17 }, (_, thread) => untoldStep(thread));

/** Runs to be made, for Python. */
export const packItems = (items: readonly WorkItem[]): string => JSON.stringify(items.map(packItem));

/** One run to be made, as data. */
export const packItem = ({ prefix, sleep, maxSteps, priorities }: WorkItem): object => ({
  prefix,
  maxSteps,
  ...(priorities !== undefined && { priorities: [priorities.ranks, priorities.changes] }),
  sleep: sleep.map(({ thread, accesses }) => [thread, packAccesses(accesses)]),
});

/** A run to be stepped through, for Python: of its steps, those from the one before `from` on are told. */
export const packOrder = ({ prefix, maxSteps }: WorkItem, from: StepIndex): string =>
  JSON.stringify({ prefix, maxSteps, first: from });

/** What became of the runs of these items. @throws BrokenAnswer where Python never answers so. */
export function unpackRuns(answer: unknown, items: readonly Pick<WorkItem, 'prefix'>[]): RunResult[] {
  const packed = parseAnswer(answer);
  expectAnswer(isList(packed));
  const [version, things, rows] = packed;
  expectAnswer(
    version === packedVersion &&
      isList(things) &&
      isList(rows) &&
      things.length <= mostTold &&
      rows.length === items.length,
  );
  const pointAt = remembered(things, pointIn);
  const accessesAt = remembered(things, accessesIn);
  const outcomeAt = remembered(things, outcomeIn);
  return rows.map((row, index) => {
    expectAnswer(isList(row));
    const [outcome, first, count] = row;
    const prefix = items[index]?.prefix ?? [];
    expectAnswer(isInteger(first) && first >= 0);
    const steps = prefix.slice(0, first).map((thread) => untold[thread] ?? untoldStep(thread));
    expectAnswer(isInteger(count) && row.length === beforeSteps + wordsOfStep * (count - steps.length) + 1);
    let at = beforeSteps;
    for (; at < row.length - 1; at += wordsOfStep)
      steps.push({ thread: actorIn(row[at]), point: pointAt(row[at + 1]), accesses: accessesAt(row[at + 2]) });
    return { steps, end: pointAt(row[at]), outcome: outcomeAt(outcome) };
  });
}

/** Reads the things at their places, each once. */
export function remembered<R>(things: readonly unknown[], read: (thing: unknown) => R): (place: unknown) => R {
  const known = new Map<unknown, R>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    expectAnswer(isInteger(place) && place >= 0 && place < things.length);
    const one = read(things[place]);
    known.set(place, one);
    return one;
  };
}
