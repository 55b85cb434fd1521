import { describe, expect, it } from 'vitest';
import { sayAtLeast, sayRandom } from './sayRandom';
import type { RandomSummary } from './search';

describe('a probability', () => {
  it('is never said to be more than it is', () => {
    expect([0.9457, 0.5, 0.0999, 0.0347, 0.00349, 0.9999999, 1, 0.9996, 0.9951].map(sayAtLeast)).toEqual([
      '94 %',
      '50 %',
      '9.9 %',
      '3.4 %',
      '0.34 %',
      '99.99 %',
      '99.99 %',
      '99.96 %',
      '99.5 %',
    ]);
  });
});

describe('random schedules', () => {
  const random: RandomSummary = {
    threads: 3,
    steps: 100,
    cut: false,
    drawn: [
      { depth: 2, steps: 100, runs: 2000 },
      { depth: 3, steps: 100, runs: 3000 },
    ],
  };

  it('say what they would have hit, and on which condition', () => {
    expect(sayRandom(random)).toBe(
      'none of 5,000 schedules that were drawn at random is wrong: a bug of depth 2 would have been hit with a probability of at least 99.8 % and one of depth 3 with a probability of at least 9.5 %, if no schedule has more than 3 threads and 100 steps, the most that were seen.',
    );
  });

  it('say that they guarantee nothing where some were cut off, or made for fewer steps', () => {
    expect(sayRandom({ ...random, cut: true })).toContain(
      'is wrong, but nothing is guaranteed, since some of them were cut off.',
    );
    expect(sayRandom({ ...random, steps: 101 })).toContain('but nothing is guaranteed yet.');
  });
});
