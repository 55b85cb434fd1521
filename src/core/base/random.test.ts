import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './random';

const first = (seed: number, count: number): number[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random());
};

describe('seeded', () => {
  it('is Mulberry32, checked against the same algorithm in exact integers', () => {
    expect(first(0, 3).map((x) => x * 2 ** 32)).toEqual([1144304738, 1416247, 958946056]);
    expect(first(9999, 3).map((x) => x * 2 ** 32)).toEqual([732798428, 3817895425, 3549590927]);
  });
  it('repeats itself for a seed, and differs between neighbouring seeds', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), (seed) => {
        expect(first(seed, 8)).toEqual(first(seed, 8));
        expect(first(seed, 8)).not.toEqual(first(seed + 1, 8));
      }),
    );
  });
  it('spreads evenly over 0 to 1', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const x of first(7, 10_000)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(1);
      const tenth = Math.floor(x * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
