/**
 * The budget of a page's first load. `size-limit` weighs files that are named by patterns; here the files are those that each built page names itself, with all that they import,
 * so that a new page or a new import cannot be forgotten.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The most JavaScript that a page may ask for before the reader does anything, gzipped, in kB of 1000 bytes. */
export const firstLoadLimitKb = 100;

/** @typedef {Readonly<Record<string, { readonly file: string, readonly imports?: readonly string[] }>>} Manifest Vite's, as far as it is read here. */
/** @typedef {{ readonly page: string, readonly files: readonly string[], readonly kilobytes: number, readonly ok: boolean }} PageWeight `kilobytes` gzipped, of 1000 bytes. */

/**
 * The scripts that a page names in its HTML, as paths from the site's root: `<script src>` and `modulepreload` (also when it is a `preload as="script"`).
 * @param {string} html
 * @param {string} folder The page's own folder, `''` or `gil`.
 */
export function scriptsOf(html, folder) {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const attribute = (/** @type {string} */ tag, /** @type {string} */ name) =>
    new RegExp(`\\s${name}=["']?([^"'\\s>]+)`).exec(tag)?.[1];
  const named = tags.flatMap((tag) => {
    if (tag.startsWith('<script')) return attribute(tag, 'src') ?? [];
    const isScript =
      attribute(tag, 'rel') === 'modulepreload' ||
      (attribute(tag, 'rel') === 'preload' && attribute(tag, 'as') === 'script');
    return isScript ? (attribute(tag, 'href') ?? []) : [];
  });
  return named.map((url) => posix.join(folder, url));
}

/**
 * Those files with all that they import statically.
 * @param {Manifest} manifest
 * @param {readonly string[]} files
 */
export function withImports(manifest, files) {
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const found = new Set(files);
  for (const file of found) {
    for (const key of byFile.get(file)?.imports ?? []) {
      const imported = manifest[key];
      if (imported !== undefined) found.add(imported.file);
    }
  }
  return [...found].sort();
}

/** Every page's folder, as paths from the site's root. @param {string} dist */
async function pagesIn(dist) {
  const files = await readdir(dist, { recursive: true });
  return files
    .map((file) => file.split(sep).join('/'))
    .filter((file) => posix.basename(file) === 'index.html')
    .map((file) => (file === 'index.html' ? '' : posix.dirname(file)))
    .sort();
}

/**
 * The JavaScript of each page's first load.
 * @param {string} dist
 * @returns {Promise<PageWeight[]>}
 * @throws where there is no build.
 */
export async function weighPages(dist) {
  /** @type {Manifest} */
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
  /** @type {Map<string, number>} */
  const sizes = new Map();
  const gzippedBytes = async (/** @type {string} */ file) => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const bytes = gzipSync(await readFile(join(dist, file)), { level: 9 }).length;
    sizes.set(file, bytes);
    return bytes;
  };
  const weights = [];
  for (const page of await pagesIn(dist)) {
    const html = await readFile(join(dist, page, 'index.html'), 'utf8');
    const files = withImports(manifest, scriptsOf(html, page));
    let bytes = 0;
    for (const file of files) bytes += await gzippedBytes(file);
    weights.push({ page: `/${page}`, files, kilobytes: bytes / 1000, ok: bytes / 1000 <= firstLoadLimitKb });
  }
  return weights;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = resolve(process.argv[2] ?? 'dist');
  const weights = await weighPages(dist);
  console.log(
    `JavaScript of the first load, gzipped, at most ${firstLoadLimitKb} kB (${relative(process.cwd(), dist)}/)`,
  );
  for (const { page, files, kilobytes, ok } of weights)
    console.log(
      `  ${page.padEnd(12)} ${kilobytes.toFixed(1).padStart(6)} kB  ${files.length} files${ok ? '' : '  OVER BUDGET'}`,
    );
  const empty = weights.filter(({ files }) => files.length === 0).map(({ page }) => page);
  if (empty.length > 0)
    console.log(`No script was found in ${empty.join(', ')}: the budget cannot be read from such a page.`);
  if (weights.length === 0 || empty.length > 0 || weights.some(({ ok }) => !ok)) process.exitCode = 1;
}
