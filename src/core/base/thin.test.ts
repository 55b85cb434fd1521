import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin } from './thin';

const points = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 400 })
  .map((ys) => ys.map((y, x) => ({ x, y })));

describe('thin', () => {
  it('keeps ends, order, peak and valley, and the bound', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 6, max: 60 }), (all, most) => {
        const some = thin(all, most);
        expect(some.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(some[0]).toBe(all[0]);
        expect(some.at(-1)).toBe(all.at(-1));
        expect(some.map(({ x }) => x)).toEqual(some.map(({ x }) => x).toSorted((a, b) => a - b));
        expect(Math.max(...some.map(({ y }) => y))).toBe(Math.max(...all.map(({ y }) => y)));
        expect(Math.min(...some.map(({ y }) => y))).toBe(Math.min(...all.map(({ y }) => y)));
      }),
    );
  });
});
