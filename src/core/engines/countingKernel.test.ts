import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceFor } from './calibration';
import { checksumAfter, count, countFor, countUntil, newCounter } from './countingKernel';
import { measureLookMs } from './pace';

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

/** A machine that counts `speed` steps a millisecond, and whose clock takes `lookMs` to tell the time. Its time passes by nothing else. */
class Machine {
  readonly counter = newCounter(0);
  #looks = 0;
  readonly #speed: number;
  readonly #lookMs: number;

  constructor(speed: number, lookMs: number) {
    this.#speed = speed;
    this.#lookMs = lookMs;
  }
  readonly clock = (): number => this.counter.counted / this.#speed + (this.#looks += 1) * this.#lookMs;
  get countedMs(): number {
    return this.counter.counted / this.#speed;
  }
}

describe('countUntil', () => {
  const pace = { stepsPerMs: 5, lookEveryMs: 2 };

  it('stops at the target exactly', () => {
    const counter = newCounter(0);
    const end = countUntil(counter, 25, pace, 0, 1000, () => 3);
    expect([counter.counted, end]).toEqual([25, 3]);
  });

  it('stops at the deadline, and looks at the clock as seldom as it may', () => {
    const counter = newCounter(0);
    let looks = 0;
    const end = countUntil(counter, 1000, pace, 0, 5, () => {
      looks += 1;
      return counter.counted / 5;
    });
    expect([counter.counted, end, looks]).toEqual([25, 5, 3]);
  });

  it('makes headway even when the deadline has passed', () => {
    const counter = newCounter(0);
    countUntil(counter, 1000, pace, 5, 0, () => 5);
    expect(counter.counted).toBe(1);
  });

  const clocks = { 'a fast clock': 0.00004, 'a slow clock': 0.03, 'a very slow clock': 0.1 };
  for (const [name, lookMs] of Object.entries(clocks)) {
    it(`with ${name}: costs less than 5 % of the time, alone and under a lock, and keeps the switch interval to within 5 %`, () => {
      const speed = 500;
      const calibrated = (): ReturnType<typeof paceFor> => {
        const { counter, clock } = new Machine(speed, lookMs);
        const { steps, tookMs } = countFor(counter, 20, clock);
        return paceFor(steps / tookMs, measureLookMs(clock));
      };
      const alone = new Machine(speed, lookMs);
      expect(
        countUntil(alone.counter, speed * 1000, calibrated(), alone.clock(), Infinity, alone.clock) / 1000,
      ).toBeLessThan(1.05);

      const locked = new Machine(speed, lookMs);
      const heldMs: number[] = [];
      for (let now = locked.clock(); locked.counter.counted < speed * 1000;) {
        const from = now;
        now = countUntil(locked.counter, speed * 1000, calibrated(), from, from + 5, locked.clock);
        heldMs.push(now - from);
      }
      expect(locked.clock() / locked.countedMs).toBeLessThan(1.05);
      for (const held of heldMs.slice(0, -1)) expect(Math.abs(held / 5 - 1)).toBeLessThan(0.05);
    });
  }
});

describe('countFor', () => {
  it('finds the speed within 5 % where a look at the clock takes 30 µs', () => {
    const { counter, clock } = new Machine(500_000, 0.03);
    const { steps, tookMs } = countFor(counter, 20, clock);
    expect(Math.abs(steps / tookMs / 500_000 - 1)).toBeLessThan(0.05);
  });

  it('ends where the clock moves on in large steps', () => {
    const { counter, clock } = new Machine(500_000, 0);
    expect(countFor(counter, 5, () => Math.floor(clock() / 16) * 16)).toMatchObject({ tookMs: 16 });
  });
});

describe('measureLookMs', () => {
  it('is what a look takes', () => {
    expect(measureLookMs(new Machine(1, 0.03).clock)).toBeCloseTo(0.03, 6);
  });
  it('gives up on a clock that stands still', () => {
    expect(measureLookMs(() => 7)).toBe(0);
  });
});
