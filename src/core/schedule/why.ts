import { isBefore, join, type Clock } from './dependence';
import type { Access, AccessKind, ObjectId, RunResult, StepIndex, ThreadIndex } from './types';

/** Two accesses to one object, at least one of them a write, that no synchronisation puts in an order. */
export interface DataRace {
  readonly object: ObjectId;
  readonly first: StepIndex;
  readonly second: StepIndex;
}

/**
 * What an access of another thread did between two of a thread's own, in a way in which no undivided execution of the two would have shown it. The four
 * unserialisable cases of Lu, Tucek, Qin and Zhou, "AVIO" (ASPLOS 2006), by their names for readers:
 * - lost update: read, written by the other, written over.
 * - check then act: read, written by the other, read again.
 * - intermediate value: written, read by the other, written again.
 * - overwritten: written, written by the other, read.
 */
export type Interference = 'lost update' | 'check then act' | 'intermediate value' | 'overwritten';

/** Why a schedule came to its outcome, as far as its accesses tell. */
export type Reason =
  | {
      readonly kind: Interference;
      readonly object: ObjectId;
      readonly first: StepIndex;
      readonly between: StepIndex;
      readonly last: StepIndex;
      /** The step with which the other thread took over. */ readonly switchAt: StepIndex;
    }
  /** It read, the other wrote, and it went on to write something else. */
  | {
      readonly kind: 'outdated';
      readonly object: ObjectId;
      readonly first: StepIndex;
      readonly between: StepIndex;
      readonly last: StepIndex;
      readonly switchAt: StepIndex;
    }
  | ({ readonly kind: 'race'; readonly switchAt: StepIndex } & DataRace);

const gives: ReadonlySet<AccessKind> = new Set(['release', 'wait', 'notify', 'end', 'start']);
const takes: ReadonlySet<AccessKind> = new Set(['acquire', 'try', 'wake', 'join']);
const isData = ({ kind }: Access): boolean => kind === 'read' || kind === 'write';

/**
 * The data races of a run, in the order of their second accesses, by vector clocks: a step comes before another if it is earlier in the same thread, or if
 * there is a chain of synchronisation from it: from a release to a later acquire of the same lock, from a start, to a join, from a notification to who wakes (Lamport 1978;
 * Mattern 1989). Only the latest earlier access of each thread is compared.
 */
export function dataRaces({ steps }: RunResult): readonly DataRace[] {
  const races: DataRace[] = [];
  const known: Clock[] = [];
  const given = new Map<ObjectId, Clock>();
  const latest = new Map<
    ObjectId,
    { readonly at: StepIndex; readonly thread: ThreadIndex; readonly kind: AccessKind }[]
  >();
  let previous: Clock = [];
  steps.forEach(({ thread, accesses, point }, at) => {
    // A new thread has been started by the step before.
    for (let other = known.length; other < point.next.length; other += 1) known.push(previous.slice());
    const clock = (known[thread] ??= []);
    for (const { object, kind } of accesses) if (takes.has(kind)) join(clock, given.get(object) ?? []);
    for (const { object, kind } of accesses.filter(isData)) {
      const before = latest.get(object) ?? [];
      for (const other of before) {
        if (
          other.thread !== thread &&
          (other.kind === 'write' || kind === 'write') &&
          !isBefore(other.thread, other.at, clock)
        )
          races.push({ object, first: other.at, second: at });
      }
      latest.set(object, [
        ...before.filter((other) => other.thread !== thread || other.kind !== kind),
        { at, thread, kind },
      ]);
    }
    clock[thread] = at + 1;
    for (const { object, kind } of accesses) {
      if (!gives.has(kind)) continue;
      const all = given.get(object) ?? [];
      join(all, clock);
      given.set(object, all);
    }
    previous = clock;
  });
  return races;
}

interface Touch {
  readonly at: StepIndex;
  readonly thread: ThreadIndex;
  readonly kind: AccessKind;
}

/** `read write read` → what the middle one did to the others. */
function interference(first: AccessKind, between: AccessKind, last: AccessKind): Interference | null {
  if (between === 'write') {
    if (first === 'read') return last === 'write' ? 'lost update' : 'check then act';
    return last === 'read' ? 'overwritten' : null;
  }
  return first === 'write' && last === 'write' ? 'intermediate value' : null;
}

const order: readonly Reason['kind'][] = [
  'lost update',
  'check then act',
  'intermediate value',
  'overwritten',
  'outdated',
  'race',
];

/**
 * Everything in a run that could be why it went wrong, the most telling first: by kind, then the one that spans the fewest steps, then the earliest. Use it on a minimised
 * run, where little else is left than what matters.
 */
export function reasons(result: RunResult): readonly Reason[] {
  const { steps } = result;
  const found: Reason[] = [];
  const touches = new Map<ObjectId, Touch[]>();
  steps.forEach(({ thread, accesses }, at) => {
    for (const { object, kind } of accesses.filter(isData))
      touches.set(object, [...(touches.get(object) ?? []), { at, thread, kind }]);
  });
  const switchAfter = (at: StepIndex): StepIndex =>
    steps.findIndex((step, index) => index > at && step.thread !== steps[at]?.thread);
  const writesAfter = (thread: ThreadIndex, at: StepIndex): StepIndex =>
    steps.findIndex(
      (step, index) => index > at && step.thread === thread && step.accesses.some(({ kind }) => kind === 'write'),
    );
  for (const [object, all] of touches) {
    all.forEach((first, index) => {
      const later = all.slice(index + 1);
      const end = later.findIndex(({ thread }) => thread === first.thread);
      const last = later[end];
      for (const between of end < 0 ? later : later.slice(0, end)) {
        const place = { object, first: first.at, between: between.at, switchAt: switchAfter(first.at) };
        if (last === undefined) {
          const acted = writesAfter(first.thread, between.at);
          if (first.kind === 'read' && between.kind === 'write' && acted >= 0)
            found.push({ kind: 'outdated', ...place, last: acted });
        } else {
          const kind = interference(first.kind, between.kind, last.kind);
          if (kind !== null) found.push({ kind, ...place, last: last.at });
        }
      }
    });
  }
  for (const race of dataRaces(result)) found.push({ kind: 'race', ...race, switchAt: switchAfter(race.first) });
  const span = (reason: Reason): number => (reason.kind === 'race' ? reason.second : reason.last) - reason.first;
  return found.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || span(a) - span(b) || a.first - b.first,
  );
}
