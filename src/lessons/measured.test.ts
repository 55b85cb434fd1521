import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../core/experiment';
import { shareOf } from './measured';

function run(strategy: string, elapsedMs: number, hidden = false): readonly [string, RunRecord] {
  const report = { elapsedMs, workers: 1, prepareMs: 0, facts: [], problems: [], how: [] };
  return [
    strategy,
    {
      strategy,
      params: {},
      startedAt: 0,
      outcome: { status: 'finished', report, trace: [], points: [] },
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden },
    },
  ];
}

describe('shareOf', () => {
  it('compares two strategies', () => {
    expect(shareOf(new Map([run('sequential', 3000), run('threaded', 1000)]), 'threaded', 'sequential')).toBeCloseTo(1 / 3);
  });

  it('knows nothing until both were measured', () => {
    expect(shareOf(new Map([run('threaded', 1000)]), 'threaded', 'sequential')).toBeNull();
    expect(shareOf(new Map([run('sequential', 3000)]), 'threaded', 'sequential')).toBeNull();
  });

  it('takes no run of a hidden tab', () => {
    expect(shareOf(new Map([run('sequential', 3000), run('threaded', 1000, true)]), 'threaded', 'sequential')).toBeNull();
  });
});
