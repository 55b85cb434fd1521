/**
 * Programs whose outcomes are known, explored in the page: one schedule of each kind, and all of them, or as many as there is time for. Natively, they come to one
 * of these outcomes too. And a run is a function of its schedule, in any browser.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Granularity } from '../../../src/core/python/pythonSchedules';
import type { SearchSummary } from '../../../src/core/schedule/frontier';
import { hasPython, noPython } from '../../../tools/native';
import { openTab, tabForTests } from '../tab';
import { knownPairs } from './known';
import type { Known, KnownPair } from './knownPair';
import { compareGenerated } from './generated';
import { nativeOutcomes, type NativeOutcome } from './nativeOutcome';
import {
  everything,
  explore,
  inWords,
  namesIn,
  pathOf,
  programAt,
  programOf,
  reduced,
  replay,
  traceIn,
  wordsOf,
  type Search,
} from './search';

/** Takes minutes instead of seconds: larger full searches, and finer steps. */
const thorough = process.env['TIMESLICE_THOROUGH'] !== undefined;
/** How many schedules of a program are tried at most without the reduction. */
const mostFull = thorough ? 20_000 : 300;
const mostReduced = 3000;
/** How long a test may take, in milliseconds, on a busy machine. */
const timeout = thorough ? 600_000 : 60_000;

const tab = tabForTests({}, (opened) => opened.evaluate(() => window.schedules?.boot(), null));
/** What the programs do natively: they wait more than they compute, so they run beside the page. */
let native: Promise<readonly NativeOutcome[]> = Promise.resolve([]);
beforeAll(() => {
  if (hasPython)
    native = nativeOutcomes(
      knownPairs
        .filter(({ freerNatively }) => freerNatively === undefined)
        .flatMap(programsOf)
        .map(([name, known]) => ({ path: pathOf('programs', name), outcomes: known.outcomes })),
    );
});

const programsOf = ({ name, broken, fixed }: KnownPair): readonly (readonly [name: string, known: Known])[] => [
  [name, broken],
  [`${name}_fixed`, fixed],
];
const programNames = knownPairs.flatMap((pair) => programsOf(pair).map(([name]) => name));

describe('the known programs', () => {
  it('are at least 40, each with its correct twin, and none is left out', () => {
    expect(knownPairs.length).toBeGreaterThanOrEqual(40);
    expect(namesIn('programs')).toEqual([...programNames].sort());
  });

  it('are short and say what they show', () => {
    const lines = (name: string): readonly string[] =>
      readFileSync(pathOf('programs', name), 'utf8')
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '');
    expect(
      programNames.filter((name) => lines(name).length > 40 || lines(name)[0]?.startsWith('"""') !== true),
    ).toEqual([]);
  });

  it('can be wrong only where they are not fixed', () => {
    const wrong = (words: string): boolean => words.startsWith('deadlock') || words.includes('Error: ');
    expect(knownPairs.filter(({ fixed }) => fixed.outcomes.some(wrong)).map(({ name }) => name)).toEqual([]);
  });
});

describe('in the page, all that can happen happens, and nothing else', () => {
  it.each(knownPairs)('$name', { timeout }, async (pair) => {
    const searches = programsOf(pair).map(([name]) => searchesOf(name, pair));
    const summaries = await explore(tab, searches.flat());
    const perProgram = summaries.length / searches.length;
    expect(
      programsOf(pair).flatMap(([name, known], at) =>
        faultsOf(name, known, summaries.slice(at * perProgram, (at + 1) * perProgram)),
      ),
    ).toEqual([]);
  });
});

/** The reduced search first, then the full one in which schedules are counted. */
function searchesOf(
  name: string,
  { granularity = 'line', involved, tasks = 'in order' }: KnownPair,
): readonly Search[] {
  const path = pathOf('programs', name);
  const full = (mainFirst: boolean): Search => ({
    program: programAt(path, { granularity, tasks, accesses: false, mainFirst }),
    mode: everything,
    maxRuns: mostFull,
  });
  return [
    { program: programAt(path, { granularity, tasks }), mode: reduced, maxRuns: mostReduced },
    full(involved !== true),
    ...(thorough ? [full(false)] : []),
  ];
}

/** What was found of a program that is not as it should be. */
function faultsOf(name: string, known: Known, [kinds, ...full]: readonly SearchSummary[]): readonly string[] {
  if (kinds === undefined) return [`${name} was not searched`];
  const faults = outcomeFaults(kinds, known, 'the reduction');
  if (!kinds.conclusive) faults.push(`the reduction is not sure after ${kinds.schedules} schedules`);
  if (known.classes !== undefined && kinds.schedules !== known.classes)
    faults.push(`${kinds.schedules} kinds instead of ${known.classes}`);
  // A full search may have been too large to be finished.
  for (const summary of full) faults.push(...outcomeFaults(summary, known, 'the full search'));
  const counted = full[0];
  if (known.schedules !== undefined && counted?.schedules !== known.schedules)
    faults.push(`${counted?.schedules} schedules instead of ${known.schedules}`);
  return faults.map((fault) => `${name}: ${fault}`);
}

/** Outcomes that should not be, and those that are missing, unless something is left to be tried. */
function outcomeFaults(summary: SearchSummary, { outcomes }: Known, what: string): string[] {
  const found = wordsOf(summary);
  const faults = found.filter((words) => !outcomes.includes(words)).map((words) => `${what} came to "${words}"`);
  if (summary.conclusive)
    faults.push(
      ...outcomes.filter((words) => !found.includes(words)).map((words) => `${what} never came to "${words}"`),
    );
  return faults;
}

describe('in the order of asyncio', () => {
  it.runIf(hasPython)('its programs have one schedule each, which ends as natively', { timeout: 300_000 }, async () => {
    const names = knownPairs
      .filter(({ tasks }) => tasks !== undefined)
      .flatMap((pair) => programsOf(pair).map(([name]) => name));
    const found = await explore(
      tab,
      names.map((name) => ({
        program: programAt(pathOf('programs', name), { accesses: false }),
        mode: everything,
        maxRuns: 100,
      })),
    );
    expect(names.filter((_, at) => found[at]?.schedules !== 1)).toEqual([]);
    const native = await nativeOutcomes(
      names.map((name, at) => ({ path: pathOf('programs', name), outcomes: wordsOf(found[at] ?? { outcomes: [] }) })),
    );
    expect(native.filter(({ isKnown }) => !isKnown)).toEqual([]);
  });
});

describe('threads of n and m steps that do not care for each other', () => {
  it.each([
    { lines: ['one', 'one'], schedules: 2 },
    { lines: ['one', 'four'], schedules: 5 },
    { lines: ['two', 'three'], schedules: 10 },
    { lines: ['three', 'three'], schedules: 20 },
    { lines: ['three', 'four'], schedules: 35 },
    { lines: ['four', 'four'], schedules: 70 },
    // (1 + 1 + 1)!, (1 + 2 + 3)! / (1! 2! 3!), and so on
    { lines: ['one', 'one', 'one'], schedules: 6 },
    { lines: ['one', 'two', 'three'], schedules: 60 },
    { lines: ['two', 'two', 'two'], schedules: 90 },
    { lines: ['two', 'three', 'two'], schedules: 210 },
  ])('$lines: $schedules schedules, of one kind', { timeout }, async ({ lines, schedules }) => {
    const source = readFileSync(pathOf('.', 'independent'), 'utf8').replace(
      /^targets = .*$/mu,
      `targets = (${lines.join(', ')})`,
    );
    const [kinds, full] = await explore(tab, [
      { program: programOf(source), mode: reduced, maxRuns: 10 },
      { program: programOf(source, { accesses: false, mainFirst: true }), mode: everything, maxRuns: 1000 },
    ]);
    expect({ kinds: kinds?.schedules, redundant: kinds?.redundant, sure: kinds?.conclusive }).toEqual({
      kinds: 1,
      redundant: 0,
      sure: true,
    });
    expect({ schedules: full?.schedules, sure: full?.conclusive }).toEqual({ schedules, sure: true });
  });

  it('as five lines each: C(10, 5) schedules, 12 of which lose no update', { timeout }, async () => {
    const [full] = await explore(tab, [
      {
        program: programAt(pathOf('programs', 'five_lines'), { accesses: false, mainFirst: true }),
        mode: everything,
        maxRuns: 1000,
      },
    ]);
    expect(full?.outcomes.map((row) => [inWords(row.outcome), row.schedules]).sort()).toEqual([
      ['1', 240],
      ['2', 12],
    ]);
  });
});

describe('a schedule', () => {
  /** The simplest schedule of every outcome of a program. */
  const schedulesOf = async (name: string, granularity: Granularity) => {
    const program = programAt(pathOf('programs', name), {
      granularity,
      tasks: knownPairs.find((pair) => name.startsWith(pair.name) && pair.tasks !== undefined)?.tasks ?? 'in order',
    });
    const [summary] = await explore(tab, [{ program, mode: reduced, maxRuns: mostReduced }]);
    return (summary?.outcomes ?? []).map(({ outcome, simplest }) => ({ name, program, schedule: simplest, outcome }));
  };

  it('has one trace, 100 times of 100', { timeout }, async () => {
    const schedules = (await Promise.all(['lost_update', 'two_locks'].map((name) => schedulesOf(name, 'line')))).flat();
    const traces = await replay(tab, schedules, 100);
    expect(traces.map((times) => [times.length, new Set(times).size])).toEqual(schedules.map(() => [100, 1]));
  });

  it('comes to the outcome that it was found for, in another browser as well', { timeout }, async () => {
    const schedules = [];
    const some = knownPairs.filter(({ name }, at) => thorough || at % 4 === 0 || name.startsWith('pool'));
    for (const { name, granularity } of some) schedules.push(...(await schedulesOf(name, granularity ?? 'line')));
    const here = await replay(tab, schedules, 1);
    expect(here.map(([trace = '']) => traceIn(trace).result.outcome)).toEqual(schedules.map(({ outcome }) => outcome));
    const other = await openTab();
    try {
      const there = await replay(other, schedules, 1);
      expect(
        schedules
          .map(({ name }, at) => `${name}: ${firstDifference(here[at]?.[0] ?? '', there[at]?.[0] ?? '')}`)
          .filter((found) => !found.endsWith(': none')),
      ).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('can be watched, and stops where it is told to', { timeout }, async () => {
    // Both are started, one takes a step of the transfer, and the other adds up.
    const [[trace = ''] = []] = await replay(
      tab,
      [{ program: programAt(pathOf('programs', 'audit')), schedule: [0, 0, 1, 2] }],
      1,
    );
    const { result, moments } = traceIn(trace);
    expect(result.outcome).toEqual({ kind: 'abandoned', why: 'steps' });
    expect(moments.length).toBe(result.steps.length + 1);
    expect(moments[4]?.globals).toContainEqual(['total', '70']);
    expect(moments[4]?.threads.map(({ status }) => status)).toEqual(['runs', 'runs', 'ended']);
  });
});

/** Where two texts begin to differ; all of them would be too much to read. */
function firstDifference(one: string, other: string): string {
  if (one === other) return 'none';
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(Math.max(0, at - 60), at + 40)} ≠ ${other.slice(at, at + 40)}`;
}

describe('programs that cannot be explored', () => {
  const search = (name: string): Promise<readonly SearchSummary[]> =>
    explore(tab, [{ program: programAt(pathOf('refused', name)), mode: reduced, maxRuns: 3 }]);

  it.each([
    ['endless', 'steps'],
    ['many_threads', 'threads'],
  ])('%s: %s', { timeout }, async (name, why) => {
    const [summary] = await search(name);
    expect({ outcomes: summary && wordsOf(summary), sure: summary?.conclusive }).toEqual({
      outcomes: [why],
      sure: false,
    });
  });

  it.each(['asks', 'network'])('%s', { timeout }, async (name) => {
    const [summary] = await search(name);
    expect(summary && wordsOf(summary)).toEqual(['outside']);
  });

  it('is told what does not compile', { timeout }, async () => {
    await expect(search('no_program')).rejects.toThrow('SyntaxError: invalid syntax');
  });
});

describe('generated programs', () => {
  const howMany = Number(process.env['TIMESLICE_GENERATED'] ?? 30);
  const first = Number(process.env['TIMESLICE_GENERATED_FROM'] ?? 0);

  it(
    'come to equal outcomes with the reduction and without, and natively to one of them',
    { timeout: timeout + howMany * 3000 },
    async () => {
      const { compared, faults, finds } = await compareGenerated(tab, first, howMany);
      expect(faults).toEqual([]);
      // The others have more schedules than there is time for.
      expect(compared).toBeGreaterThan(howMany * 0.6);
      if (!hasPython) return;
      const native = await nativeOutcomes(finds);
      expect(native.filter(({ isKnown }) => !isKnown)).toEqual([]);
    },
  );
});

describe('natively, one of the outcomes happens', () => {
  it('as can be seen here', ({ skip }) => {
    skip(!hasPython && process.env['CI'] !== 'true', noPython);
    expect(hasPython ? '' : noPython).toBe('');
  });

  it.runIf(hasPython)('for each program', { timeout: 300_000 }, async () => {
    expect((await native).filter(({ isKnown }) => !isKnown)).toEqual([]);
  });
});
