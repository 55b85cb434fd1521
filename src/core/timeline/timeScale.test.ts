import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceCeil, ticks, timeScale } from './timeScale';

const labels = (from: number, to: number, widthPx = 700): readonly string[] =>
  ticks(timeScale(from, to, widthPx), 90).map((tick) => tick.label.replaceAll('\u00a0', ' '));

describe('timeScale', () => {
  test('maps time to pixels and back', () => {
    const scale = timeScale(100, 300, 400);
    expect(scale.toPx(100)).toBe(0);
    expect(scale.toPx(250)).toBe(300);
    expect(scale.toMs(300)).toBe(250);
    fc.assert(
      fc.property(fc.double({ min: -1e5, max: 1e5, noNaN: true }), (at) => {
        expect(scale.toMs(scale.toPx(at))).toBeCloseTo(at, 6);
      }),
    );
  });

  test.each([
    [1, 1, 100],
    [2, 1, 100],
    [0, 1, 0],
    [Number.NaN, 1, 100],
    [0, Number.POSITIVE_INFINITY, 100],
  ])('refuses %d to %d ms on %d px', (from, to, width) => {
    expect(() => timeScale(from, to, width)).toThrow(RangeError);
  });
});

test('niceCeil gives 1, 2 or 5 times a power of ten, at most 2.5 times as much', () => {
  expect([0.03, 1, 1.1, 2, 2.1, 4.9, 5, 5.1, 70].map(niceCeil)).toEqual([0.05, 1, 2, 2, 5, 5, 5, 10, 100]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
      const nice = niceCeil(value);
      expect(nice / value).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(nice / value).toBeLessThanOrEqual(2.5 + 1e-9);
    }),
  );
});

describe('ticks', () => {
  test('choose a unit and as many decimals as the step needs', () => {
    expect(labels(0, 3000)).toEqual(['0', '0.5 s', '1.0 s', '1.5 s', '2.0 s', '2.5 s', '3.0 s']);
    expect(labels(0, 340)).toEqual(['0', '50 ms', '100 ms', '150 ms', '200 ms', '250 ms', '300 ms']);
    expect(labels(0, 12_000)).toEqual(['0', '2 s', '4 s', '6 s', '8 s', '10 s', '12 s']);
    expect(labels(0, 0.06)).toEqual(['0', '10 µs', '20 µs', '30 µs', '40 µs', '50 µs', '60 µs']);
    expect(labels(2, 3)).toEqual(['2.0 ms', '2.2 ms', '2.4 ms', '2.6 ms', '2.8 ms', '3.0 ms']);
    expect(labels(1500, 1510)).toEqual(['1,500 ms', '1,502 ms', '1,504 ms', '1,506 ms', '1,508 ms', '1,510 ms']);
    expect(labels(1500, 1500.02)).toContain('1,500,010 µs');
    expect(labels(-100, 500)).toContain('\u2212100 ms');
  });

  test('lie within the scale, a step apart, never closer than asked, with different labels', () => {
    const span = fc.tuple(
      fc.double({ min: -1000, max: 1e6, noNaN: true }),
      fc.double({ min: 0.02, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(span, fc.integer({ min: 150, max: 3000 }), ([from, length], widthPx) => {
        const scale = timeScale(from, from + length, widthPx);
        const marks = ticks(scale, 90);
        expect(marks.length).toBeLessThanOrEqual(widthPx / 90 + 1.01);
        marks.forEach((tick, i) => {
          expect(scale.toPx(tick.at)).toBeGreaterThan(-1);
          expect(scale.toPx(tick.at)).toBeLessThan(widthPx + 1);
          const previous = marks[i - 1]?.at ?? Number.NEGATIVE_INFINITY;
          expect(scale.toPx(tick.at) - scale.toPx(previous)).toBeGreaterThan(89);
        });
        expect(new Set(marks.map((tick) => tick.label)).size).toBe(marks.length);
      }),
    );
  });
});
