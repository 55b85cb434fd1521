import { describe, expect, it } from 'vitest';
import { openLane } from './laneWriter';
import { checkTrace } from './spansCheck.fixture';
import type { TraceEvent } from './trace';

function recorded(act: (lane: ReturnType<typeof openLane>) => void): TraceEvent[] {
  const events: TraceEvent[] = [];
  let now = 100;
  act(
    openLane(
      { id: 'thread-1', kind: 'thread', name: 'Thread-1' },
      () => now++,
      (some) => events.push(...some),
    ),
  );
  return events;
}

describe('openLane', () => {
  it('starts the lane and writes each event as it happens, with its time', () => {
    const events = recorded((lane) => {
      lane.run();
      lane.run('read');
      expect(lane.block('lock')).toBe(103);
      lane.acquire('lock');
      lane.note('read 0');
      lane.release('lock');
      lane.end();
    });
    expect(events).toEqual([
      { at: 100, lane: 'thread-1', kind: 'start', laneKind: 'thread', name: 'Thread-1' },
      { at: 101, lane: 'thread-1', kind: 'run' },
      { at: 102, lane: 'thread-1', kind: 'run', label: 'read' },
      { at: 103, lane: 'thread-1', kind: 'block', on: 'lock' },
      { at: 104, lane: 'thread-1', kind: 'acquire', lock: 'lock' },
      { at: 105, lane: 'thread-1', kind: 'note', text: 'read 0' },
      { at: 106, lane: 'thread-1', kind: 'release', lock: 'lock' },
      { at: 107, lane: 'thread-1', kind: 'end', end: { status: 'finished' } },
    ]);
    expect(checkTrace(events, { ended: true })).toEqual([]);
  });
  it('can be told afterwards when a lane began to wait', () => {
    const events = recorded((lane) => {
      lane.wait('sleep', 100.5);
      lane.ready('the loop', 100.7);
      lane.end({ status: 'failed', reason: 'late' });
    });
    expect(events.slice(1)).toEqual([
      { at: 100.5, lane: 'thread-1', kind: 'wait', on: 'sleep' },
      { at: 100.7, lane: 'thread-1', kind: 'ready', on: 'the loop' },
      { at: 101, lane: 'thread-1', kind: 'end', end: { status: 'failed', reason: 'late' } },
    ]);
  });
});
