import { describe, expect, it } from 'vitest';
import { adviceFor } from '../lab/program/mistakes';
import { examples } from '../lab/playground/examples';
import { programGroupsOf, sentenceOf } from '../lab/workbench/programGroups';
import { matching } from '../lab/workbench/search';
import { exampleGroups } from '../lab/scheduler/examples';
import { steppableGroups } from '../lab/scheduler/steppablePrograms';
import { loadAllPrograms } from './allPrograms';
import { catalog } from './catalog';
import { course } from './course';

const lessons = await loadAllPrograms();
const groups = programGroupsOf(lessons, examples);
const all = groups.flatMap((group) => group.examples);

describe('the examples of the playground', () => {
  it('come from every lesson, and there are plenty', () => {
    expect(groups.map(({ lesson }) => lesson)).toEqual(course);
    expect(groups.every((group) => group.examples.some(({ id }) => id.startsWith(`${group.lesson}/`)))).toBe(true);
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  it('each have an id of their own, fit for an address, and a sentence', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ id }) => !/^[\w/-]+$/.test(id))).toEqual([]);
    expect(all.filter(({ sentence }) => !/^[A-Z].*[.?]$/.test(sentence))).toEqual([]);
  });

  it('are all in a group', () => {
    const own = Object.values(examples).flat();
    expect(all.filter(({ id }) => !id.includes('/'))).toHaveLength(own.length);
  });
});

it('every file of an example is named in the index beside it', () => {
  const files = Object.keys(
    import.meta.glob(['../lab/playground/examples/*.py', '../lab/scheduler/examples/*.py']),
  ).map((path) => path.replace(/.*\//, ''));
  const named = [...Object.values(examples).flat(), ...exampleGroups.flatMap(({ programs }) => programs)].map(
    ({ name }) => name,
  );
  expect(
    files.filter((name) => !named.includes(name)),
    'to be named in index.ts beside them',
  ).toEqual([]);
});

describe('the programs to step through', () => {
  const scheduler = steppableGroups(exampleGroups, lessons);
  const own = exampleGroups.flatMap(({ programs }) => programs.map(({ name }) => name.replace('.py', '')));

  it('are ours by subject, then those of the lessons that have threads or tasks and nothing from outside', () => {
    const titles = scheduler.map(({ title }) => title);
    expect(titles.slice(0, exampleGroups.length)).toEqual(exampleGroups.map(({ title }) => title));
    const ofLessons = catalog
      .map(({ shortTitle }) => shortTitle)
      .filter((title) => titles.slice(exampleGroups.length).some((group) => group.includes(title)));
    expect(titles.slice(exampleGroups.length)).toEqual(ofLessons.map((title) => expect.stringContaining(title)));
    expect(ofLessons).toEqual(expect.arrayContaining(['Threads', 'The GIL', 'Sharing', 'Async']));
    const ids = scheduler.flatMap((group) => group.examples.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(['lost_update', 'sharing/deadlock', 'sharing/database_unlocked']));
    expect(ids.filter((id) => /requests|aiohttp|process|pooled/.test(id))).toEqual([]);
  });

  it('have names of their own, and a sentence', () => {
    const others = new Set(all.map(({ id }) => id.replace(/.*\//, '')));
    expect(own.filter((name) => others.has(name))).toEqual([]);
    expect(
      scheduler.flatMap((group) => group.examples).filter(({ sentence }) => !/^[A-Z`].*[.?]$/.test(sentence)),
    ).toEqual([]);
  });
});

it('advice about mistakes is given for those that make one on purpose only', () => {
  const finished = { status: 'finished', exitCode: 0, elapsedMs: 1 } as const;
  expect(all.filter(({ source }) => adviceFor(finished, source, '') !== null).map(({ id }) => id)).toEqual([
    'async/heartbeat_blocking',
    'loop/debug_mode',
    'loop/tea_and_toast',
  ]);
});

describe('their search', () => {
  const found = (search: string): readonly string[] =>
    matching(groups, search).flatMap((group) => group.examples.map(({ id }) => id));

  it('finds all words in any order, in name and sentence', () => {
    expect(found('')).toHaveLength(all.length);
    expect(found('  FORKS philosophers ')).toEqual(['philosophers']);
    expect(found('sleep sort')).toContain('sleep_sort');
    expect(found('deadlock')).toEqual(expect.arrayContaining(['philosophers', 'philosophers_fed']));
    expect(found('no such thing')).toEqual([]);
  });
});

describe('sentenceOf', () => {
  it('is the first paragraph of the docstring', () => {
    expect(sentenceOf('"""One\ntwo.\n\nNeeds: pip install requests\n"""\n')).toBe('One two.');
    expect(sentenceOf('import os\n')).toBe('');
  });
});
