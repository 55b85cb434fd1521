import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { scriptsOf, weighPages, withImports } from './budget.mjs';

const manifest = {
  'index.html': { file: 'assets/main.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'] },
  'chart.tsx': { file: 'assets/chart.js' },
};

describe('scriptsOf', () => {
  it('finds scripts and preloads, relative to the page, and leaves the rest', () => {
    const html = `
      <script>inline()</script>
      <script type="module" crossorigin src="../assets/main.js"></script>
      <link rel="modulepreload" crossorigin href="../assets/shared.js">
      <link href='../assets/early.js' as='script' rel='preload'>
      <link rel="stylesheet" href="../assets/style.css">`;
    expect(scriptsOf(html, 'gil')).toEqual(['assets/main.js', 'assets/shared.js', 'assets/early.js']);
  });
});

describe('withImports', () => {
  it('follows static imports, once each, and nothing that arrives later', () => {
    expect(withImports(manifest, ['assets/main.js'])).toEqual(['assets/deep.js', 'assets/main.js', 'assets/shared.js']);
  });
});

describe('weighPages', () => {
  let dist = '';
  afterEach(() => rm(dist, { recursive: true }));

  it('weighs each page and says which is too heavy', async () => {
    dist = await mkdtemp(join(tmpdir(), 'timeslice-budget-'));
    // Digits that do not repeat, so that gzip cannot hide them.
    const heavy = Array.from({ length: 40_000 }, (_, index) =>
      Math.sin(index + 1)
        .toString()
        .slice(3, 11),
    ).join('');
    await mkdir(join(dist, '.vite'));
    await mkdir(join(dist, 'assets'));
    await mkdir(join(dist, 'gil'));
    await writeFile(
      join(dist, '.vite/manifest.json'),
      JSON.stringify({ 'index.html': { file: 'assets/main.js' }, 'gil.mdx': { file: 'assets/gil.js' } }),
    );
    await writeFile(join(dist, 'assets/main.js'), 'main()');
    await writeFile(join(dist, 'assets/gil.js'), `"${heavy}"`);
    await writeFile(join(dist, 'index.html'), '<script type="module" src="./assets/main.js"></script>');
    await writeFile(
      join(dist, 'gil/index.html'),
      '<script type="module" src="../assets/main.js"></script><link rel="modulepreload" href="../assets/gil.js" />',
    );
    const weights = await weighPages(dist);
    expect(weights.map(({ page, files, ok }) => ({ page, files: files.length, ok }))).toEqual([
      { page: '/', files: 1, ok: true },
      { page: '/gil', files: 2, ok: false },
    ]);
  });
});
