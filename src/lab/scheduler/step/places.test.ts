import { describe, expect, it } from 'vitest';
import { before, lastChosen, onward, type Places } from './places';

/** Who can go on at each place; the main thread goes first. */
const places = (text: string, mainFirst = true): Places => ({
  program: { mainFirst },
  moments: text.split(' ').map((word) => ({ enabled: [...word].filter((letter) => letter !== '-').map(Number) })),
});

describe('places of a run where the main thread goes first', () => {
  const run = places('0 0 12 12 0 0 2 0 -');

  it('are those where there is something to choose, and the end', () => {
    expect([0, 1, 2, 3, 4, 6, 7, 99].map((at) => onward(run, at))).toEqual([2, 2, 2, 3, 6, 6, 8, 8]);
    expect([8, 7, 6, 5, 4, 3, 2, 1, 0].map((at) => before(run, at))).toEqual([6, 6, 3, 3, 3, 2, 2, 2, 2]);
  });

  it('each have a step that was chosen and led there', () => {
    expect([0, 2, 3, 4, 6, 8].map((at) => lastChosen(run, at))).toEqual([0, 0, 2, 3, 3, 6]);
  });

  it('are all of them where it does not', () => {
    const all = places('0 0 12 -', false);
    expect([0, 1, 2, 3].map((at) => onward(all, at))).toEqual([0, 1, 2, 3]);
    expect(before(all, 1)).toBe(0);
    expect(lastChosen(all, 2)).toBe(1);
  });
});
