import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../', import.meta.url));
const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A page that the site leads to. */
interface Listed {
  readonly address: string;
  readonly title: string;
  /** Of Python, where it is its documentation. */
  readonly version?: string;
}
const links: readonly Listed[] = JSON.parse(readFileSync(own('links.json'), 'utf8'));

/** What readers see: lessons, their questions, the site's own pages, and the facts. */
const texts = ['lessons', 'app'].flatMap((folder) =>
  readdirSync(`${source}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(\.mdx|\.tsx|check\.ts|tree\.ts|README\.md)$/.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(`${source}${folder}/${path}`, 'utf8')),
);
const linked = new Set(texts.flatMap((text) => [...text.matchAll(/(?:\]\(|href=")(https?:[^)"]+)/g)].map(([, address = '']) => address)));
const listed = links.map(({ address }) => address);

describe('the links of the site', () => {
  it('are all in the list, and nothing else is', () => {
    expect([...linked].filter((address) => !listed.includes(address))).toEqual([]);
    expect(listed.filter((address) => !linked.has(address))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('name the version of a documentation that they lead to', () => {
    const formOf = ({ address, version }: Listed): boolean => {
      if (address.startsWith('https://docs.python.org/')) return /^https:\/\/docs\.python\.org\/([^/]+)\/[\w./-]+\.html(?:#[\w.-]+)?$/.exec(address)?.[1] === version;
      if (address.startsWith('https://peps.python.org/')) return /^https:\/\/peps\.python\.org\/pep-\d{4}\/$/.test(address);
      return address.startsWith('https://');
    };
    expect(links.filter((link) => link.title === '' || !formOf(link))).toEqual([]);
  });
});

it('each fact is shown by a program that is there, or by a link', () => {
  const rows = readFileSync(own('README.md'), 'utf8').split('\n').filter((line) => line.startsWith('| ')).slice(1);
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const shownBy = row.split('|')[4] ?? '';
    expect(shownBy).toMatch(/\.py`|https:/);
    expect([...shownBy.matchAll(/`([^`]+\.py)`/g)].map(([, program = '']) => program).filter((program) => !existsSync(own(program)))).toEqual([]);
  }
  const named = rows.join('\n');
  const programs = readdirSync(own('.')).filter((file) => file.endsWith('.py'));
  expect(programs.filter((program) => !named.includes(program))).toEqual([]);
});
