import { gzipSync } from 'node:zlib';
import type { ScheduledMoment, WatchedRun } from '../../../src/core/python/pythonSchedules';
import type { RecordedHow, RecordedState, RecordedStep } from '../../../src/core/python/recording';
import { conflicts } from '../../../src/core/schedule/dependence';
import type {
  Accesses,
  Outcome,
  Schedule,
  StepIndex,
  SwitchPoint,
  ThreadIndex,
} from '../../../src/core/schedule/types';

/** Makes runs with these choices first, each to its end or as far as it likes, and tells the states before step `from` and those behind it. */
export type MakeRuns = (
  wanted: readonly { readonly prefix: Schedule; readonly from: StepIndex }[],
) => Promise<readonly WatchedRun[]>;

/** How many runs are made in one call. */
const runsAtOnce = 40;
/** How many states are found at most: of those that are furthest from the beginning, the file leaves out what is too much. */
const mostStates = 6000;

interface Draft {
  readonly moment: ScheduledMoment | null;
  readonly point: SwitchPoint;
  outcome: Outcome | null;
  readonly steps: Map<ThreadIndex, RecordedStep>;
  /** How many steps led there. */
  readonly length: number;
}

/** The steps of a run, up to the order of those that do not conflict. */
class Trace {
  readonly #steps: { readonly thread: ThreadIndex; readonly accesses: Accesses; readonly level: number }[] = [];

  add(thread: ThreadIndex, accesses: Accesses): void {
    const before = this.#steps.filter((step) => step.thread === thread || conflicts(step.accesses, accesses));
    this.#steps.push({ thread, accesses, level: 1 + Math.max(0, ...before.map(({ level }) => level)) });
  }

  /** Equal for two traces whose steps come to the same: a step stands as early as those before it allow (Foata's normal form). */
  name(): string {
    return this.#steps
      .toSorted((one, other) => one.level - other.level || one.thread - other.thread)
      .map(({ level, thread }) => `${level}:${thread}`)
      .join(' ');
  }
}

/** All states of a program, those near its beginning first, or as many as there may be; those after which everything is equal are one. */
export async function recordStates(makeRuns: MakeRuns): Promise<readonly RecordedState[]> {
  const states: Draft[] = [];
  const known = new Map<string, number>();
  const asked = new Set<string>();
  let wanted: Schedule[] = [[]];

  const placeOf = (trace: Trace, moment: ScheduledMoment | null, point: SwitchPoint, length: number): number => {
    const key = `${trace.name()} ${shownIn(moment, point)}`;
    const place = known.get(key) ?? states.push({ moment, point, outcome: null, steps: new Map(), length }) - 1;
    known.set(key, place);
    return place;
  };
  const walk = (prefix: Schedule, { result: { steps, end, outcome }, moments }: WatchedRun): void => {
    const trace = new Trace();
    const first = firstNew(prefix);
    let from = first === 0 ? placeOf(trace, moments[0] ?? null, steps[0]?.point ?? end, 0) : 0;
    steps.forEach(({ thread, accesses, point }, at) => {
      for (const other of point.enabled) {
        const key = `${from} ${other}`;
        if (other === thread || asked.has(key) || states[from]?.steps.has(other) === true) continue;
        asked.add(key);
        wanted.push([...steps.slice(0, at).map((step) => step.thread), other]);
      }
      trace.add(thread, accesses);
      const next = at + 1;
      const to =
        next < first
          ? (states[from]?.steps.get(thread)?.to ?? -1)
          : placeOf(trace, moments[next - first] ?? null, steps[next]?.point ?? end, next);
      states[from]?.steps.set(thread, { accesses, to });
      from = to;
    });
    const last = states[from];
    // A run that was given up could have gone on.
    if (last !== undefined && outcome?.kind !== 'abandoned') last.outcome = outcome;
  };

  while (wanted.length > 0 && states.length < mostStates) {
    wanted.sort((one, other) => one.length - other.length);
    const now = wanted.slice(0, runsAtOnce);
    wanted = wanted.slice(runsAtOnce);
    const runs = await makeRuns(now.map((prefix) => ({ prefix, from: firstNew(prefix) })));
    runs.forEach((run, at) => walk(now[at] ?? [], run));
  }
  return merged(states);
}

/** Before which step a run comes to a state that may be a new one: the first that its last choice leads to. */
const firstNew = (prefix: Schedule): StepIndex => prefix.length;

/** All that is known of a state by itself. */
const shownIn = (moment: ScheduledMoment | null, { enabled, next }: SwitchPoint): string =>
  JSON.stringify([moment, enabled, next.map((one) => one ?? String(one))]);

/** The states, of which those that look alike and go on alike are one. */
function merged(states: readonly Draft[]): readonly RecordedState[] {
  const places = new Map<number, number>();
  const known = new Map<string, number>();
  const kept: RecordedState[] = [];
  const lastFirst = states
    .map((_, at) => at)
    .sort((one, other) => (states[other]?.length ?? 0) - (states[one]?.length ?? 0));
  for (const at of lastFirst) {
    const draft = states[at];
    if (draft === undefined) continue;
    const { moment, point, outcome } = draft;
    const steps = [...draft.steps]
      .map(([thread, { accesses, to }]) => [thread, { accesses, to: places.get(to) ?? -1 }] as const)
      .sort(([one], [other]) => one - other);
    const key = `${shownIn(moment, point)} ${JSON.stringify([outcome, steps])}`;
    const place = known.get(key) ?? kept.push({ moment, point, outcome, steps: new Map(steps) }) - 1;
    known.set(key, place);
    places.set(at, place);
  }
  return nearest(kept, places.get(0) ?? 0, () => true);
}

/** The states that can be reached from one of them through states that go on, in the order of how many steps it takes. */
function nearest(
  states: readonly RecordedState[],
  first: number,
  goesOn: (at: number) => boolean,
): readonly RecordedState[] {
  const order = [first];
  const places = new Map([[first, 0]]);
  for (const at of order)
    for (const { to } of goesOn(at) ? (states[at]?.steps.values() ?? []) : []) {
      if (places.has(to)) continue;
      places.set(to, order.length);
      order.push(to);
    }
  return order.flatMap((at) => {
    const state = states[at];
    if (state === undefined) return [];
    const steps = [...(goesOn(at) ? state.steps : [])].map(
      ([thread, { accesses, to }]) => [thread, { accesses, to: places.get(to) ?? 0 }] as const,
    );
    return [{ ...state, steps: new Map(steps) }];
  });
}

/** As many of the states as fit into a file of `most` bytes, those to which the fewest choices lead. */
export function fitted(
  states: readonly RecordedState[],
  { mainFirst }: RecordedHow,
  most: number,
  fileOf: (states: readonly RecordedState[]) => object,
): readonly RecordedState[] {
  if (sizeOf(fileOf(states)) <= most) return states;
  const isForced = ({ point: { enabled } }: RecordedState): boolean =>
    mainFirst && enabled.length === 1 && enabled[0] === 0;
  const depths = new Map([[0, 0]]);
  const order = [0];
  for (const at of order) {
    const state = states[at];
    const depth = (depths.get(at) ?? 0) + (state === undefined || isForced(state) ? 0 : 1);
    for (const { to } of state?.steps.values() ?? []) {
      if (depth >= (depths.get(to) ?? Infinity)) continue;
      depths.set(to, depth);
      order.push(to);
    }
  }
  let deepest = Math.max(...depths.values());
  for (; ; deepest -= 1) {
    const few = nearest(states, 0, (at) => {
      const state = states[at];
      return state !== undefined && ((depths.get(at) ?? 0) < deepest || isForced(state));
    });
    if (deepest <= 1 || sizeOf(fileOf(few)) <= most) return few;
  }
}

/** How large a file is on its way, in bytes. */
export const sizeOf = (file: object): number => gzipSync(JSON.stringify(file)).length;
