import type { Millis } from '../base/time';

/** Names one lane within a trace, for example `thread-3`. */
export type LaneId = string;

/** Who does the work in a lane. */
export type LaneKind = 'thread' | 'process' | 'loop' | 'main';

/** What a lane is doing: on a core; wanting the GIL; waiting for I/O or a sleep; blocked on a lock, join or queue. */
export type SpanState = 'running' | 'ready' | 'waiting' | 'blocked';

/** How a lane's work ended. */
export type LaneEnd =
  | { readonly status: 'finished' }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly reason: string };

interface When<At> {
  /** Never decreases along a trace, nor along one lane's own events. */
  readonly at: At;
  readonly lane: LaneId;
}

/**
 * One thing that happened in a lane. `run`, `ready`, `wait` and `block` each open a span and close the one before;
 * `end` closes the last. `acquire` and `release` say who holds a lock (the GIL is the lock named `GIL`); `note` marks a point.
 * `At` is the axis of its time: in a trace milliseconds since the run began, before that a moment on the page's axis or on a worker's clock.
 */
export type TraceEvent<At extends number = Millis> = When<At> &
  /** `loop`: of a task's lane, that of its event loop. */
  (
    | { readonly kind: 'start'; readonly laneKind: LaneKind; readonly name: string; readonly loop?: LaneId }
    | { readonly kind: 'run'; readonly label?: string }
    | { readonly kind: 'ready'; readonly on?: string }
    | { readonly kind: 'wait'; readonly on: string }
    | { readonly kind: 'block'; readonly on: string }
    | { readonly kind: 'acquire'; readonly lock: string }
    | { readonly kind: 'release'; readonly lock: string }
    /** `failed`: something ended badly here and the lane went on, as after one page of several. The text says what and why. */
    | { readonly kind: 'note'; readonly text: string; readonly failed?: true }
    | { readonly kind: 'end'; readonly end: LaneEnd }
    | LoopEvent
  );

/**
 * What an event loop has to do besides the steps of its tasks, in the loop's lane. A call has a number: it waits for its time (`timer`), stands in
 * the ready queue (`soon`), has its turn (`call`), and is made or cancelled (`over`).
 */
export type LoopEvent =
  | {
      readonly kind: 'timer';
      readonly number: number;
      /** The function; empty where the timer does nothing but end a sleep. */
      readonly name: string;
      /** How long from now. */
      readonly delayMs: Millis;
      /** The task that it wakes, or whose time it ends. */
      readonly task?: LaneId;
    }
  | { readonly kind: 'soon'; readonly number: number; readonly name: string }
  | { readonly kind: 'call' | 'over'; readonly number: number };

/** The events of one run, in order of time. */
export type Trace = readonly TraceEvent[];

/** A stretch of a lane in one state. `to` is at least `from`. */
export interface Span {
  readonly state: SpanState;
  readonly from: Millis;
  readonly to: Millis;
  /** What it runs, waits for or is blocked on, in a few words; empty when nothing more is known. */
  readonly label: string;
}

/** A stretch during which a lane holds a lock. The GIL is left out: holding it is what `running` means. */
export interface Hold {
  readonly lock: string;
  readonly from: Millis;
  readonly to: Millis;
}

/** A mark in a lane; `failed` as in the event. */
export interface Note {
  readonly at: Millis;
  readonly text: string;
  readonly failed?: true;
}

/** What several lanes have in common, where runs are shown together. */
export interface LaneGroup {
  /** Which run: "Threaded". */
  readonly name: string;
  /** What is said of it beside its name: "1.02 s". */
  readonly remark: string;
  /** How far it has come while it goes on; null when it is done. */
  readonly nowMs: Millis | null;
}

/** A lane with its spans in order; they touch or leave gaps, and never overlap. */
export interface LaneSpans {
  readonly id: LaneId;
  readonly kind: LaneKind;
  readonly name: string;
  readonly spans: readonly Span[];
  readonly notes: readonly Note[];
  /** Holds of one lock never overlap; those of different locks may. */
  readonly holds?: readonly Hold[];
  readonly end?: LaneEnd;
  /** The same object for all lanes of a group, which are neighbours. */
  readonly group?: LaneGroup;
}
