import { describe, expect, test } from 'vitest';
import { checkTrace } from './spansCheck.fixture';
import type { TraceEvent } from './trace';
import { traceFrom } from './traceText.fixture';

const start = (lane: string, at = 0): TraceEvent => ({ kind: 'start', at, lane, laneKind: 'thread', name: lane });
const end = (lane: string, at: number): TraceEvent => ({ kind: 'end', at, lane, end: { status: 'finished' } });

describe('checkTrace', () => {
  test('has nothing to say of a sound trace', () => {
    const trace = traceFrom`
      A: acquire(lock) run run release(lock) wait(x) acquire(lock) run release(lock)
      B: block(lock) . acquire(lock) run release(lock) run
    `;
    expect(checkTrace(trace, { ended: true })).toEqual([]);
    expect(checkTrace([])).toEqual([]);
  });

  test.each<[string, readonly TraceEvent[], string]>([
    [
      'a time that is no number',
      [start('A', Number.NaN)],
      'Event 0 (start in A at NaN ms): the time is not a finite number.',
    ],
    [
      'time going backwards',
      [start('A', 2), end('A', 1)],
      'Event 1 (end in A at 1 ms): it comes after an event at 2 ms.',
    ],
    ['a second start', [start('A'), start('A')], 'Event 1 (start in A at 0 ms): the lane has started before.'],
    ['no start', [{ kind: 'run', at: 0, lane: 'A' }], 'Event 0 (run in A at 0 ms): the lane has not started.'],
    [
      'life after the end',
      [start('A'), end('A', 1), { kind: 'note', at: 1, lane: 'A', text: 'x' }],
      'Event 2 (note in A at 1 ms): the lane has ended before.',
    ],
    [
      'a lock given up by another',
      [start('A'), { kind: 'release', at: 1, lane: 'A', lock: 'L' }],
      'Event 1 (release in A at 1 ms): the lane does not hold L.',
    ],
    [
      'a lock kept beyond the end',
      traceFrom`A: acquire(L) run end`,
      'Event 3 (end in A at 1 ms): the lane still holds L.',
    ],
    [
      'a lock taken twice',
      traceFrom`A: acquire(L) run acquire(L) release(L)`,
      'Event 3 (acquire in A at 1 ms): the lane holds L already.',
    ],
    [
      'a lock held by two',
      traceFrom`A: acquire(L) run run release(L)  B: run acquire(L) run run release(L)`,
      'B took L at 1 ms while A held it.',
    ],
  ])('complains of %s', (_, trace, complaint) => {
    expect(checkTrace(trace)).toEqual([complaint]);
  });

  test('two clocks may disagree by the tolerance, and no more', () => {
    const trace = traceFrom`A: acquire(L) run run release(L)  B: run acquire(L) run run release(L)`;
    expect(checkTrace(trace, { toleranceMs: 1 })).toEqual([]);
    expect(checkTrace(trace, { toleranceMs: 0.9 })).toHaveLength(1);
  });

  test('a lane may stay open, unless the run has ended', () => {
    const trace = traceFrom`A: run ...  B: run`;
    expect(checkTrace(trace)).toEqual([]);
    expect(checkTrace(trace, { ended: true })).toEqual(['Lane A never ended.']);
  });
});
