import { LaneFold } from './spansLane';
import { mergeLanes } from './spansMerge';
import type { Millis } from '../base/time';
import type { LaneId, LaneSpans, Trace, TraceEvent } from './trace';

/**
 * Lanes that someone draws, while they grow or when they are done. Read it as often as frames are drawn, and not once per event.
 * What `lanes` returns may share arrays with the source: it is good until the source changes or is asked again.
 */
export interface SpanSource {
  /** In an order that fits their names and starts (`SpanStore`). Spans that are still open end at `now`, which is `until()` unless given. */
  lanes(now?: Millis): readonly LaneSpans[];
  /** The time reached so far; once `live` is false it stays. */
  until(): Millis;
  /** More may come. */
  readonly live: boolean;
  /** Whether `until` grows as well; as `live` is unless given. */
  readonly growing?: boolean;
  /** Calls `listener` whenever something was added or `live` ended, at once and without data. Returns what ends that. */
  subscribe(listener: () => void): () => void;
}

interface Lane {
  readonly startAt: Millis;
  /** Its name without the number at the end, and that number. */
  readonly family: string;
  readonly number: number;
  readonly fold: LaneFold;
  readonly events: TraceEvent[];
}

/**
 * Collects the events of a run and folds them into spans as they come: each lane's events in order, the lanes in any order
 * among each other. Adding costs the same however much is there already. Lanes are ordered by their start, but those whose names
 * differ only in the number at the end stay together, in the order of their numbers: which of seventeen threads started a moment
 * earlier is chance.
 *
 *     const store = new SpanStore(() => epochNow() - startedAt);
 *     store.add(events);       // while the run goes on
 *     store.finish();          // when it has ended, in whatever way
 */
export class SpanStore implements SpanSource {
  readonly #clock: (() => Millis) | null;
  readonly #lanes = new Map<LaneId, Lane>();
  /** The lanes in the order in which they are drawn; null when that must be found out anew. */
  #order: readonly Lane[] | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #ofLoops: TraceEvent[] = [];
  readonly #loops = new Set<LaneId>();
  #endAt = 0;
  #finishedAt: Millis | null = null;
  #trace: Trace | null = null;

  /** `clock` tells the time of the run while it is live; without one, time goes as far as the latest event. */
  constructor(clock: (() => Millis) | null = null) {
    this.#clock = clock;
  }

  /** Adds events. A lane that was never started is drawn under its id, as a thread. */
  add(events: readonly TraceEvent[]): void {
    if (events.length === 0) return;
    for (const event of events) {
      const lane = this.#lanes.get(event.lane) ?? this.#enter(event);
      lane.fold.add(event);
      lane.events.push(event);
      if (event.kind === 'start' && event.laneKind === 'loop') this.#loops.add(event.lane);
      if (this.#loops.has(event.lane)) this.#ofLoops.push(event);
      this.#endAt = Math.max(this.#endAt, event.at);
    }
    this.#trace = null;
    this.#tell();
  }

  /** Says that the run is over: spans that are open stay open and are drawn up to `at`, by default the latest event. */
  finish(at: Millis = this.#endAt): void {
    this.#finishedAt = at;
    this.#tell();
  }

  get live(): boolean {
    return this.#finishedAt === null;
  }

  /** The time of the latest event; 0 when there is none. */
  get endAt(): Millis {
    return this.#endAt;
  }

  until(): Millis {
    return Math.max(this.#endAt, this.#finishedAt ?? this.#clock?.() ?? 0);
  }

  lanes(now: Millis = this.until()): readonly LaneSpans[] {
    return this.#ordered().map((lane) => lane.fold.view(now));
  }

  /** All events so far in order of time (as long as each lane's came in order). */
  trace(): Trace {
    this.#trace ??= mergeLanes(this.#ordered().map((lane) => lane.events));
    return this.#trace;
  }

  /** The events of event loops and of their tasks in the order in which they came, which times that are equal do not tell. */
  get ofLoops(): readonly TraceEvent[] {
    return this.#ofLoops;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #enter(first: TraceEvent): Lane {
    const name = first.kind === 'start' ? first.name : first.lane;
    const digits = /(?<!\d)\d*$/.exec(name)?.[0] ?? '';
    const family = name.slice(0, name.length - digits.length);
    const lane: Lane = {
      startAt: first.at,
      family,
      number: Number(digits),
      fold: new LaneFold(first.lane),
      events: [],
    };
    this.#lanes.set(first.lane, lane);
    this.#order = null;
    return lane;
  }

  #ordered(): readonly Lane[] {
    if (this.#order !== null) return this.#order;
    const familyStart = new Map<string, Millis>();
    for (const { family, startAt } of this.#lanes.values())
      familyStart.set(family, Math.min(startAt, familyStart.get(family) ?? startAt));
    // Families that started at the same time keep the order in which they came.
    const families = [...familyStart].sort(([, a], [, b]) => a - b).map(([family]) => family);
    const rank = new Map(families.map((family, index) => [family, index]));
    this.#order = [...this.#lanes.values()].sort(
      (a, b) => (rank.get(a.family) ?? 0) - (rank.get(b.family) ?? 0) || a.number - b.number || a.startAt - b.startAt,
    );
    return this.#order;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A finished trace as a store, open spans drawn up to `until`. */
export function storeOf(trace: Trace, until?: Millis): SpanStore {
  const store = new SpanStore();
  store.add(trace);
  store.finish(until);
  return store;
}

/** The lanes of a finished trace. Spans that no event closes end at `until`, by default the latest event. */
export function spansOf(trace: Trace, until?: Millis): readonly LaneSpans[] {
  return storeOf(trace, until).lanes();
}
