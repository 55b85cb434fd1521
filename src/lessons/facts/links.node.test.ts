import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../', import.meta.url));
const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A page that the site leads to, and the places on it. */
interface Listed {
  /** Without an anchor. */
  readonly address: string;
  readonly title: string;
  /** Of Python, where it is its documentation. */
  readonly version?: string;
  /** Those that the site links to. */
  readonly anchors?: readonly string[];
}
const links: readonly Listed[] = JSON.parse(readFileSync(own('links.json'), 'utf8'));

/** What readers see: lessons, their questions, the site's own pages, and the facts. */
const texts = ['lessons', 'app'].flatMap((folder) =>
  readdirSync(`${source}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(\.mdx|\.tsx|check\.ts|tree\.ts|README\.md)$/.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(`${source}${folder}/${path}`, 'utf8')),
);
const linked = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(/(?:\]\(|(?:href|docs)=")(https?:[^)"]+)/g)].map(([, address = '']) => address),
  ),
);
const listed = links.flatMap(({ address, anchors = [] }) => [
  address,
  ...anchors.map((anchor) => `${address}#${anchor}`),
]);

describe('the links of the site', () => {
  it('are all in the list, with their anchors', () => {
    expect([...linked].filter((address) => !listed.includes(address))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('are all that the list has', () => {
    const unused = links
      .filter(({ address, anchors = [] }) => anchors.length === 0 && !linked.has(address))
      .map(({ address }) => address);
    expect([...unused, ...listed.filter((address) => address.includes('#') && !linked.has(address))]).toEqual([]);
  });

  it('name the version of a documentation that they lead to', () => {
    const formOf = ({ address, version }: Listed): boolean => {
      if (address.startsWith('https://docs.python.org/'))
        return /^https:\/\/docs\.python\.org\/([^/]+)\/[\w./-]+\.html$/.exec(address)?.[1] === version;
      if (address.startsWith('https://peps.python.org/'))
        return /^https:\/\/peps\.python\.org\/pep-\d{4}\/$/.test(address);
      return address.startsWith('https://');
    };
    expect(links.filter((link) => link.title === '' || !formOf(link))).toEqual([]);
  });

  it('lead to objects on the page of their module, and to sections by a name without capitals', () => {
    const belongs = ({ address }: Listed, anchor: string): boolean => {
      const module = /\/library\/(.+)\.html$/.exec(address)?.[1];
      return anchor.includes('.')
        ? module !== undefined && anchor.startsWith(`${module.replace(/^asyncio-.*/, 'asyncio')}.`)
        : /^[a-z][a-z0-9-]*$/.test(anchor);
    };
    expect(links.flatMap((link) => (link.anchors ?? []).filter((anchor) => !belongs(link, anchor)))).toEqual([]);
  });
});

it('each fact is shown by a program that is there, or by a link', () => {
  const rows = readFileSync(own('README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1);
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const shownBy = row.split('|')[4] ?? '';
    expect(shownBy).toMatch(/\.py`|https:/);
    expect(
      [...shownBy.matchAll(/`([^`]+\.py)`/g)]
        .map(([, program = '']) => program)
        .filter((program) => !existsSync(own(program))),
    ).toEqual([]);
  }
  const named = rows.join('\n');
  const programs = readdirSync(own('.')).filter((file) => file.endsWith('.py'));
  expect(programs.filter((program) => !named.includes(program))).toEqual([]);
});
