import type { Millis } from '../base/time';
import type { LaneId, SpanState, TraceEvent } from './trace';

/** A call that an event loop makes, and that is no step of a task. */
export interface LoopCall {
  readonly number: number;
  /** The function; empty where it only ends a sleep. */
  readonly name: string;
  /** The task that it wakes, or whose time it ends. */
  readonly task: LaneId | null;
}

/** What has a turn, or stands in line for one: a task that goes on, or a call. */
export type LoopTurn =
  { readonly kind: 'task'; readonly lane: LaneId } | { readonly kind: 'call'; readonly call: LoopCall };

/** What somebody does who is kept: "waiting" for "sleep 0.3 s". */
export interface Kept {
  readonly state: Exclude<SpanState, 'running'>;
  readonly on: string;
}

/** What the thread of an event loop does: a turn, in which it may be kept; nothing; going from one turn to the next; or something else than this loop. */
export type LoopDoing =
  | { readonly kind: 'turn'; readonly turn: LoopTurn; readonly kept: Kept | null }
  | { readonly kind: 'sleeps'; readonly on: string }
  | { readonly kind: 'between'; readonly kept: Kept | null }
  | { readonly kind: 'away' };

/** An event loop as it stands at a time. */
export interface LoopMoment {
  readonly at: Millis;
  /** The event that made it so. */
  readonly cause: TraceEvent;
  readonly doing: LoopDoing;
  /** The first first. */
  readonly ready: readonly LoopTurn[];
  /** The earliest first. */
  readonly timers: readonly { readonly call: LoopCall; readonly due: Millis }[];
  readonly waiting: readonly { readonly lane: LaneId; readonly kept: Kept }[];
  readonly done: readonly LaneId[];
}

/** What a task's lane is ready for that stands in the loop's queue: NEXT_TURN in src/python/threads/lanes.py. */
export const nextTurn = 'its turn in the event loop';
/** What a loop's lane waits for when its run is over: `leave` there. */
const nextRun = 'to be run again';

/** Folds the events of one event loop and of its tasks, in the order in which they happened. */
export class LoopFold {
  readonly #loop: LaneId;
  #doing: { readonly state: SpanState; readonly on: string } = { state: 'waiting', on: nextRun };
  /** The task that has its turn. */
  #current: LaneId | null = null;
  /** The call that is made. */
  #call: LoopCall | null = null;
  #ready: readonly LoopTurn[] = [];
  readonly #timers: Map<number, { readonly call: LoopCall; readonly due: Millis }>;
  readonly #tasks: Map<LaneId, { readonly state: SpanState; readonly on: string }>;
  #done: readonly LaneId[] = [];

  constructor(loop: LaneId, from?: LoopFold) {
    this.#loop = loop;
    this.#timers = new Map(from === undefined ? [] : from.#timers);
    this.#tasks = new Map(from === undefined ? [] : from.#tasks);
    if (from === undefined) return;
    this.#doing = from.#doing;
    this.#current = from.#current;
    this.#call = from.#call;
    this.#ready = from.#ready;
    this.#done = from.#done;
  }

  /** Another one that stands where this one does. */
  copy(): LoopFold {
    return new LoopFold(this.#loop, this);
  }

  add(event: TraceEvent): void {
    if (event.lane === this.#loop) this.#addOfLoop(event);
    else this.#addOfTask(event);
  }

  moment(at: Millis, cause: TraceEvent): LoopMoment {
    return {
      at,
      cause,
      doing: this.#does(),
      ready: this.#ready,
      timers: [...this.#timers.values()].sort((a, b) => a.due - b.due),
      waiting: [...this.#tasks].flatMap(([lane, { state, on }]) =>
        lane === this.#current || (state !== 'waiting' && state !== 'blocked') ? [] : [{ lane, kept: { state, on } }],
      ),
      done: this.#done,
    };
  }

  #does(): LoopDoing {
    const task = this.#current;
    if (task !== null) {
      const { state, on } = this.#tasks.get(task) ?? { state: 'running', on: '' };
      const kept = state === 'running' || (state === 'ready' && on === nextTurn) ? null : { state, on };
      return { kind: 'turn', turn: { kind: 'task', lane: task }, kept };
    }
    const { state, on } = this.#doing;
    const kept = state === 'running' ? null : { state, on };
    if (this.#call !== null) return { kind: 'turn', turn: { kind: 'call', call: this.#call }, kept };
    if (state !== 'waiting') return { kind: 'between', kept };
    return on === nextRun ? { kind: 'away' } : { kind: 'sleeps', on };
  }

  #addOfLoop(event: TraceEvent): void {
    switch (event.kind) {
      case 'run':
        this.#current = null;
        this.#doing = { state: 'running', on: '' };
        return;
      case 'ready':
        this.#doing = { state: 'ready', on: event.on ?? '' };
        return;
      case 'wait':
        this.#doing = { state: 'waiting', on: event.on };
        return;
      case 'block':
        this.#doing = { state: 'blocked', on: event.on };
        return;
      case 'timer': {
        const { number, name, task = null } = event;
        this.#timers.set(number, { call: { number, name, task }, due: event.at + event.delayMs });
        return;
      }
      case 'soon': {
        const { number, name } = event;
        const call = this.#timers.get(number)?.call ?? { number, name, task: null };
        this.#timers.delete(number);
        this.#ready = [...this.#ready, { kind: 'call', call }];
        return;
      }
      case 'call': {
        const turn = this.#ready.find((one) => one.kind === 'call' && one.call.number === event.number);
        if (turn?.kind === 'call') this.#call = turn.call;
        this.#forget(event.number);
        return;
      }
      case 'over':
        if (this.#call?.number === event.number) this.#call = null;
        this.#timers.delete(event.number);
        this.#forget(event.number);
        return;
      case 'end':
        this.#current = this.#call = null;
        this.#doing = { state: 'waiting', on: nextRun };
        this.#ready = [];
        this.#timers.clear();
        return;
      default:
    }
  }

  #addOfTask(event: TraceEvent): void {
    const { lane } = event;
    switch (event.kind) {
      case 'run':
        this.#current = lane;
        this.#tasks.set(lane, { state: 'running', on: '' });
        this.#leave(lane);
        return;
      case 'ready':
        this.#tasks.set(lane, { state: 'ready', on: event.on ?? '' });
        if (event.on !== nextTurn) return;
        this.#leave(lane);
        this.#ready = [...this.#ready, { kind: 'task', lane }];
        return;
      case 'wait':
      case 'block':
        this.#tasks.set(lane, { state: event.kind === 'wait' ? 'waiting' : 'blocked', on: event.on });
        return;
      case 'end':
        this.#tasks.delete(lane);
        this.#leave(lane);
        this.#done = [...this.#done, lane];
        return;
      default:
    }
  }

  #leave(task: LaneId): void {
    if (this.#ready.some((turn) => turn.kind === 'task' && turn.lane === task))
      this.#ready = this.#ready.filter((turn) => turn.kind !== 'task' || turn.lane !== task);
  }

  #forget(number: number): void {
    this.#ready = this.#ready.filter((turn) => turn.kind !== 'call' || turn.call.number !== number);
  }
}
