import type { LaneEnd, LaneId, LaneKind, TraceEvent } from './trace';

/** What a trace says of a lane before anything happens in it. */
export interface LaneInfo {
  readonly id: LaneId;
  readonly kind: LaneKind;
  readonly name: string;
}

/** Takes events in the order in which they happened. */
export type EmitEvents<At extends number> = (events: readonly TraceEvent<At>[]) => void;

/** Writes what happens in one lane. Each method notes the time on the axis `At`, and returns it. */
export interface LaneWriter<At extends number> {
  run(label?: string): At;
  /** `at`: for what is only found out afterwards. It must not be earlier than the lane's last event. */
  ready(on: string, at?: At): At;
  wait(on: string, at?: At): At;
  block(on: string): At;
  acquire(lock: string): At;
  release(lock: string): At;
  note(text: string): At;
  /** Notes that a part of the work failed, before the next span begins. The lane goes on. */
  fail(text: string): At;
  end(end?: LaneEnd): At;
}

/** Starts a lane, and tells `emit` at once of all that happens in it. */
export function openLane<At extends number>(
  { id, kind, name }: LaneInfo,
  now: () => At,
  emit: EmitEvents<At>,
): LaneWriter<At> {
  const write = (at: At, what: What): At => {
    emit([{ at, lane: id, ...what }]);
    return at;
  };
  write(now(), { kind: 'start', laneKind: kind, name });
  return {
    run: (label) => write(now(), label === undefined ? { kind: 'run' } : { kind: 'run', label }),
    ready: (on, at = now()) => write(at, { kind: 'ready', on }),
    wait: (on, at = now()) => write(at, { kind: 'wait', on }),
    block: (on) => write(now(), { kind: 'block', on }),
    acquire: (lock) => write(now(), { kind: 'acquire', lock }),
    release: (lock) => write(now(), { kind: 'release', lock }),
    note: (text) => write(now(), { kind: 'note', text }),
    fail: (text) => write(now(), { kind: 'note', text, failed: true }),
    end: (end = { status: 'finished' }) => write(now(), { kind: 'end', end }),
  };
}

/** An event without its time and lane. */
type What = TraceEvent extends infer E ? (E extends TraceEvent ? Omit<E, 'at' | 'lane'> : never) : never;
