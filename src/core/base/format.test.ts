import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatDuration, formatPercent, formatRatio } from './format';

/** Tests read better with plain spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('formatDuration', () => {
  test.each([
    [0, '0 ms'],
    [0.0004, '0 ms'],
    [0.085, '85 µs'],
    [0.9994, '999 µs'],
    [0.9996, '1.0 ms'],
    [2.4, '2.4 ms'],
    [9.96, '10 ms'],
    [340.2, '340 ms'],
    [999.4, '999 ms'],
    [999.6, '1.00 s'],
    [1020, '1.02 s'],
    [9996, '10.0 s'],
    [12_345, '12.3 s'],
    [99_960, '100 s'],
    [125_000, '2 min 5 s'],
    [119_700, '2 min'],
    [7_200_000, '120 min'],
    [-2.4, '\u22122.4 ms'],
    [-0.0001, '0 ms'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%d ms reads %s', (ms, text) => {
    expect(plain(formatDuration(ms))).toBe(text);
  });

  test('keeps number and unit on one line', () => {
    expect(formatDuration(340)).toBe('340\u00a0ms');
  });

  test('never says less of a longer time, and stays within 5 % of it', () => {
    const unitMs: Record<string, number> = { µs: 0.001, ms: 1, s: 1000 };
    const read = (text: string): number => {
      const [number, unit] = plain(text).split(' ');
      return Number(number) * (unitMs[unit ?? ''] ?? Number.NaN);
    };
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 119_000, noNaN: true }),
        fc.double({ min: 0.01, max: 119_000, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(read(formatDuration(low))).toBeLessThanOrEqual(read(formatDuration(high)));
          expect(Math.abs(read(formatDuration(a)) - a)).toBeLessThanOrEqual(a * 0.05 + 1e-9);
        },
      ),
    );
  });
});

test.each([
  [0.517, '0.52'],
  [0.996, '1.0'],
  [2.94, '2.9'],
  [9.97, '10'],
  [16.8, '17'],
  [1250, '1,250'],
  [Number.NaN, '–'],
])('formatRatio: %d reads %s', (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1_200_000, '1,200,000'],
  [-1312, '\u22121,312'],
  [Number.NEGATIVE_INFINITY, '–'],
])('formatCount: %d reads %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [85, '85 B'],
  [999.7, '1.0 kB'],
  [1234, '1.2 kB'],
  [340_000, '340 kB'],
  [999_600, '1.0 MB'],
  [12_400_000, '12 MB'],
  [5e15, '5,000 TB'],
  [Number.NaN, '–'],
])('formatBytes: %d reads %s', (bytes, text) => {
  expect(plain(formatBytes(bytes))).toBe(text);
});

test.each([
  [0, '0 %'],
  [0.024, '2.4 %'],
  [0.05, '5 %'],
  [0.0999, '10 %'],
  [0.5, '50 %'],
  [1, '100 %'],
  [-0.15, '\u221215 %'],
  [Number.NaN, '–'],
])('formatPercent: %d reads %s', (fraction, text) => {
  expect(plain(formatPercent(fraction))).toBe(text);
});
