import { assertNever } from '../../core/assertNever';
import type { PythonOutput } from '../../core/engines/python';
import type { EpochMs } from '../../core/time';
import type { LaneKind, TraceEvent } from '../../core/trace';

/** One event as src/python/trace.py sends it: seconds on Python's clock, lane, kind, text, and for a start the lane's kind. */
export type RawEvent = readonly [seconds: number, lane: string, kind: TraceEvent['kind'], text: string | null, laneKind?: LaneKind];

/** One piece of output as src/python/console.py sends it. */
export type RawOutput = readonly [stream: PythonOutput['stream'], lane: string, text: string];

/** Turns Python's events into the trace's. `originMs` is the time of Python's clock's zero. */
export function readEvents(json: string, originMs: EpochMs): readonly TraceEvent[] {
  return (JSON.parse(json) as readonly RawEvent[]).map((raw) => readEvent(raw, originMs));
}

export function readOutput(json: string): readonly PythonOutput[] {
  return (JSON.parse(json) as readonly RawOutput[]).map(([stream, lane, text]) => ({ stream, lane, text }));
}

function readEvent([seconds, lane, kind, text, laneKind]: RawEvent, originMs: EpochMs): TraceEvent {
  const base = { at: originMs + seconds * 1000, lane };
  const words = text ?? '';
  switch (kind) {
    case 'start':
      return { ...base, kind, laneKind: laneKind ?? 'thread', name: words };
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
      return { ...base, kind, end: text === null ? { status: 'finished' } : { status: 'failed', reason: text } };
    default:
      return assertNever(kind);
  }
}
