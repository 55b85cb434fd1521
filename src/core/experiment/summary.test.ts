import { epochMs } from '../base/clock';
import { describe, expect, test } from 'vitest';
import type { Outcome, RunRecord } from './experiment';
import { countedTimes } from './countedTimes';
import { summariseRuns } from './summary';

const strategies = [
  { id: 'sequential', name: 'One after another' },
  { id: 'threaded', name: 'Threaded' },
  { id: 'gil', name: 'GIL off' },
  { id: 'group', name: 'TaskGroup' },
];

const finished = (elapsedMs: number, problems: readonly string[] = []): Outcome => ({
  status: 'finished',
  report: { elapsedMs, workers: 1, prepareMs: 0, facts: [], problems, how: [] },
  trace: [],
  points: [],
});
const failed = (reason: string): Outcome => ({ status: 'failed', reason, remedy: 'retry', trace: [] });
const stopped: Outcome = { status: 'stopped', trace: [] };

function record(strategy: string, outcome: Outcome, conditions: Partial<RunRecord['conditions']> = {}): RunRecord {
  return {
    strategy,
    params: {},
    startedAt: epochMs(0),
    outcome,
    conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false, ...conditions },
  };
}

const told = (records: readonly RunRecord[], baseline = 'sequential'): readonly string[] =>
  summariseRuns(strategies, records, baseline).map((text) => text.replaceAll('\u00a0', ' '));

describe('summariseRuns', () => {
  test('compares with the baseline', () => {
    expect(told([record('threaded', finished(1020)), record('sequential', finished(2980))])).toEqual([
      'One after another took 2.98 s.',
      'Threaded took 1.02 s, 2.9 times as fast as one after another (2.98 s).',
    ]);
    expect(told([record('sequential', finished(4900)), record('threaded', finished(6270))])[1]).toBe(
      'Threaded took 6.27 s, 1.3 times as long as one after another (4.90 s).',
    );
  });

  test('calls a tie a tie', () => {
    expect(told([record('sequential', finished(4900)), record('threaded', finished(5300))])[1]).toBe(
      'Threaded took 5.30 s, about as fast as one after another (4.90 s).',
    );
    // Two ticks of a coarse clock are no difference.
    const coarse = { clockResolutionMs: 1 };
    expect(told([record('sequential', finished(1), coarse), record('threaded', finished(3), coarse)])[1]).toContain(
      'with no clear difference from',
    );
    const spread = [80, 100, 130, 160].flatMap((ms) => [
      record('sequential', finished(ms)),
      record('threaded', finished(ms * 1.2)),
    ]);
    expect(told(spread)[1]).toBe(
      'Threaded took 138 ms (median of 4 runs), with no clear difference from one after another (115 ms).',
    );
  });

  test('tells the median of repeated runs', () => {
    const times = [990, 1020, 1400].map((ms) => record('threaded', finished(ms)));
    expect(told([...times, record('sequential', finished(2980))])[1]).toBe(
      'Threaded took 1.02 s (median of 3 runs), 2.9 times as fast as one after another (2.98 s).',
    );
  });

  test('compares nothing where the baseline has no time', () => {
    expect(told([record('sequential', stopped), record('threaded', finished(1020))])).toEqual([
      'One after another was stopped.',
      'Threaded took 1.02 s.',
    ]);
    expect(told([record('threaded', finished(1020))], 'nonesuch')).toEqual(['Threaded took 1.02 s.']);
    expect(told([])).toEqual([]);
  });

  test('tells how a strategy ended that did not finish', () => {
    expect(told([record('threaded', failed('No worker could be started. Close other tabs.'))])).toEqual([
      'Threaded failed.',
    ]);
    expect(told([record('gil', failed('no reason')), record('gil', finished(10))])).toEqual(['GIL off took 10 ms.']);
    expect(told([record('threaded', finished(1020, ['a', 'b'])), record('threaded', stopped)])).toEqual([
      'Threaded took 1.02 s.',
      'Threaded was stopped.',
    ]);
  });

  test('leaves hidden runs out', () => {
    const hidden = { hidden: true };
    expect(told([record('threaded', finished(9000), hidden)])).toEqual([]);
    expect(told([record('group', finished(9000), hidden), record('group', finished(10))])).toEqual([
      'TaskGroup took 10 ms.',
    ]);
  });

  test('keeps capitals that belong to a name', () => {
    const against = (id: string) => told([record(id, finished(100)), record('threaded', finished(10))], id)[0];
    expect(against('sequential')).toBe('One after another took 100 ms.');
    expect(told([record('gil', finished(100)), record('threaded', finished(10))], 'gil')[0]).toContain(
      'as GIL off (100 ms)',
    );
    expect(told([record('group', finished(100)), record('threaded', finished(10))], 'group')[0]).toContain(
      'as TaskGroup (100 ms)',
    );
  });
});

test('countedTimes takes finished runs in visible tabs', () => {
  const records = [
    record('a', finished(1)),
    record('a', stopped),
    record('a', failed('x')),
    record('a', finished(2), { hidden: true }),
    record('b', finished(3)),
    record('a', finished(4)),
  ];
  expect(countedTimes(records, 'a')).toEqual([1, 4]);
});
