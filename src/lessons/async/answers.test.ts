import { epochMs } from '../../core/base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../core/experiment/experiment';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { heartDuringCall, howLongTogether } from './answers';

interface Ran {
  readonly strategy: string;
  readonly ms?: number;
  readonly params: Readonly<Record<string, number>>;
  readonly gaps?: readonly number[];
  readonly hidden?: boolean;
}

const measured = ({ strategy, ms = 1000, params, gaps = [], hidden = false }: Ran): Measured => {
  const record: RunRecord = {
    strategy,
    params,
    startedAt: epochMs(0),
    outcome: {
      status: 'finished',
      report: { elapsedMs: ms, workers: 0, prepareMs: 0, facts: [], problems: [], how: [] },
      trace: [],
      points: gaps.map((y, x) => ({ series: 'Gap between heartbeats', x, y })),
    },
    conditions: { isolated: true, clockResolutionMs: 0.005, hidden },
  };
  return measuredOf([record]);
};

describe('how long the sleeps took together', () => {
  it.each([
    [10_000, 1000, 1080, 'one'],
    [1, 1000, 1001, 'one'],
    [10_000, 10, 900, 'some'],
    [100, 50, 5000, 'all'],
  ] as const)('%i of %i ms in %i ms: %s', (tasks, sleepMs, ms, answer) =>
    expect(howLongTogether(measured({ strategy: 'together', ms, params: { tasks, sleepMs } }))).toBe(answer),
  );

  it('is not known from a hidden tab, another strategy, or without the length of a sleep', () => {
    const params = { tasks: 10, sleepMs: 100 };
    expect(howLongTogether(measured({ strategy: 'together', params, hidden: true }))).toBeNull();
    expect(howLongTogether(measured({ strategy: 'limited', params }))).toBeNull();
    expect(howLongTogether(measured({ strategy: 'together', params: {} }))).toBeNull();
  });
});

describe('the heart during a call of 1000 ms on the loop', () => {
  const params = { beatMs: 100, callMs: 1000 };
  it.each([
    [[100, 101, 1003, 100], 'pause'],
    [[100, 101, 130, 100], 'beats'],
    [[], null],
  ] as const)('gaps of %j ms: %s', (gaps, answer) =>
    expect(heartDuringCall(measured({ strategy: 'blocking', params, gaps }))).toBe(answer),
  );
});
