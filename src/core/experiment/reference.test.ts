import { describe, expect, it } from 'vitest';
import { epochMs } from '../base/clock';
import type { RunRecord } from './experiment';
import { driftOf, plannedRuns } from './reference';

const run = (strategy: string, elapsedMs: number, hidden = false): RunRecord => ({
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
});
const order = (...args: Parameters<typeof plannedRuns>): string =>
  plannedRuns(...args)
    .map(({ strategy, round }) => `${strategy}${round}`)
    .join(' ');

describe('the runs of one press', () => {
  it('end with the reference, where something is measured against it', () => {
    expect(order(['a', 'b'], 1, 'a')).toBe('a1 b1 a1');
    expect(order(['a', 'b'], 2, 'a')).toBe('a1 b1 a2 b2 a2');
  });

  it('end without it where there is nothing to measure against it', () => {
    expect(order(['a', 'b'], 1, undefined)).toBe('a1 b1');
    expect(order(['a'], 2, 'a')).toBe('a1 a2');
    expect(order(['b', 'c'], 1, 'a')).toBe('b1 c1');
  });
});

describe('a drift of the reference', () => {
  it('is told when it took another time before than after', () => {
    expect(driftOf([run('a', 5950), run('b', 3470), run('a', 3500)], 'a')).toEqual({ beforeMs: 5950, afterMs: 3500 });
  });

  it('is none where the time was about the same, or nothing ran in between', () => {
    expect(driftOf([run('a', 1000), run('b', 900), run('a', 1100)], 'a')).toBeNull();
    expect(driftOf([run('a', 1000), run('a', 3000)], 'a')).toBeNull();
    expect(driftOf([run('a', 1000), run('b', 900)], 'a')).toBeNull();
  });

  it('does not count a run in a hidden tab', () => {
    expect(driftOf([run('a', 1000), run('b', 900), run('a', 9000, true)], 'a')).toBeNull();
  });
});
