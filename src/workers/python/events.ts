import { assertNever } from '../../core/base/assertNever';
import type { PythonOutput } from '../../core/python/python';
import { workerMs } from '../../core/base/clock';
import type { WorkerMs } from '../../core/base/time';
import type { LaneKind, TraceEvent } from '../../core/trace/trace';

/**
 * One event as src/python/kernel/trace.py sends it: seconds on Python's clock, lane, kind, text; for a start the lane's kind and a task's loop, for an end
 * whether it was stopped; for what an event loop has to do its number, and for a timer the seconds until then and the task.
 */
export type RawEvent = readonly [
  seconds: number,
  lane: string,
  kind: TraceEvent['kind'],
  text: string | null,
  more?: LaneKind | 'stopped' | number,
  loopOrDelay?: string | number,
  task?: string,
];

/** One piece of output as src/python/kernel/console.py sends it. */
export type RawOutput = readonly [stream: PythonOutput['stream'], lane: string, text: string];

/** Turns Python's events into the trace's. `originMs` is the time of Python's clock's zero. */
export function readEvents(json: string, originMs: WorkerMs): readonly TraceEvent<WorkerMs>[] {
  return (JSON.parse(json) as readonly RawEvent[]).map((raw) => readEvent(raw, originMs));
}

export function readOutput(json: string): readonly PythonOutput[] {
  return (JSON.parse(json) as readonly RawOutput[]).map(([stream, lane, text]) => ({ stream, lane, text }));
}

function readEvent(
  [seconds, lane, kind, text, more, beyond, task]: RawEvent,
  originMs: WorkerMs,
): TraceEvent<WorkerMs> {
  const base = { at: workerMs(originMs + seconds * 1000), lane };
  const words = text ?? '';
  switch (kind) {
    case 'start':
      return {
        ...base,
        kind,
        laneKind: more === undefined || more === 'stopped' || typeof more === 'number' ? 'thread' : more,
        name: words,
        ...(typeof beyond === 'string' ? { loop: beyond } : {}),
      };
    case 'run':
      return words === '' ? { ...base, kind } : { ...base, kind, label: words };
    case 'ready':
    case 'wait':
    case 'block':
      return { ...base, kind, on: words };
    case 'acquire':
    case 'release':
      return { ...base, kind, lock: words };
    case 'note':
      return { ...base, kind, text: words };
    case 'end':
      if (text !== null) return { ...base, kind, end: { status: 'failed', reason: text } };
      return { ...base, kind, end: { status: more === 'stopped' ? 'stopped' : 'finished' } };
    case 'timer':
      return {
        ...base,
        kind,
        number: Number(more),
        name: words,
        delayMs: Number(beyond) * 1000,
        ...(task === undefined || task === '' ? {} : { task }),
      };
    case 'soon':
      return { ...base, kind, number: Number(more), name: words };
    case 'call':
    case 'over':
      return { ...base, kind, number: Number(more) };
    default:
      return assertNever(kind);
  }
}
