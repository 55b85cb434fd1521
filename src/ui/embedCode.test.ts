import { describe, expect, it } from 'vitest';
import { embedAddress, embedFrame, heightScript, withoutSolution } from './embedCode';
import { areSolutionsOff, ownAddress } from './embedded';

const part = 'https://example.org/timeslice/threads/?downloads.pages=6#downloads';

describe('the address of an embedded part', () => {
  it('keeps settings and anchor, and leads back', () => {
    expect(embedAddress(part, 'system')).toBe(
      'https://example.org/timeslice/threads/?embed&downloads.pages=6#downloads',
    );
    const dark = embedAddress(part, 'dark');
    expect(dark).toBe('https://example.org/timeslice/threads/?embed&theme=dark&downloads.pages=6#downloads');
    expect(ownAddress(dark)).toBe(part);
    expect(embedAddress(dark, 'light')).toContain('?embed&theme=light&downloads.pages=6#');
  });

  it('of a page without settings', () => {
    const plain = 'https://example.org/gil/#counting';
    expect(ownAddress(embedAddress(plain, 'system'))).toBe(plain);
    expect(ownAddress(plain)).toBe(plain);
  });
});

it('a puzzle’s address can keep its solution back, alone and in a page', () => {
  const puzzle = 'https://example.org/timeslice/puzzles/tea/#puzzle-tea';
  const kept = withoutSolution(puzzle);
  expect(kept).toBe('https://example.org/timeslice/puzzles/tea/?solutions=off#puzzle-tea');
  const framed = embedAddress(kept, 'dark');
  expect(framed).toBe('https://example.org/timeslice/puzzles/tea/?embed&theme=dark&solutions=off#puzzle-tea');
  expect(ownAddress(framed)).toBe(kept);
  expect([kept, framed, puzzle].map((address) => areSolutionsOff(new URL(address).search))).toEqual([
    true,
    true,
    false,
  ]);
});

it('the code for a page survives quotes in a title, and names the site that may speak', () => {
  expect(embedFrame(embedAddress(part, 'dark'), 'The "best" <one>')).toContain(
    'src="https://example.org/timeslice/threads/?embed&amp;theme=dark&amp;downloads.pages=6#downloads" title="The &quot;best&quot; &lt;one>"',
  );
  expect(heightScript(part)).toContain("origin !== 'https://example.org'");
});
