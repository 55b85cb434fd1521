import { describe, expect, it } from 'vitest';
import { pauseOf, roundsOf } from './retries';

describe('the pause before the next round', () => {
  it('never varies where pauses are equal, whatever chance says', () => {
    expect([0, 0.3, 0.99].map((chance) => pauseOf({ strategy: 'equal', pauseMs: 50 }, chance))).toEqual([50, 50, 50]);
  });

  it('lies between none and twice the usual one where it is drawn', () => {
    expect([0, 0.5, 0.75].map((chance) => pauseOf({ strategy: 'random', pauseMs: 50 }, chance))).toEqual([0, 50, 75]);
  });
});

describe('the rounds of both transfers', () => {
  it('are those of the later one', () => expect(roundsOf([{ round: 2 }, { round: 3 }])).toBe(3));
  it('are not known where one of them gave up', () => expect(roundsOf([{ round: 2 }, { round: null }])).toBeNull());
});
