import { workerMs } from '../../core/base/clock';
import { describe, expect, it } from 'vitest';
import { checkTrace } from '../../core/trace/spansCheck.fixture';
import { readEvents, readOutput } from './events';

const originMs = workerMs(1_000_000);

describe('readEvents', () => {
  it("moves Python's seconds to the worker's clock", () => {
    expect(readEvents('[[1.5, "main", "note", "half past"]]', originMs)).toEqual([
      { at: 1_001_500, lane: 'main', kind: 'note', text: 'half past' },
    ]);
  });

  it('gives each kind the words under its own name', () => {
    const events = readEvents(
      JSON.stringify([
        [0, 'main', 'start', 'MainThread', 'main'],
        [1, 'main', 'run', ''],
        [2, 'main', 'acquire', 'lock'],
        [3, 'main', 'release', 'lock'],
        [4, 'main', 'block', 'join Ada'],
        [5, 'main', 'ready', 'GIL'],
        [6, 'main', 'run', 'counting'],
        [7, 'main', 'wait', 'sleep'],
        [8, 'main', 'end', 'ValueError: no'],
      ]),
      workerMs(0),
    );
    expect(events).toEqual([
      { at: 0, lane: 'main', kind: 'start', laneKind: 'main', name: 'MainThread' },
      { at: 1000, lane: 'main', kind: 'run' },
      { at: 2000, lane: 'main', kind: 'acquire', lock: 'lock' },
      { at: 3000, lane: 'main', kind: 'release', lock: 'lock' },
      { at: 4000, lane: 'main', kind: 'block', on: 'join Ada' },
      { at: 5000, lane: 'main', kind: 'ready', on: 'GIL' },
      { at: 6000, lane: 'main', kind: 'run', label: 'counting' },
      { at: 7000, lane: 'main', kind: 'wait', on: 'sleep' },
      { at: 8000, lane: 'main', kind: 'end', end: { status: 'failed', reason: 'ValueError: no' } },
    ]);
    expect(checkTrace(events, { ended: true })).toEqual([]);
  });

  it('takes an end without a reason for a good one', () => {
    expect(readEvents('[[0, "main", "end", null]]', workerMs(0))).toEqual([
      { at: 0, lane: 'main', kind: 'end', end: { status: 'finished' } },
    ]);
  });

  it('tells a lane that was stopped from one that finished', () => {
    expect(readEvents('[[0, "task-1", "end", null, "stopped"]]', workerMs(0))).toEqual([
      { at: 0, lane: 'task-1', kind: 'end', end: { status: 'stopped' } },
    ]);
  });

  it('throws at a kind that it does not know', () => {
    expect(() => readEvents('[[0, "main", "fly", null]]', workerMs(0))).toThrow('fly');
  });
});

describe('readOutput', () => {
  it('keeps the order, the stream and the thread', () => {
    expect(readOutput('[["stdout", "main", "a"], ["stderr", "thread-1", "b\\n"]]')).toEqual([
      { stream: 'stdout', lane: 'main', text: 'a' },
      { stream: 'stderr', lane: 'thread-1', text: 'b\n' },
    ]);
  });
});
