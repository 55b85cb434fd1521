import { spansOf } from './spans';
import type { Millis } from '../base/time';
import type { Hold, LaneEnd, LaneId, LaneKind, LaneSpans, SpanState, Trace } from './trace';

/** In the order in which legends and tables name them. */
export const spanStates = ['running', 'ready', 'waiting', 'blocked'] as const satisfies readonly SpanState[];

/** Milliseconds spent in each state. */
export type StateTimes = Readonly<Record<SpanState, Millis>>;

export interface LaneStats {
  readonly id: LaneId;
  readonly name: string;
  readonly kind: LaneKind;
  readonly timeMs: StateTimes;
  /** From the beginning of its first span to the end of its last; both 0 for a lane without spans. */
  readonly from: Millis;
  readonly to: Millis;
  readonly end: LaneEnd | null;
}

/** How many lanes were in one state at the same time. */
export interface Overlap {
  /** Time with at least one lane in the state. */
  readonly anyMs: Millis;
  /** Time with at least two. */
  readonly severalMs: Millis;
  /** The most at any time. */
  readonly most: number;
}

export interface LockStats {
  readonly lock: string;
  readonly holds: number;
  readonly heldMs: Millis;
  readonly longestMs: Millis;
  /** Time held, by lane, in the order of first holding it. */
  readonly byLane: ReadonlyMap<LaneId, Millis>;
}

export interface TraceStats {
  readonly lanes: readonly LaneStats[];
  /** Summed over the lanes, so it may exceed the length of the run. */
  readonly totalMs: StateTimes;
  readonly overlap: Readonly<Record<SpanState, Overlap>>;
  /** In the order of first being held. The GIL is one of them where a trace tells of it. */
  readonly locks: readonly LockStats[];
}

/** Sums up a trace. Spans and holds that no event closes end at `until`, by default the latest event. */
export function traceStats(trace: Trace, until?: Millis): TraceStats {
  const lanes = spansOf(trace, until);
  const latest = trace.reduce((at, event) => Math.max(at, event.at), until ?? 0);
  return { ...laneStats(lanes), locks: lockStats(holdsOf(trace, latest)) };
}

/** The part that needs no events, for lanes that are at hand. */
export function laneStats(lanes: readonly LaneSpans[]): Omit<TraceStats, 'locks'> {
  const stats = lanes.map(statsOfLane);
  const forStates = <T>(of: (state: SpanState) => T): Record<SpanState, T> => ({
    running: of('running'),
    ready: of('ready'),
    waiting: of('waiting'),
    blocked: of('blocked'),
  });
  return {
    lanes: stats,
    totalMs: forStates((state) => stats.reduce((sum, lane) => sum + lane.timeMs[state], 0)),
    overlap: forStates((state) => overlapOf(lanes, state)),
  };
}

function statsOfLane(lane: LaneSpans): LaneStats {
  const timeMs = { running: 0, ready: 0, waiting: 0, blocked: 0 };
  for (const span of lane.spans) timeMs[span.state] += span.to - span.from;
  return {
    id: lane.id,
    name: lane.name,
    kind: lane.kind,
    timeMs,
    from: lane.spans[0]?.from ?? 0,
    to: lane.spans.at(-1)?.to ?? 0,
    end: lane.end ?? null,
  };
}

function overlapOf(lanes: readonly LaneSpans[], state: SpanState): Overlap {
  const spans = lanes.flatMap((lane) => lane.spans.filter((span) => span.state === state));
  const starts = Float64Array.from(spans, (span) => span.from).sort();
  const ends = Float64Array.from(spans, (span) => span.to).sort();
  let [anyMs, severalMs, most, count, previous] = [0, 0, 0, 0, 0];
  for (let s = 0, e = 0; e < ends.length;) {
    const start = starts[s] ?? Number.POSITIVE_INFINITY;
    const end = ends[e] ?? 0;
    const at = Math.min(start, end);
    if (count >= 1) anyMs += at - previous;
    if (count >= 2) severalMs += at - previous;
    previous = at;
    // One that ends where another begins does not overlap it.
    if (end <= start) {
      count -= 1;
      e += 1;
    } else {
      count += 1;
      s += 1;
    }
    most = Math.max(most, count);
  }
  return { anyMs, severalMs, most };
}

function holdsOf(trace: Trace, until: Millis): readonly (Hold & { readonly lane: LaneId })[] {
  const open = new Map<string, { readonly lane: LaneId; readonly lock: string; readonly from: Millis }>();
  const holds: (Hold & { readonly lane: LaneId })[] = [];
  for (const event of trace) {
    if (event.kind !== 'acquire' && event.kind !== 'release') continue;
    // A lane's id and a lock's name may hold any character, so JSON keeps them apart.
    const key = JSON.stringify([event.lane, event.lock]);
    const hold = open.get(key);
    if (event.kind === 'acquire') open.set(key, { lane: event.lane, lock: event.lock, from: event.at });
    else if (hold !== undefined) {
      holds.push({ ...hold, to: event.at });
      open.delete(key);
    }
  }
  for (const hold of open.values()) holds.push({ ...hold, to: until });
  return holds.sort((a, b) => a.from - b.from);
}

function lockStats(holds: readonly (Hold & { readonly lane: LaneId })[]): readonly LockStats[] {
  const stats = new Map<string, { holds: number; heldMs: Millis; longestMs: Millis; byLane: Map<LaneId, Millis> }>();
  for (const { lock, lane, from, to } of holds) {
    const of = stats.get(lock) ?? { holds: 0, heldMs: 0, longestMs: 0, byLane: new Map<LaneId, Millis>() };
    const ms = to - from;
    of.holds += 1;
    of.heldMs += ms;
    of.longestMs = Math.max(of.longestMs, ms);
    of.byLane.set(lane, (of.byLane.get(lane) ?? 0) + ms);
    stats.set(lock, of);
  }
  return Array.from(stats, ([lock, of]) => ({ lock, ...of }));
}
