import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumAfter, count, countUntil, newCounter } from './countingKernel';

describe('count', () => {
  it('adds the steps it took, over several calls', () => {
    const counter = newCounter(1);
    count(counter, 5);
    count(counter, 0);
    count(counter, 7);
    expect(counter.counted).toBe(12);
  });

  it('leaves the checksum that stepping by other means gives', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(5000), (seed, steps) => {
        const counter = newCounter(seed);
        count(counter, steps);
        let slow = BigInt.asIntN(32, BigInt(seed));
        for (let step = 0; step < steps; step += 1) slow = BigInt.asIntN(32, slow * 1_664_525n + 1_013_904_223n);
        expect(counter.checksum).toBe(Number(slow));
        expect(checksumAfter(seed, steps)).toBe(Number(slow));
      }),
      { numRuns: 30 },
    );
  });

  it('gives itself away when a single step is left out', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 800_000_000 }), (seed, steps) => {
        expect(checksumAfter(seed, steps - 1)).not.toBe(checksumAfter(seed, steps));
      }),
    );
  });
});

describe('countUntil', () => {
  it('stops at the target exactly', () => {
    const counter = newCounter(0);
    const end = countUntil(counter, 25, 10, 1000, () => 3);
    expect([counter.counted, end]).toEqual([25, 3]);
  });

  it('stops at the first look at the clock that reaches the deadline', () => {
    const counter = newCounter(0);
    let now = 0;
    const end = countUntil(counter, 1000, 10, 5, () => (now += 2));
    expect([counter.counted, end]).toEqual([30, 6]);
  });

  it('makes headway even when the deadline has passed', () => {
    const counter = newCounter(0);
    countUntil(counter, 1000, 10, 0, () => 5);
    expect(counter.counted).toBe(10);
  });
});
