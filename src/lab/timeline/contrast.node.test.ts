import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

/** The tokens of a theme: those of a block, by name. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ['light', ':root', '--paper'],
  ['light', ':root', '--paper-raised'],
  ['dark', ":root[data-theme='dark']", '--paper'],
  ['dark', ":root[data-theme='dark']", '--paper-raised'],
])('labels in the colour of paper can be read on running spans (%s, %s %s)', (_, selector, paper) => {
  const theme = tokens(selector);
  const [a, b] = [theme.get('--span-running'), theme.get(paper)].map((colour) => luminance(colour ?? '') + 0.05);
  const contrast = Math.max(a ?? 0, b ?? 0) / Math.min(a ?? 0, b ?? 0);
  expect(contrast).toBeGreaterThanOrEqual(4.5);
});
