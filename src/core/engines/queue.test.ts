import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealItems } from './queue';

describe('dealItems', () => {
  it('deals every item once, in turn', () => {
    expect(dealItems(5, 2)).toEqual([
      [1, 3, 5],
      [2, 4],
    ]);
    expect(dealItems(1, 3)).toEqual([[1], [], []]);
  });
  it('gives no producer more than one item above another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 6 }), (items, producers) => {
        const hands = dealItems(items, producers);
        const sizes = hands.map((hand) => hand.length);
        expect(hands.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: items }, (_, i) => i + 1));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
