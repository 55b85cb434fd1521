import { expect, test } from 'vitest';
import { mix, parseColour } from './palette';

test.each([
  ['rgb(26, 51, 77)', [26, 51, 77]],
  ['rgba(26, 51, 77, 0.5)', [26, 51, 77]],
  ['color(srgb 0.1 0.2 0.3)', [26, 51, 77]],
  ['color(srgb 1 0 0.5 / 0.3)', [255, 0, 128]],
])('%s is read', (text, rgb) => {
  expect(parseColour(text)).toEqual(rgb);
});

test.each(['', 'red', 'oklch(0.5 0.1 20)', 'rgb(1, 2)'])('“%s” is refused', (text) => {
  expect(() => parseColour(text)).toThrow('no colour');
});

test('mix lets a colour down with paper', () => {
  expect(mix('#00835f', 42, '#fbfaf6')).toBe('color-mix(in srgb, #00835f 42%, #fbfaf6)');
});
