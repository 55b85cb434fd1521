import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageNames } from './pages';

const folder = new URL('../../../public/pages/', import.meta.url);

describe('public/pages', () => {
  it('has one file for each page, and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(pageNames.map((name) => `${name}.html`).sort());
  });
  it.each(pageNames)('%s is a small page of its own, in English, that links back', (name) => {
    const html = readFileSync(new URL(`${name}.html`, folder), 'utf8');
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain(`<title>${title}</title>`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain('<a href="../">');
    expect(html.length).toBeGreaterThan(500);
    expect(html.length).toBeLessThan(2000);
  });
});
