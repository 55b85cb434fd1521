import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amdahlSpeedup, fitSerialFraction, type SpeedupPoint } from './amdahl';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const upTo = (most: number, speedup: (workers: number) => number): SpeedupPoint[] =>
  Array.from({ length: most }, (_, index) => ({ workers: index + 1, speedup: speedup(index + 1) }));

describe('amdahlSpeedup', () => {
  it('is ideal without a serial part, and limited by it otherwise', () => {
    expect(amdahlSpeedup(0, 8)).toBe(8);
    expect(amdahlSpeedup(1, 8)).toBe(1);
    expect(amdahlSpeedup(0.05, 1e9)).toBeCloseTo(20, 5);
  });
});

describe('fitSerialFraction', () => {
  it('finds the fraction that made the points', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 2, max: 32 }), (serial, most) => {
        const fit = fitSerialFraction(upTo(most, (workers) => amdahlSpeedup(serial, workers)));
        expect(fit.serialFraction).toBeCloseTo(serial, 9);
        expect(fit.residual).toBeCloseTo(0, 9);
      }),
    );
  });

  it('fits noisy points at least as well as any other fraction does', () => {
    const speedup = fc.double({ min: 0.2, max: 40, noNaN: true });
    fc.assert(
      fc.property(fc.array(speedup, { minLength: 2, maxLength: 16 }), fraction, (speedups, other) => {
        const points = speedups.map((value, index) => ({ workers: index + 1, speedup: value }));
        const misfit = Math.sqrt(
          points.reduce((sum, point) => sum + (1 / point.speedup - 1 / amdahlSpeedup(other, point.workers)) ** 2, 0) /
            points.length,
        );
        const fit = fitSerialFraction(points);
        expect(fit.residual).toBeLessThanOrEqual(misfit + 1e-12);
        expect(fit.serialFraction).toBeGreaterThanOrEqual(0);
        expect(fit.serialFraction).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('sees a machine with two cores as half serial or so from four workers on', () => {
    const fit = fitSerialFraction(upTo(4, (workers) => Math.min(workers, 2)));
    expect(fit.serialFraction).toBeGreaterThan(0.15);
    expect(fit.serialFraction).toBeLessThan(0.4);
    expect(fit.residual).toBeGreaterThan(0.01);
  });

  it('refuses to judge by one worker, or by nonsense', () => {
    expect(() => fitSerialFraction([{ workers: 1, speedup: 1 }])).toThrow(RangeError);
    expect(() => fitSerialFraction([{ workers: 2, speedup: 0 }])).toThrow(RangeError);
    expect(() => fitSerialFraction([{ workers: 2, speedup: Number.NaN }])).toThrow(RangeError);
  });
});
