import { describe, expect, it } from 'vitest';
import { epochMs } from '../../core/base/clock';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import type { PlotPoint } from '../../core/experiment/experiment';
import { againstTheLaw, waitsByLoad } from './answers';
import { medianWait } from './waits';

interface Run {
  readonly printed?: string;
  readonly points?: readonly PlotPoint[];
}

/** Runs of these strategies, one each. */
const measured = (runs: Readonly<Record<string, Run>>): Measured =>
  measuredOf(
    Object.entries(runs).map(([strategy, { printed = '', points = [] }]) => ({
      strategy,
      params: { serialPercent: 20 },
      startedAt: epochMs(0),
      outcome: {
        status: 'finished',
        report: { elapsedMs: 1, workers: 1, prepareMs: 0, facts: [], problems: [], how: [], printed },
        trace: [],
        points,
      },
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
    })),
  );

describe('the speed-up against the law', () => {
  const sweep = (...speedups: readonly number[]): Measured =>
    measured({ sweep: { points: speedups.map((y, at) => ({ series: 'Measured', x: at + 1, y })) } });
  const answer = (runs: Measured): string | null => againstTheLaw(runs, ({ serialPercent }) => Number(serialPercent));

  it.each([
    [[1, 1.6, 1.6, 1.55], 'under'],
    [[1, 1.65, 2.1, 2.4], 'law'],
    [[1, 2, 3, 3.2], 'half'],
  ] as const)('%j: %s', (speedups, expected) => expect(answer(sweep(...speedups))).toBe(expected));

  it('is not known without a run of at least two workers', () => {
    expect(answer(measured({}))).toBeNull();
    expect(answer(sweep(1))).toBeNull();
  });
});

describe('the waits at each load', () => {
  const line = (ms: number): Run => ({
    printed: `one worker\nhalf of them wait longer than ${ms} ms (theory: 1.0 ms)\n`,
  });
  const loads = { 'busy-50': line(0), 'busy-80': line(23.7), 'busy-95': line(125.2), 'busy-99': line(611.7) };

  it('are told in the order of the card', () => expect(waitsByLoad(measured(loads))).toBe('none few tens many'));

  it('are not known before all have told', () => {
    expect(waitsByLoad(measured({ ...loads, 'busy-99': {} }))).toBeNull();
    expect(waitsByLoad(measured({ 'busy-50': line(0) }))).toBeNull();
  });
});

it.each([
  [0.3, 0],
  [0.5, 0],
  [0.8, 2.35],
  [0.95, 12.84],
  [0.99, 68.31],
])('theory says that at a load of %d half of the tasks wait for %d tasks or longer', (load, wait) =>
  expect(medianWait(load)).toBeCloseTo(wait, 2),
);
