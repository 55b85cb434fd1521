import type { Millis } from '../base/time';
import type { LaneEnd, LaneId, LaneKind, LaneSpans, SpanState } from './trace';

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

/** What many lanes come to together. */
export interface LanesStats {
  readonly lanes: readonly LaneStats[];
  /** Summed over the lanes, so it may exceed the length of the run. */
  readonly totalMs: StateTimes;
  readonly overlap: Readonly<Record<SpanState, Overlap>>;
}

/** Sums up the lanes of a trace. */
export function laneStats(lanes: readonly LaneSpans[]): LanesStats {
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
