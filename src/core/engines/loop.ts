import type { ParamsOf } from '../experiment/params';
import type { Millis, WorkerMs } from '../base/time';
import type { SendEvents } from '../trace/worker';

/** Ten thousand sleeps: many timers at once on one thread, all together or a limited number at a time. */
export const sleepsParams = {
  tasks: { kind: 'number', label: 'Tasks', unit: 'tasks', min: 1, max: 10_000, step: 1, initial: 10_000, scale: 'log' },
  sleepMs: { kind: 'number', label: 'Each sleeps', unit: 'ms', min: 10, max: 3000, step: 10, initial: 1000 },
  limit: {
    kind: 'number',
    label: 'At most at once',
    unit: 'tasks',
    min: 1,
    max: 10_000,
    step: 1,
    initial: 5000,
    scale: 'log',
    hint: 'Only the limited strategy uses it.',
  },
} as const;
export type SleepsParams = ParamsOf<typeof sleepsParams>;
export type SleepsStrategy = 'together' | 'limited';

/** Blocking the loop: a heartbeat on an event loop, and one slow call made on the loop or in a worker. Plots `Gap between heartbeats` (x: ms, y: ms). */
export const heartbeatParams = {
  beatMs: { kind: 'number', label: 'Heartbeat every', unit: 'ms', min: 20, max: 500, step: 10, initial: 100 },
  callMs: { kind: 'number', label: 'The slow call takes', unit: 'ms', min: 100, max: 3000, step: 100, initial: 1000 },
} as const;
export type HeartbeatParams = ParamsOf<typeof heartbeatParams>;
export type HeartbeatStrategy = 'blocking' | 'toThread';

/** Told how many tasks are asleep, with the time on the worker's own clock. */
export type OnCount = (at: WorkerMs, count: number) => void | Promise<void>;

export interface SleepsTask {
  readonly tasks: number;
  readonly sleepMs: Millis;
  /** How many may be asleep at once; null for all. */
  readonly limit: number | null;
}

export interface Slept {
  readonly tasks: number;
  readonly mostAtOnce: number;
  /** How long after its time the latest timer fired. */
  readonly latestMs: Millis;
  /** Lanes in the trace, the loop's own not counted. */
  readonly lanes: number;
  /** On the worker's own clock. */
  readonly endedAt: WorkerMs;
}

export interface Beaten {
  readonly beats: number;
  readonly missed: number;
  readonly longestGapMs: Millis;
  /** Steps that the slow call really counted. */
  readonly steps: number;
  /** On the worker's own clock. */
  readonly endedAt: WorkerMs;
}

/** A thread that the loop may hand its slow call to, at the other end of a port. */
export interface SlowThread {
  /** Computes for `ms`, and resolves with the number of steps it counted. */
  call(ms: Millis): Promise<number>;
}

/** A loop worker is an event loop, or the thread beside it, as it is asked. `Port` is a MessagePort, which core does not know. */
export interface LoopDoor<Port> {
  /** Resolves when the worker is ready to work. */
  ready(): void;
  sleepAll(task: SleepsTask, send: SendEvents, onAsleep: OnCount): Promise<Slept>;
  /** Beats, and makes one slow call: in `thread`, or on the loop itself when that is null. */
  beat(params: HeartbeatParams, thread: Port | null, send: SendEvents, onGap: OnCount): Promise<Beaten>;
  /** Becomes the thread beside a loop. Resolves when it has made one slow call and the page knows of it. */
  serve(loop: Port, send: SendEvents): Promise<void>;
}

/** Beats of a heartbeat: five before the slow call, and as many as fit into it and after it, ten more in all than the call is long. */
export function plannedBeats({ beatMs, callMs }: HeartbeatParams): number {
  return Math.round(callMs / beatMs) + 10;
}

/** At most `most` of the numbers 0 to `count` - 1, evenly spread, the first and the last among them. */
export function evenly(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}
