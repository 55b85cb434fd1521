import { describe, expect, it } from 'vitest';
import { embedAddress, embedFrame, heightScript } from './embedCode';
import { ownAddress } from './embedded';

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

it('the code for a page survives quotes in a title, and names the site that may speak', () => {
  expect(embedFrame(embedAddress(part, 'dark'), 'The "best" <one>')).toContain(
    'src="https://example.org/timeslice/threads/?embed&amp;theme=dark&amp;downloads.pages=6#downloads" title="The &quot;best&quot; &lt;one>"',
  );
  expect(heightScript(part)).toContain("origin !== 'https://example.org'");
});
