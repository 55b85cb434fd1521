import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../lab/experiment/experiment';
import { exampleGroups } from '../lab/scheduler/examples';
import type { Program } from '../lab/workbench/program';
import { placesOfAdvice } from '../lab/program/mistakes';
import { initialValues } from '../core/experiment/paramUrl';
import { isBreak } from '../lab/scheduler/puzzle/puzzle';
import { anchorOf } from './anchorOf';
import { catalog } from './catalog';
import { course, courseParts, fromEachLesson } from './course';
import type { Question } from './lesson';
import { ladderEntries } from './ladder/entries';
import { ladder, puzzlePath } from './ladder/ladder';
import { puzzles as ladderPuzzles } from './ladder/puzzles';
import { moved } from './moved';
import { inPathOrder } from './pathOrder';
import { puzzles } from './puzzles';
import { shortPaths, type OwnPaths } from './shortPaths';
import type { StatementSet } from './statements/statement';

/** What each folder gives, read without its prose, which needs the site's own build. */
const programModules = import.meta.glob<{ readonly programs: Readonly<Record<string, Program>> }>('./*/programs.ts', {
  eager: true,
});
const experimentModules = import.meta.glob<{ readonly experiments: Readonly<Record<string, Experiment>> }>(
  './*/experiments.ts',
  { eager: true },
);
const checkModules = import.meta.glob<{ readonly questions: readonly Question[]; readonly saw: readonly string[] }>(
  './*/check.ts',
  { eager: true },
);

const pathModules = import.meta.glob<{ readonly paths: OwnPaths }>('./*/paths.ts', { eager: true });
const statementModules = import.meta.glob<{ readonly statements: StatementSet }>('./*/statements.ts', { eager: true });

const [programsOf, experimentsIn, checksOf] = [
  fromEachLesson(programModules, 'programs.ts'),
  fromEachLesson(experimentModules, 'experiments.ts'),
  fromEachLesson(checkModules, 'check.ts'),
];

const lessons = catalog.map((meta, index) => {
  const prose = readFileSync(new URL(`./${meta.id}/lesson.mdx`, import.meta.url), 'utf8');
  const [programs, experiments, check] = [
    programsOf[index]?.file.programs ?? {},
    experimentsIn[index]?.file.experiments ?? {},
    checksOf[index]?.file,
  ];
  const statements = statementModules[`./${meta.id}/statements.ts`]?.statements.statements ?? [];
  return {
    id: meta.id,
    meta,
    prose,
    statements,
    programs,
    experiments,
    questions: check?.questions ?? [],
    saw: check?.saw ?? [],
  };
});
const idsIn = (prose: string, component: string): readonly string[] =>
  [...prose.matchAll(new RegExp(`<${component} id="([^"]+)"`, 'g'))].map(([, id]) => id ?? '');
/** The anchors of a lesson's sections. */
const headingsOf = (prose: string): readonly string[] =>
  [...prose.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
const experimentsOf = (id: string): readonly string[] =>
  Object.values(lessons.find((lesson) => lesson.id === id)?.experiments ?? {}).map((experiment) => experiment.id);

/** What a link within the course may lead to: `gil`, `gil#counting`. */
const targets = [
  'scheduler',
  'glossary',
  'sources',
  'certificate',
  ...exampleGroups.flatMap(({ programs }) =>
    programs.map(({ name }) => `scheduler#example=${name.replace('.py', '')}`),
  ),
  ...ladder.map(({ id }) => puzzlePath(id).slice(1, -1)),
  ...lessons.flatMap((lesson) => [
    lesson.id,
    ...experimentsOf(lesson.id).map((anchor) => `${lesson.id}#${anchor}`),
    ...headingsOf(lesson.prose).map((anchor) => `${lesson.id}#${anchor}`),
    ...idsIn(lesson.prose, 'Puzzle').map((id) => `${lesson.id}#puzzle-${id}`),
  ]),
];

describe('the course', () => {
  it('calls each lesson by a name that is fit for an address and for a link, and that no other page has', () => {
    expect(
      course.filter(
        (id) =>
          !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ||
          [
            'playground',
            'scheduler',
            'puzzles',
            'glossary',
            'sources',
            'certificate',
            'pages',
            'assets',
            'pyodide',
          ].includes(id),
      ),
    ).toEqual([]);
    expect(new Set(course).size).toBe(course.length);
  });

  it('has every lesson that has a folder', () => {
    const here = new URL('./', import.meta.url);
    const folders = readdirSync(here).filter((name) => existsSync(new URL(`${name}/lesson.mdx`, here)));
    expect(
      folders.filter((id) => !course.includes(id)),
      'to be named in src/lessons/course.ts',
    ).toEqual([]);
  });

  it('has parts with different titles, which share no lesson', () => {
    expect(new Set(courseParts.map(({ title }) => title)).size).toBe(courseParts.length);
    expect(courseParts.filter(({ lessons: its }) => its.length === 0)).toEqual([]);
  });

  // A circle of lessons has one that stands before what it builds on.
  it('has each lesson behind those that it builds on', () => {
    const wrong = catalog.flatMap(({ id, buildsOn = [] }) =>
      buildsOn
        .filter((first) => !course.slice(0, course.indexOf(id)).includes(first))
        .map((first) => `${id} builds on ${first}, which does not stand before it`),
    );
    expect(wrong).toEqual([]);
  });

  it('names the file that a lesson lacks', () => {
    expect(() => fromEachLesson({}, 'meta.ts')).toThrow(`has no file src/lessons/${course[0]}/meta.ts`);
  });
});

describe('the shorter paths', () => {
  it.each(shortPaths)(
    '$id leads through lessons that may follow each other, to sections that are there',
    ({ id, stops }) => {
      const ids = stops.map(({ meta }) => meta.id);
      expect(ids.length).toBeGreaterThan(2);
      // None is lost in a circle of lessons that follow each other.
      const placed = course.filter((lesson) => pathModules[`./${lesson}/paths.ts`]?.paths[id] !== undefined);
      expect(ids.toSorted()).toEqual(placed.toSorted());
      const wrong = stops.flatMap(({ meta, sections }, at) => [
        ...(meta.buildsOn ?? [])
          .filter((first) => ids.indexOf(first) > at)
          .map((first) => `${meta.id} comes before ${first}`),
        ...sections.map(({ anchor }) => `${meta.id}#${anchor}`).filter((place) => !targets.includes(place)),
      ]);
      expect(wrong).toEqual([]);
    },
  );

  it('have each lesson behind the one that it follows there, and else in the order of the course', () => {
    const stop = (stopId: string, after?: string) => ({ id: stopId, ...(after === undefined ? {} : { after }) });
    const order = inPathOrder([stop('a'), stop('b'), stop('c', 'a'), stop('d', 'gone'), stop('e', 'c')]);
    expect(order.map((one) => one.id).join('')).toBe('acebd');
  });
});

it('gives no two programs the same file name: what a reader makes of one is kept under it', () => {
  const programs = lessons.flatMap((lesson) => Object.values(lesson.programs));
  const texts = new Map(programs.map(({ name, html }) => [name, html]));
  // Two lessons may show the same program.
  expect(programs.filter(({ name, html }) => texts.get(name) !== html).map(({ name }) => name)).toEqual([]);
});

describe.each(lessons)('the lesson $id', ({ meta, prose, statements, programs, experiments, questions, saw }) => {
  const strategies = Object.values(experiments).flatMap((experiment) => experiment.strategies);

  it('shows programs that it has, and has none that it does not show', () => {
    const inProse = idsIn(prose, 'Program');
    expect(Object.keys(programs)).toEqual(expect.arrayContaining([...new Set(inProse)]));
    const shown = new Set([
      ...inProse.map((program) => programs[program]?.name),
      ...strategies.map((strategy) => strategy.program?.name),
      ...statements.map(({ program }) => program.name),
    ]);
    expect(Object.values(programs).filter(({ name }) => !shown.has(name))).toEqual([]);
  });

  it('shows each of its experiments once', () => {
    // Prose may call an experiment by its key or by its id.
    const shown = idsIn(prose, 'Experiment').map((name) => experiments[name]?.id ?? name);
    expect(shown.sort()).toEqual(
      Object.values(experiments)
        .map((experiment) => experiment.id)
        .sort(),
    );
  });

  it('gives each experiment a question, a program, and controls that its engine has', () => {
    for (const experiment of Object.values(experiments)) {
      expect(experiment.question).toMatch(/\?$/);
      expect(experiment.strategies.some((strategy) => strategy.program !== undefined)).toBe(true);
      expect(Object.keys(experiment.params)).toEqual(expect.arrayContaining([...experiment.controls]));
    }
  });

  it('judges each experiment, by options that its question has', async () => {
    for (const { id, prediction, judges: fetched, params, initial } of Object.values(experiments)) {
      const judge = (await fetched()).judges[id];
      const options = prediction.kind === 'rank' ? [] : prediction.options.map((option) => option.id);
      const expected = judge?.expects?.(initialValues(params, initial)) ?? [];
      const parts = prediction.kind === 'each' ? expected.flatMap((answer) => answer.split(' ')) : expected;
      expect(options).toEqual(expect.arrayContaining([...parts]));
      const because = judge?.because ?? {};
      expect(Object.keys(typeof because === 'string' ? {} : because).sort()).toEqual(
        prediction.kind === 'choice' ? [...options].sort() : [],
      );
      const sentences = typeof because === 'string' ? [because] : Object.values(because);
      expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
      expect(sentences).not.toEqual([]);
    }
  });

  it('asks three questions with one right answer each, which the catalogue knows', () => {
    expect(questions).toHaveLength(3);
    expect(questions.map((question) => question.id)).toEqual(meta.questions);
    for (const { options } of questions) {
      expect(options.filter(({ right }) => right)).toHaveLength(1);
      expect(new Set(options.map((option) => option.id)).size).toBe(options.length);
      for (const { why } of options) expect(why).toMatch(/[.?]$/);
    }
  });

  it('ends with the questions and three sentences', () => {
    expect(prose.trimEnd()).toMatch(/<Check \/>\s+<Saw \/>$/);
    expect(saw).toHaveLength(3);
  });

  it('folds what its own programs and experiments come to', () => {
    const of = [...prose.matchAll(/<Outcome of="([^"]+)"/g)].map(([, name]) => name ?? '');
    const known = [...Object.keys(programs), ...Object.values(experiments).map((experiment) => experiment.id)];
    expect(of.filter((name) => !known.includes(name))).toEqual([]);
    // What a program prints never stands bare below it.
    expect(prose).not.toMatch(/<(Program|Experiment) id="[^"]+"[^>]*\/>\s+```text/);
  });

  it('has links that lead somewhere', () => {
    const links = [...prose.matchAll(/\]\(lesson:([^)]*)\)/g)].map(([, target]) => target);
    expect(links.filter((link) => !targets.includes(link ?? ''))).toEqual([]);
  });
});

it('what moved to another lesson is there, and its old lesson leads to it', () => {
  const proseOf = (id: string): string => lessons.find((lesson) => lesson.id === id)?.prose ?? '';
  const told = lessons.flatMap(({ id, prose }) =>
    [...prose.matchAll(/<Moved parts="([^"]+)">([^]*?)<\/Moved>/g)].flatMap(([, parts = '', words = '']) =>
      parts.split(' ').map((part) => ({ from: id, part, words })),
    ),
  );
  const known = Object.entries(moved).flatMap(([from, parts]) =>
    Object.entries(parts).map(([part, to]) => ({ from, part, to })),
  );
  expect(told.map(({ from, part }) => `${from}#${part}`)).toEqual(known.map(({ from, part }) => `${from}#${part}`));
  for (const { part, to } of known) {
    const [kind = '', ...name] = part.split('-');
    expect(idsIn(proseOf(to), kind === 'program' ? 'Program' : 'Puzzle')).toContain(name.join('-'));
    expect(told.find((one) => one.part === part)?.words).toContain(`(lesson:${to}#`);
  }
});

it('advice about a mistake leads to a place in the course', () => {
  const paths = targets.map((target) => `/${target.replace(/(?=#)|$/, '/')}`);
  expect(placesOfAdvice.filter(({ to }) => !paths.includes(to))).toEqual([]);
});

it('no two experiments of the site have the same name', () => {
  const ids = lessons.flatMap(({ experiments }) => Object.values(experiments).map((experiment) => experiment.id));
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the puzzles', () => {
  const shown = lessons.flatMap(({ prose }) =>
    [...prose.matchAll(/<Puzzle id="([^"]+)" title="[^"]+">\n\n([\s\S]*?)\n\n<\/Puzzle>/g)].map(
      ([, id = '', task = '']) => ({ id, task }),
    ),
  );
  const all = lessons.flatMap(({ prose }) => idsIn(prose, 'Puzzle'));

  it('are each shown once, in a lesson or on the ladder, with a task', () => {
    expect([...shown, ...ladderEntries].map(({ id }) => id).sort()).toEqual(puzzles.map(({ id }) => id).sort());
    expect(all.length).toBe(shown.length);
    expect(new Set(all).size).toBe(all.length);
  });

  const taskOf = (id: string): string =>
    [...shown, ...ladderEntries].find((one) => one.id === id)?.task.replaceAll('**', '') ?? '';

  it('say how much may be spent', () => {
    const silent = puzzles.filter(
      ({ id, goal }) =>
        goal.kind === 'break' &&
        !taskOf(id).includes(`${goal.limit.most} ${goal.limit.of === 'moves' ? 'move' : 'switch'}`),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('say where they need a CPython without the GIL', () => {
    const free = puzzles.filter((puzzle) => isBreak(puzzle) && puzzle.rule === 'free-threaded');
    expect(free.map(({ id }) => id).filter((id) => !taskOf(id).includes('without the GIL'))).toEqual([]);
  });

  it('of the ladder are in the order of its entries, with three hints, and are explained by a lesson', () => {
    expect(ladderPuzzles.map(({ id }) => id)).toEqual(ladderEntries.map(({ id }) => id));
    expect(ladderPuzzles.filter(({ hints }) => hints.length !== 3).map(({ id }) => id)).toEqual([]);
    expect(ladderEntries.filter(({ lesson }) => !course.includes(lesson))).toEqual([]);
  });

  it.each(puzzles)('$id has hints, and a program of a name that no other program has', ({ program, hints }) => {
    expect(hints.length).toBeGreaterThan(0);
    expect(lessons.flatMap((lesson) => Object.values(lesson.programs)).map(({ name }) => name)).not.toContain(
      program.name,
    );
    expect(
      new Set(puzzles.filter((other) => other.program.name === program.name).map((other) => other.program.source)).size,
    ).toBe(1);
  });
});
