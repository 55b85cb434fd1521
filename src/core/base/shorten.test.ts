import { assert, property, string, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listInWords, shorten, shortenMiddle } from './shorten';

describe('what a program made up', () => {
  it('is shown whole where it is short', () => {
    expect(shorten('ValueError: no', 14)).toBe('ValueError: no');
    expect(shortenMiddle('ValueError: no', 14)).toBe('ValueError: no');
  });

  it('loses its end, or its middle', () => {
    expect(shorten('abcdefghij', 5)).toBe('abcd…');
    expect(shortenMiddle('abcdefghij', 5)).toBe('ab…ij');
  });

  it('is never cut within a character, and never too long', () => {
    assert(
      property(string({ unit: 'grapheme' }), integer({ min: 3, max: 20 }), (text, most) => {
        for (const cut of [shorten(text, most), shortenMiddle(text, most)]) {
          expect(cut.length).toBeLessThanOrEqual(most);
          expect([...cut].every((character) => !/^[\ud800-\udfff]$/.test(character))).toBe(true);
        }
      }),
    );
  });

  it('is listed as far as anybody reads', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['a'])).toBe('a');
    expect(listInWords(['a', 'b', 'c'], 2)).toBe('a, b and c');
    expect(listInWords(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});
