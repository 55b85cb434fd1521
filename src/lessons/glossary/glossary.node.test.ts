import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../anchorOf';
import { course } from '../course';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const glossary = read('./glossary.mdx');
const entries = [
  ...glossary.matchAll(/<Term\s+id="([^"]+)"\s+name="([^"]+)"\s+taught="([^"]+)"[^>]*>\s+([\s\S]*?)\s+<\/Term>/g),
].map(([, id = '', name = '', taught = '', text = '']) => ({ id, name, taught: taught.split(' '), text }));
const ids = entries.map(({ id }) => id);

const lessons = course.map((id) => ({ id, prose: read(`../${id}/lesson.mdx`) }));
const sections = lessons.flatMap(({ id, prose }) =>
  [...prose.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => `${id}#${anchorOf(heading)}`),
);
const termsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(term:([^)]*)\)/g)].map(([, term = '']) => term);

describe('the glossary', () => {
  it('has each term once, in the order of the alphabet, in one to three sentences', () => {
    expect(entries.length).toBe(glossary.match(/<Term/g)?.length);
    expect(new Set(ids).size).toBe(ids.length);
    const names = entries.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
    expect(entries.filter(({ text }) => !/^[^\n]{20,330}[.)]$/.test(text)).map(({ id }) => id)).toEqual([]);
  });

  it('leads from each term to sections that teach it', () => {
    expect(entries.flatMap(({ taught }) => taught).filter((place) => !sections.includes(place))).toEqual([]);
  });

  it('has each term to which a text leads', () => {
    const linked = [glossary, ...lessons.map(({ prose }) => prose)].flatMap(termsIn);
    expect(linked.filter((term) => !ids.includes(term))).toEqual([]);
  });

  it.each(lessons)('is linked from $id at most once for each term', ({ prose }) => {
    const linked = termsIn(prose);
    expect(linked.filter((term, at) => linked.indexOf(term) !== at)).toEqual([]);
    expect(linked.length).toBeGreaterThan(5);
  });
});
