import { assertNever } from '../base/assertNever';
import type { Millis } from '../base/time';
import type { Hold, LaneEnd, LaneId, LaneKind, LaneSpans, Note, Span, SpanState, TraceEvent } from './trace';

/** The lock that `running` already tells of. */
export const gilName = 'GIL';

/** What an event says of the span it opens, or null for one that opens none. */
function opened(event: TraceEvent): { readonly state: SpanState; readonly label: string } | null {
  switch (event.kind) {
    case 'run':
      return { state: 'running', label: event.label ?? '' };
    case 'ready':
      return { state: 'ready', label: event.on ?? '' };
    case 'wait':
      return { state: 'waiting', label: event.on };
    case 'block':
      return { state: 'blocked', label: event.on };
    case 'start':
    case 'acquire':
    case 'release':
    case 'note':
    case 'end':
    case 'timer':
    case 'soon':
    case 'call':
    case 'over':
      return null;
    default:
      return assertNever(event);
  }
}

/** Folds the events of one lane into spans, one event at a time. */
export class LaneFold {
  readonly #id: LaneId;
  #kind: LaneKind = 'thread';
  #name: string;
  /** Closed spans, and after them at most one that a `view` drew as if it ended then. */
  readonly #spans: Span[] = [];
  #closedSpans = 0;
  #open: { readonly state: SpanState; readonly label: string; readonly from: Millis } | null = null;
  readonly #holds: Hold[] = [];
  #closedHolds = 0;
  /** Lock to the time it was acquired, in that order. */
  readonly #held = new Map<string, Millis>();
  readonly #notes: Note[] = [];
  #end: LaneEnd | null = null;
  #lastAt = Number.NEGATIVE_INFINITY;
  /** The last view, as long as no later event and no later time can change it. */
  #settled: LaneSpans | null = null;

  constructor(id: LaneId) {
    this.#id = id;
    this.#name = id;
  }

  /** Takes the lane's next event. One that claims to be earlier than the last is drawn at the last one's time. */
  add(event: TraceEvent): void {
    this.#settled = null;
    const at = Math.max(event.at, this.#lastAt);
    this.#lastAt = at;
    const next = opened(event);
    if (next !== null) {
      this.#closeSpan(at);
      this.#open = { ...next, from: at };
    } else if (event.kind === 'start') {
      this.#kind = event.laneKind;
      this.#name = event.name;
    } else if (event.kind === 'acquire') {
      if (event.lock !== gilName) this.#held.set(event.lock, at);
    } else if (event.kind === 'release') {
      this.#closeHold(event.lock, at);
    } else if (event.kind === 'note') {
      this.#notes.push({ at, text: event.text, ...(event.failed === true ? { failed: true } : {}) });
    } else if (event.kind === 'end') {
      this.#closeSpan(at);
      for (const lock of this.#held.keys()) this.#closeHold(lock, at);
      this.#end = event.end;
    }
  }

  /** The lane as it stands at `now`. Its arrays are the fold's own: they are good until the next `add` or `view`. */
  view(now: Millis): LaneSpans {
    if (this.#settled !== null) return this.#settled;
    this.#spans.length = this.#closedSpans;
    this.#holds.length = this.#closedHolds;
    if (this.#open !== null && now > this.#open.from) this.#spans.push({ ...this.#open, to: now });
    for (const [lock, from] of this.#held) if (now > from) this.#holds.push({ lock, from, to: now });
    const view: LaneSpans = {
      id: this.#id,
      kind: this.#kind,
      name: this.#name,
      spans: this.#spans,
      notes: this.#notes,
      holds: this.#holds,
      ...(this.#end === null ? {} : { end: this.#end }),
    };
    if (this.#open === null && this.#held.size === 0) this.#settled = view;
    return view;
  }

  #closeSpan(at: Millis): void {
    this.#spans.length = this.#closedSpans;
    if (this.#open !== null && at > this.#open.from) this.#closedSpans = this.#spans.push({ ...this.#open, to: at });
    this.#open = null;
  }

  #closeHold(lock: string, at: Millis): void {
    const from = this.#held.get(lock);
    if (from === undefined) return;
    this.#held.delete(lock);
    this.#holds.length = this.#closedHolds;
    if (at > from) this.#closedHolds = this.#holds.push({ lock, from, to: at });
  }
}
