import { expect, test } from 'vitest';
import { axisEnd, placeText, stretchWithin, type ShownGuess } from './guessMarks';

const stretch = (fromMs: number, toMs: number): ShownGuess & { readonly kind: 'stretch' } => ({
  kind: 'stretch',
  strategy: 'threaded',
  fromMs,
  toMs,
});

test('the axis has room for a guess that is not far beyond the bars', () => {
  expect(axisEnd(1000, null)).toBe(1000);
  expect(axisEnd(1000, stretch(200, 300))).toBe(1000);
  expect(axisEnd(1000, stretch(1100, 1300))).toBe(1300);
  expect(axisEnd(1000, stretch(1150, Number.POSITIVE_INFINITY))).toBe(1380);
  expect(axisEnd(1000, stretch(90_000, 110_000))).toBe(1600);
});

test('a guess without an end ends with the axis, and one beyond it is not drawn', () => {
  expect(stretchWithin(stretch(500, Number.POSITIVE_INFINITY), 1000)).toEqual({ fromMs: 500, toMs: 1000 });
  expect(stretchWithin(stretch(90_000, 110_000), 1600)).toBeNull();
});

test('places are counted in words', () => {
  expect([1, 2, 3, 4].map(placeText)).toEqual(['1st', '2nd', '3rd', '4th']);
});
