import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Made by the build and the tests, or of the machine: not in the repository. */
const elsewhere = ['node_modules', '.git', '.cache', 'dist', 'test-results', 'playwright-report'];

/** Every file and folder of the repository, as `/src/main.tsx` and `/src/lab/`. */
function list(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = `/${relative(root, path).replaceAll('\\', '/')}`;
    if (elsewhere.includes(entry.name)) return [];
    return entry.isDirectory() ? [`${name}/`, ...list(path)] : [name];
  });
}

const there = list(root);
const documents = there.filter((path) => /\/(README|CONTRIBUTING|HOW-IT-WORKS)\.md$/.test(path));

/** What stands between backticks and looks like a path of the repository; `<name>`, `*` and names in capitals stand for others. */
const pathLike = /^(?!https?:)(?:[\w.-]+\/)*[\w.-]+(?:\/|\.(?:ts|tsx|mjs|py|css|json|md|mdx|html|yml))$/;
const placeholder = /^(?:FILE|NAME|PATH)\b/;

function pathsIn(text: string): readonly string[] {
  return [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(' '))
    .filter((word) => pathLike.test(word) && !placeholder.test(word) && !elsewhere.includes(word.split('/')[0] ?? ''));
}

describe('what READMEs and CONTRIBUTING name', () => {
  it.each(documents)('%s: its paths are there, from the root or from any folder on', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    expect(
      pathsIn(text).filter((path) => !there.some((name) => name.endsWith(`/${path.replace(/^(?:\.\.\/)+/, '')}`))),
    ).toEqual([]);
  });

  it.each(documents)('%s: its links lead somewhere', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|lesson:|term:)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });
});
