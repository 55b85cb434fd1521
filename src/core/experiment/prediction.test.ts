import { epochMs } from '../base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from './experiment';
import { judgeRanking, measuredOrder } from './prediction';

function ran(strategy: string, elapsedMs: number, hidden = false): RunRecord {
  return {
    strategy,
    params: {},
    startedAt: epochMs(0),
    outcome: {
      status: 'finished',
      report: { elapsedMs, workers: 1, prepareMs: 0, facts: [], problems: [], how: [] },
      trace: [],
      points: [],
    },
    conditions: { isolated: true, clockResolutionMs: 0.005, hidden },
  };
}
const stopped: RunRecord = { ...ran('threaded', 1), outcome: { status: 'stopped', trace: [] } };

describe('judging a prediction', () => {
  const records = [ran('sequential', 3000), ran('threaded', 1010), ran('pool', 2000)];

  it('orders by what was measured', () => {
    expect(measuredOrder(records, ['sequential', 'threaded', 'pool'])).toEqual(['threaded', 'pool', 'sequential']);
    expect(judgeRanking(['threaded', 'pool', 'sequential'], records)).toEqual({
      right: true,
      places: [['threaded'], ['pool'], ['sequential']],
      swapped: [],
    });
  });

  it('names the pairs that came out the other way round', () => {
    expect(judgeRanking(['sequential', 'threaded', 'pool'], records)?.swapped).toEqual([
      ['threaded', 'sequential'],
      ['pool', 'sequential'],
    ]);
  });

  it('forgives the order of a tie', () => {
    const tied = [ran('a', 1000), ran('b', 1080)];
    expect(judgeRanking(['b', 'a'], tied)).toEqual({ right: true, places: [['a', 'b']], swapped: [] });
    expect(judgeRanking(['b', 'a'], [ran('a', 1000), ran('b', 1500)])?.right).toBe(false);
  });

  it('puts into one place only what ties with all that is there', () => {
    const records = [ran('a', 1000), ran('b', 1100), ran('c', 1200)];
    expect(judgeRanking(['a', 'b', 'c'], records)?.places).toEqual([['a', 'b'], ['c']]);
  });

  it('waits until everything was measured, and does not count a stopped run', () => {
    expect(judgeRanking(['sequential', 'threaded'], [ran('sequential', 3000), stopped])).toBeNull();
    expect(measuredOrder([ran('a', 5, true), ran('b', 7)], ['a', 'b'])).toBeNull();
  });
});
