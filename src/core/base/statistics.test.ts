import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, isSteady, median, quantile, spread, summarise } from './statistics';

const sample = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const samples = fc.array(sample, { minLength: 1, maxLength: 30 });

describe('quantile', () => {
  test('interpolates between order statistics, as type 7 does', () => {
    // The worked values of R: quantile(c(1, 2, 4, 8, 16)).
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([16, 1, 8, 2, 4], p))).toEqual([1, 2, 4, 8, 16]);
    expect(quantile([1, 2, 4, 8], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
  });

  test('refuses a share outside 0 to 1, and says nothing of no samples', () => {
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('lies within the samples and grows with the share', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(samples, share, share, (xs, p, q) => {
        const [low, high] = p < q ? [p, q] : [q, p];
        // One part in 10^12 for the rounding of the interpolation itself.
        expect(quantile(xs, low)).toBeLessThanOrEqual(quantile(xs, high) * (1 + 1e-12));
        expect(quantile(xs, p)).toBeGreaterThanOrEqual(Math.min(...xs));
        expect(quantile(xs, p)).toBeLessThanOrEqual(Math.max(...xs) * (1 + 1e-12));
      }),
    );
  });
});

describe('summarise', () => {
  test('tells the order statistics of a sample, and leaves it as it was', () => {
    const xs = [5, 1, 3, 2, 4];
    expect(summarise(xs)).toEqual({ count: 5, min: 1, q1: 2, median: 3, q3: 4, max: 5, spread: 2 });
    expect(xs).toEqual([5, 1, 3, 2, 4]);
    expect(spread(xs)).toBe(2);
  });

  test('of nothing is nothing', () => {
    expect(summarise([])).toEqual({
      count: 0,
      min: Number.NaN,
      q1: Number.NaN,
      median: Number.NaN,
      q3: Number.NaN,
      max: Number.NaN,
      spread: Number.NaN,
    });
  });

  test('half of the samples lie on either side of the median, whatever their order', () => {
    fc.assert(
      fc.property(samples, (xs) => {
        const m = median(xs);
        expect(xs.filter((x) => x < m).length).toBeLessThanOrEqual(xs.length / 2);
        expect(xs.filter((x) => x > m).length).toBeLessThanOrEqual(xs.length / 2);
        expect(median(xs.toReversed())).toBe(m);
      }),
    );
  });

  test('one wild sample among five leaves the median within the other four', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 4, maxLength: 4 }), sample, (four, wild) => {
        const m = median([...four, wild * 1e6]);
        expect(m).toBeLessThanOrEqual(Math.max(...four));
      }),
    );
  });
});

test.each([
  [1000, 1000, true],
  [1000, 1140, true],
  [1000, 1160, false],
  [1160, 1000, false],
  [0, 0, false],
])('work that took %d at first and %d in the end was steady: %s', (before, after, steady) => {
  expect(isSteady(before, after)).toBe(steady);
});

describe('compare', () => {
  test.each([
    ['a large difference', [1020], [2980], 'less'],
    ['the other way round', [2980], [1020], 'more'],
    ['within 15 %, one run each', [1000], [1140], 'tie'],
    ['just beyond 15 %', [1000], [1160], 'less'],
    ['within 15 %, but no overlap in five against five', [100, 101, 102, 103, 104], [110, 111, 112, 113, 114], 'less'],
    ['within 15 %, no overlap, but only four each', [100, 101, 102, 103], [110, 111, 112, 113], 'tie'],
    ['sure but too small to matter', [100, 100, 100, 100, 100], [103, 103, 103, 103, 103], 'tie'],
    ['beyond 15 %, yet the middle halves overlap', [80, 90, 100, 140, 150], [85, 95, 120, 140, 160], 'tie'],
    ['one run within the two of the other side', [3.47], [3.3, 5.95], 'tie'],
    ['one run just outside the two of the other side', [3.2], [3.3, 5.95], 'tie'],
    ['one run far from the two of the other side', [1.02], [2.98, 3.1], 'less'],
    ['one run, beyond the middle half of many but not beyond the slowest', [1200], [380, 390, 400, 420, 1900], 'more'],
    ['three runs each, whose ranges overlap', [100, 110, 180], [150, 160, 170], 'tie'],
    ['equal and zero', [0], [0], 'tie'],
    ['no samples', [], [1], 'unknown'],
  ] as const)('%s', (_, a, b, verdict) => {
    expect(compare(a, b).verdict).toBe(verdict);
  });

  test('two ticks of the clock are no difference', () => {
    expect(compare([0.1], [0.3], 0.1).verdict).toBe('tie');
    expect(compare([0.1], [0.4], 0.1).verdict).toBe('less');
  });

  test('tells the ratio of the larger to the smaller', () => {
    expect(compare([1000], [2500]).ratio).toBe(2.5);
    expect(compare([2500], [1000]).ratio).toBe(2.5);
  });

  test('turning the sides round turns the verdict round, and the unit does not matter', () => {
    const opposite = { less: 'more', more: 'less', tie: 'tie', unknown: 'unknown' };
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        expect(compare(b, a).verdict).toBe(opposite[compare(a, b).verdict]);
        // A power of two, so that scaling rounds nothing.
        const scaled = compare(
          a.map((x) => x * 1024),
          b.map((x) => x * 1024),
        );
        expect(scaled.verdict).toBe(compare(a, b).verdict);
      }),
    );
  });

  test('a sample ties with itself', () => {
    fc.assert(
      fc.property(samples, (a) => {
        expect(compare(a, a)).toEqual({ verdict: 'tie', ratio: 1 });
      }),
    );
  });
});
