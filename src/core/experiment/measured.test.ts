import { epochMs } from '../base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from './experiment';
import { measuredOf } from './measured';

function run(strategy: string, elapsedMs: number, conditions: Partial<RunRecord['conditions']> = {}): RunRecord {
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
    conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false, ...conditions },
  };
}

describe('what was measured', () => {
  it('is compared over all runs, and not by the last of each', () => {
    const records = [
      ...[980, 1000, 1020].map((ms) => run('threaded', ms)),
      run('threaded', 1400),
      run('sequential', 1000),
    ];
    expect(measuredOf(records).compare('threaded', 'sequential').verdict).toBe('tie');
  });

  it('knows nothing until both were measured, and takes no run of a hidden tab', () => {
    expect(measuredOf([run('threaded', 1000)]).compare('threaded', 'sequential').verdict).toBe('unknown');
    const hidden = [run('sequential', 3000), run('threaded', 1000, { hidden: true })];
    expect(measuredOf(hidden).compare('threaded', 'sequential').verdict).toBe('unknown');
    expect(measuredOf(hidden).latest('threaded')).toBeNull();
  });

  it('calls it a tie where the clock is too coarse', () => {
    const coarse = { clockResolutionMs: 1 };
    expect(measuredOf([run('a', 1, coarse), run('b', 3, coarse)]).compare('a', 'b').verdict).toBe('tie');
  });

  it('has the median that the sentences tell', () => {
    expect(measuredOf([10, 11, 90].map((ms) => run('a', ms))).medianMs('a')).toBe(11);
    expect(measuredOf([]).medianMs('a')).toBeNaN();
  });

  it('has the latest run of a strategy', () => {
    expect(measuredOf([run('a', 1), run('a', 2)]).latest('a')?.report.elapsedMs).toBe(2);
    expect(
      measuredOf([run('a', 1), { ...run('a', 2), outcome: { status: 'stopped', trace: [] } }]).latest('a'),
    ).toBeNull();
    expect(measuredOf([]).latest('a')).toBeNull();
  });
});
