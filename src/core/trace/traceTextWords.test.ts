import { describe, expect, test } from 'vitest';
import { spansOf } from './spans';
import { traceFrom } from './traceText';
import { describeLanes, describeNotes, describeSpan, describeSpans, describeTrace, spanWords } from './traceTextWords';

const plain = (texts: readonly string[]): readonly string[] => texts.map((text) => text.replaceAll('\u00a0', ' '));

test.each([
  ['running', '', 'running'],
  ['running', 'parse', 'running parse'],
  ['ready', '', 'ready to run'],
  ['ready', 'GIL', 'ready, wants the GIL'],
  ['ready', 'a core', 'ready for a core'],
  ['waiting', 'page birch', 'waiting for page birch'],
  ['waiting', '', 'waiting'],
  ['blocked', 'the queue', 'blocked on the queue'],
  ['blocked', '', 'blocked'],
] as const)('%s with the label “%s” is “%s”', (state, label, words) => {
  expect(spanWords({ state, label })).toBe(words);
});

describe('describeSpan', () => {
  const [lane, empty] = spansOf(traceFrom`
    Thread-2: run wait(page birch) . acquire(db) run acquire(log) . note(read 0) release(log) note(a) note(b) . . end
    Thread-3: . ...
  `);

  test('tells lane, state, times, locks held and notes', () => {
    if (lane === undefined) throw new Error('The trace has no lane.');
    expect(plain([0, 1, 2].map((index) => describeSpan(lane, index)))).toEqual([
      'Thread-2, running, 0 ms to 1.0 ms (1.0 ms)',
      'Thread-2, waiting for page birch, 1.0 ms to 3.0 ms (2.0 ms)',
      'Thread-2, running, 3.0 ms to 7.0 ms (4.0 ms); holding db and log; note: read 0, a and 1 more',
    ]);
  });

  test('tells a failure in the span that it ended, and not in the next', () => {
    const [pool] = spansOf([
      { kind: 'start', at: 0, lane: 'P', laneKind: 'thread', name: 'P' },
      { kind: 'wait', at: 0, lane: 'P', on: 'birch' },
      { kind: 'note', at: 5, lane: 'P', text: 'birch failed: the server answered 503.', failed: true },
      { kind: 'run', at: 5, lane: 'P' },
      { kind: 'end', at: 7, lane: 'P', end: { status: 'finished' } },
    ]);
    if (pool === undefined) throw new Error('The trace has no lane.');
    expect(plain([0, 1].map((index) => describeSpan(pool, index)))).toEqual([
      'P, waiting for birch, 0 ms to 5.0 ms (5.0 ms); birch failed: the server answered 503',
      'P, running, 5.0 ms to 7.0 ms (2.0 ms)',
    ]);
    expect(plain(describeLanes([pool]))).toEqual([
      'P: running 2.0 ms, waiting 5.0 ms (birch), ended after 7.0 ms; birch failed: the server answered 503 (at 5.0 ms).',
    ]);
  });

  test('tells how a lane failed in its last span', () => {
    const [failed] = spansOf(traceFrom`T: run wait(x) end(failed: It broke.)`);
    if (failed === undefined) throw new Error('The trace has no lane.');
    expect(plain([0, 1].map((index) => describeSpan(failed, index)))).toEqual([
      'T, running, 0 ms to 1.0 ms (1.0 ms)',
      'T, waiting for x, 1.0 ms to 2.0 ms (1.0 ms); failed: It broke',
    ]);
  });

  test('says that there is nothing where there is nothing', () => {
    if (empty === undefined) throw new Error('The trace has no second lane.');
    expect(describeSpan(empty, 0)).toBe('Thread-3, nothing recorded');
  });
});

test('describeSpans sums up neighbours by their share of the time', () => {
  const [lane] = spansOf(traceFrom`A: run ready run . . wait(x) run ...`, 8);
  if (lane === undefined) throw new Error('The trace has no lane.');
  expect(plain([describeSpans(lane, 0, 4), describeSpans(lane, 0, 1)])).toEqual([
    'A, 4 spans from 0 ms to 6.0 ms: running 67 %, ready 17 %, waiting 17 % of the time',
    'A, running, 0 ms to 1.0 ms (1.0 ms)',
  ]);
});

test('describeNotes tells when and what', () => {
  const [lane] = spansOf(traceFrom`A: run note(read 0) . note(slept) note(wrote 1) note(left) end`);
  if (lane === undefined) throw new Error('The trace has no lane.');
  expect(plain([describeNotes(lane, 0, 1), describeNotes(lane, 1, 2), describeNotes(lane, 1, 3)])).toEqual([
    'A at 1.0 ms: read 0',
    'A at 2.0 ms: slept and wrote 1',
    'A at 2.0 ms: slept, wrote 1 and 1 more',
  ]);
});

describe('describeTrace', () => {
  test('gives each lane its sentence, then what overlapped, then the locks', () => {
    const trace = traceFrom`
      Main:     run block(join) . . . run end
      Thread-1: . wait(page birch) . . end(failed: The page answered 503.)
      Thread-2: . wait(page oak) wait(page elm) acquire(db) run release(db) acquire(db) run release(db) end(stopped)
      Thread-3: . ...
    `;
    expect(plain(describeTrace(trace))).toEqual([
      'Main: running 2.0 ms, blocked 4.0 ms (join), ended after 6.0 ms.',
      'Thread-1: waiting 3.0 ms (page birch), failed after 4.0 ms: The page answered 503.',
      'Thread-2: running 2.0 ms, waiting 2.0 ms (page oak, page elm), stopped after 5.0 ms.',
      'Thread-3: did nothing, not ended at 0 ms.',
      'Never did two run at the same time.',
      'Two or more waited at the same time for 2.0 ms, at most 2.',
      'db was held 2 times, for 2.0 ms in all and 1.0 ms at the longest.',
    ]);
  });

  test('counts labels and lanes when there are too many to list', () => {
    expect(plain(describeTrace(traceFrom`A: wait(a) wait(b) wait(c) wait(d)`))).toEqual([
      'A: waiting 4.0 ms (4 different ones), ended after 4.0 ms.',
    ]);
    const many = Array.from({ length: 1200 }, (_, i) => `T${i}: run`).join('  ');
    const told = describeLanes(spansOf(traceFrom`${many}`));
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toBe('And 1,180 more.');
  });

  test('has nothing to say of nothing', () => {
    expect(describeTrace([])).toEqual([]);
  });
});
