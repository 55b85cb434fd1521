import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenLimitMs, frozenScale, paceFor, scaleFor, stepsPerMs, tasksAt } from './calibration';

const stepsIn = (scale: number): number => tasksAt(scale).reduce((sum, task) => sum + task.steps, 0);

describe('stepsPerMs', () => {
  it('takes the middle speed and ignores samples in which the clock stood still', () => {
    const samples = [
      { steps: 1000, tookMs: 1 },
      { steps: 1000, tookMs: 2 },
      { steps: 1000, tookMs: 100 },
      { steps: 1000, tookMs: 0 },
    ];
    expect(stepsPerMs(samples)).toBe(500);
  });
  it('throws where there is nothing to judge by', () => {
    expect(() => stepsPerMs([{ steps: 1000, tookMs: 0 }])).toThrow(RangeError);
  });
});

describe('scaleFor', () => {
  it('gives work of the asked length', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e5, max: 4e6, noNaN: true }), (speed) => {
        const tookMs = stepsIn(scaleFor(speed, 3000)) / speed;
        // The control's step of 0.1 is a rounding of at most 0.05 of 122 million steps.
        expect(Math.abs(tookMs - 3000)).toBeLessThanOrEqual((0.05 * 122e6) / speed + 1);
      }),
    );
  });
  it('stays on the control', () => {
    expect(scaleFor(1, 3000)).toBe(0.1);
    expect(scaleFor(1e9, 3000)).toBe(100);
    expect(scaleFor(500_000, 3000)).toBe(12.3);
  });
});

describe('frozenScale', () => {
  it('never freezes the page for longer than it may be, and leaves shorter work alone', () => {
    expect(frozenScale(2, 500_000)).toBe(2);
    expect(stepsIn(frozenScale(100, 500_000)) / 500_000).toBeCloseTo(frozenLimitMs, 1);
  });
});

describe('paceFor', () => {
  it('looks at the clock every two milliseconds, more seldom where a look takes long, and never more seldom than every 20 ms', () => {
    expect([0.00004, 0.02, 5].map((lookMs) => paceFor(500_000, lookMs))).toEqual(
      [2, 4, 20].map((lookEveryMs) => ({ stepsPerMs: 500_000, lookEveryMs })),
    );
  });
});

describe('tasksAt', () => {
  it('keeps the lesson’s proportions in whole steps', () => {
    const tasks = tasksAt(0.1);
    expect(tasks).toHaveLength(17);
    expect(tasks.slice(0, 4).map((task) => task.steps)).toEqual([800_000, 700_000, 800_000, 500_000]);
    expect(new Set(tasks.map((task) => task.seed)).size).toBe(17);
  });
});
