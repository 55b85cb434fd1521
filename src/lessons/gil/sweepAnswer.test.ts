import { epochMs } from '../../core/base/clock';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../core/experiment/experiment';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { experiments } from './experiments';
import { sweepAnswer } from './sweepAnswer';

function sweep(speedups: readonly number[], hidden = false): Measured {
  const report = { elapsedMs: 1, workers: 1, prepareMs: 0, facts: [], problems: [], how: [] };
  const measured = speedups.map((y, index) => ({ series: 'Measured', x: index + 1, y }));
  const ideal = speedups.map((_, index) => ({ series: 'Ideal', x: index + 1, y: index + 1 }));
  const outcome: Outcome = { status: 'finished', report, trace: [], points: [...measured, ...ideal] };
  return measuredOf([
    {
      strategy: 'sweep',
      params: {},
      startedAt: epochMs(0),
      outcome,
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden },
    },
  ]);
}

describe('the answer of a sweep', () => {
  it.each([
    ['ideal', [1, 1.98, 2.9, 3.8]],
    ['flat', [1, 1.9, 1.95, 1.9]],
    ['falls', [1, 1.9, 1.5, 1.2]],
    ['none', [1, 1.05, 1.02, 1.1]],
    ['none', [1, 0.9, 0.8, 0.7]],
  ])('is %s for %j', (answer, speedups) => {
    expect(sweepAnswer(sweep(speedups))).toBe(answer);
  });

  it('is one of the options', () => {
    const { prediction } = experiments.sweep;
    const options = prediction.kind === 'choice' ? prediction.options.map(({ id }) => id) : [];
    expect(options).toEqual(['ideal', 'flat', 'falls', 'none']);
  });

  it('is unknown without a sweep that counts', () => {
    expect(sweepAnswer(measuredOf([]))).toBeNull();
    expect(sweepAnswer(sweep([1]))).toBeNull();
    expect(sweepAnswer(sweep([1, 2], true))).toBeNull();
  });
});
