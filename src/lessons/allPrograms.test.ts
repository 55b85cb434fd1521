import { describe, expect, it } from 'vitest';
import { examples } from '../lab/python/playground/examples';
import { matching, sentenceOf, shelvesOf } from '../lab/python/playground/shelf';
import { loadAllPrograms } from './allPrograms';

const shelves = shelvesOf(await loadAllPrograms(), examples);
const all = shelves.flatMap((shelf) => shelf.examples);

describe('the examples of the playground', () => {
  it('come from every lesson, and there are plenty', () => {
    expect(shelves.map(({ lesson }) => lesson)).toEqual(['unveiled', 'threads', 'gil', 'sharing', 'async', 'choose']);
    expect(shelves.every((shelf) => shelf.examples.some(({ id }) => id.startsWith(`${shelf.lesson}/`)))).toBe(true);
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  it('each have an id of their own, fit for an address, and a sentence', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ id }) => !/^[\w/]+$/.test(id))).toEqual([]);
    expect(all.filter(({ sentence }) => !/^[A-Z].*[.?]$/.test(sentence))).toEqual([]);
  });

  it('are all on a shelf', () => {
    const own = Object.values(examples).flat();
    expect(all.filter(({ id }) => !id.includes('/'))).toHaveLength(own.length);
  });
});

describe('their search', () => {
  const found = (search: string): readonly string[] => matching(shelves, search).flatMap((shelf) => shelf.examples.map(({ id }) => id));

  it('finds all words in any order, in name and sentence', () => {
    expect(found('')).toHaveLength(all.length);
    expect(found('  FORKS philosophers ')).toEqual(['philosophers']);
    expect(found('sleep sort')).toContain('sleep_sort');
    expect(found('no such thing')).toEqual([]);
  });
});

describe('sentenceOf', () => {
  it('is the first paragraph of the docstring', () => {
    expect(sentenceOf('"""One\ntwo.\n\nNeeds: pip install requests\n"""\n')).toBe('One two.');
    expect(sentenceOf('import os\n')).toBe('');
  });
});
