import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import type { ManifestTransform } from 'workbox-build';

/** The part of the site that begins with a chunk: a lesson, or the puzzles. */
function partOf(key: string, name: string | undefined): string | undefined {
  const lesson = /^src\/lessons\/([^/]+)\/(?:index\.ts|lesson\.mdx\?texts)$/.exec(key)?.[1];
  return lesson ?? (name === 'PuzzlesPage' || name === 'PuzzlePage' ? 'puzzles' : undefined);
}

/** All chunks that are fetched with a chunk, at once or later, without those to stop at. */
function reach(manifest: Manifest, keys: readonly string[], stop: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(keys);
  for (const key of found) {
    const chunk = manifest[key];
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])])
      if (!stop.has(next)) found.add(next);
  }
  return found;
}

/**
 * The files that one part of the site has for itself, by file. What several parts need, or every page, is not among them.
 * @param manifest the build's, as Vite writes it
 */
export function filesOfParts(manifest: Manifest): ReadonlyMap<string, string> {
  const begins = new Map(
    Object.entries(manifest).flatMap(([key, { name }]) => {
      const part = partOf(key, name);
      return part === undefined ? [] : [[key, part]];
    }),
  );
  const first = Object.keys(manifest).filter((key) => manifest[key]?.name === 'frame');
  const everywhere = reach(manifest, first, new Set(begins.keys()));
  const stop = new Set([...everywhere, ...begins.keys()]);
  const parts = new Map<string, Set<string>>();
  for (const [begin, part] of begins)
    for (const key of reach(manifest, [begin], stop)) {
      const file = manifest[key]?.file ?? key;
      parts.set(file, (parts.get(file) ?? new Set()).add(part));
    }
  return new Map(
    [...parts].flatMap(([file, [only, ...more]]) => (only === undefined || more.length > 0 ? [] : [[file, only]])),
  );
}

/** Marks the files of the offline copy that one part has for itself, its pages included, and says what each weighs on its way, so that the service worker fetches them with their part. */
export function partsForOffline(dist: string): ManifestTransform {
  return async (entries) => {
    const files = filesOfParts(JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest);
    const parts = new Set(files.values());
    const manifest = await Promise.all(
      entries.map(async (entry) => {
        const folder = entry.url.split('/')[0] ?? '';
        const part =
          files.get(entry.url) ?? (entry.url.endsWith('/index.html') && parts.has(folder) ? folder : undefined);
        if (part === undefined) return entry;
        return { ...entry, part, bytes: gzipSync(await readFile(join(dist, entry.url))).length };
      }),
    );
    return { manifest, warnings: [] };
  };
}
