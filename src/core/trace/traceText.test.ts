import { describe, expect, test } from 'vitest';
import { checkTrace } from './spansCheck.fixture';
import { traceFrom } from './traceText.fixture';

describe('traceFrom', () => {
  test('reads two lanes of one line, a millisecond a word', () => {
    expect(traceFrom`A: run run wait(lock)  B: run acquire(lock)`).toEqual([
      { kind: 'start', at: 0, lane: 'A', laneKind: 'thread', name: 'A' },
      { kind: 'run', at: 0, lane: 'A' },
      { kind: 'start', at: 0, lane: 'B', laneKind: 'thread', name: 'B' },
      { kind: 'run', at: 0, lane: 'B' },
      { kind: 'acquire', at: 1, lane: 'B', lock: 'lock' },
      { kind: 'end', at: 1, lane: 'B', end: { status: 'finished' } },
      { kind: 'wait', at: 2, lane: 'A', on: 'lock' },
      { kind: 'end', at: 3, lane: 'A', end: { status: 'finished' } },
    ]);
  });

  test('knows every word', () => {
    const trace = traceFrom`
      process P-1: . run(parse) note(half way) . ready ready(GIL) block(the queue) end(failed: no memory)
      loop main-loop: wait(page birch) end(stopped)
    `;
    expect(trace.filter((event) => event.lane === 'P-1')).toEqual([
      { kind: 'start', at: 0, lane: 'P-1', laneKind: 'process', name: 'P-1' },
      { kind: 'run', at: 1, lane: 'P-1', label: 'parse' },
      { kind: 'note', at: 2, lane: 'P-1', text: 'half way' },
      { kind: 'ready', at: 3, lane: 'P-1' },
      { kind: 'ready', at: 4, lane: 'P-1', on: 'GIL' },
      { kind: 'block', at: 5, lane: 'P-1', on: 'the queue' },
      { kind: 'end', at: 6, lane: 'P-1', end: { status: 'failed', reason: 'no memory' } },
    ]);
    expect(trace.filter((event) => event.lane === 'main-loop').map((event) => [event.kind, event.at])).toEqual([
      ['start', 0],
      ['wait', 0],
      ['end', 1],
    ]);
  });

  test('takes values, and may leave a lane open', () => {
    const trace = traceFrom`A: wait(page ${7}) run ...`;
    expect(trace.map((event) => event.kind)).toEqual(['start', 'wait', 'run']);
    expect(trace[1]).toMatchObject({ on: 'page 7' });
  });

  test('draws sound traces', () => {
    const trace = traceFrom`
      A: run acquire(lock) run run release(lock) run
      B: run block(lock) . acquire(lock) run release(lock)
    `;
    expect(checkTrace(trace, { ended: true })).toEqual([]);
  });

  test.each([
    ['A: run sleep', 'Lane A: “sleep” is not one of'],
    ['A: wait', 'Lane A: “wait” needs a word in brackets, such as wait(lock)'],
    ['A: acquire()', 'Lane A: “acquire()” needs a word in brackets'],
    ['A: end run', "Lane A: “run” comes after the lane's end"],
    ['A: run ... run', "Lane A: “run” comes after the lane's end"],
    ['A: end(badly)', 'Lane A: “end(badly)” is not end, end(stopped)'],
    ['A: run(lock', 'Lane A: “(” is not one of'],
    ['run A: run', '“run” stands before the first lane'],
    ['A: run A: run', 'Lane A is drawn twice'],
  ])('refuses %s', (text, message) => {
    expect(() => traceFrom`${text}`).toThrow(message);
  });
});
