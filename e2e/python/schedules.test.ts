/**
 * Programs whose outcomes are known, explored in the page: all schedules of the small ones, one of each kind of the others. And that a run is a
 * function of its schedule, and leaves nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScheduledProgram } from '../../src/core/engines/pythonSchedules';
import type { SearchSummary } from '../../src/core/schedule/frontier';
import type { SearchMode } from '../../src/core/schedule/search';
import type { Outcome } from '../../src/core/schedule/types';
import { buildPythonPage, openPython } from './open.mjs';
import { knownPrograms } from './schedules/programs';

const givenPage = process.env['TIMESLICE_PYTHON_PAGE'];
const everything: SearchMode = { reduction: 'none', preemptions: 'all' };
const reduced: SearchMode = { reduction: 'source sets', preemptions: 'all' };
/** The full search of some of them takes minutes. */
const mostFull = 300;

let page: Awaited<ReturnType<typeof openPython>>;

beforeAll(async () => {
  if (givenPage === undefined) buildPythonPage();
  page = await openPython(givenPage === undefined ? {} : { dir: givenPage });
}, 120_000);
afterAll(() => page?.close());

const program = (source: string, more: Partial<ScheduledProgram> = {}): ScheduledProgram => ({
  source, fileName: 'program.py', granularity: 'line', watch: [], mainFirst: false, accesses: true, ...more,
});

function explore(what: ScheduledProgram, mode: SearchMode, maxRuns = 2000): Promise<SearchSummary> {
  return page.evaluate(
    async ([given, options]) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      return window.schedules.explore(given, options);
    },
    [what, { ...mode, maxRuns, maxSteps: 500 }] as const,
  );
}

function inWords(outcome: Outcome): string {
  if (outcome.kind === 'finished') return outcome.state;
  return outcome.kind === 'exception' ? outcome.message : outcome.kind === 'deadlock' ? 'deadlock' : outcome.why;
}

const wordsOf = ({ outcomes }: SearchSummary): string[] => outcomes.map(({ outcome }) => inWords(outcome)).sort();

/** Five lines in each of two threads. */
const fivePoints = `import threading
counter = 0
def add():
    global counter
    name = "first"
    value = counter
    value = value + 1
    name = "last"
    counter = value
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
`;

describe('two threads of five lines, where the main thread goes first', () => {
  it('have C(10, 5) schedules, 12 of which lose nothing', { timeout: 60_000 }, async () => {
    const { schedules, conclusive, outcomes } = await explore(program(fivePoints, { mainFirst: true, accesses: false }), everything);
    expect({ schedules, conclusive }).toEqual({ schedules: 252, conclusive: true });
    expect(outcomes.map((row) => [inWords(row.outcome), row.schedules]).sort()).toEqual([['1\n', 240], ['2\n', 12]]);
  });
});

describe('known programs', () => {
  it.each(knownPrograms)('$name', { timeout: 60_000 }, async ({ source, outcomes, classes }) => {
    const summary = await explore(program(source), reduced);
    expect(summary.conclusive).toBe(true);
    expect(wordsOf(summary)).toEqual([...outcomes].sort());
    expect(summary.schedules).toBe(classes ?? summary.schedules);
    const full = await explore(program(source, { accesses: false }), everything, mostFull);
    const found = new Set(wordsOf(summary));
    expect(wordsOf(full).filter((words) => !found.has(words))).toEqual([]);
    expect(full.conclusive ? wordsOf(full) : wordsOf(summary)).toEqual(wordsOf(summary));
  });
});

describe('a schedule', () => {
  it('comes to the same whenever it is run, and can be watched', { timeout: 60_000 }, async () => {
    const runs = await page.evaluate(async (given) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      const found: string[] = [];
      for (let time = 0; time < 20; time += 1) found.push(JSON.stringify(await window.schedules.replay(given, [0, 0, 0, 1, 2, 1, 2, 1, 1, 2], { maxSteps: 100 })));
      return found;
    }, program(fivePoints));
    expect(new Set(runs).size).toBe(1);
    const { moments, result } = JSON.parse(runs[0] ?? '') as Awaited<ReturnType<NonNullable<Window['schedules']>['replay']>>;
    expect(moments.length).toBe(result.steps.length + 1);
    expect(moments.at(-1)?.globals).toContainEqual(['counter', '1']);
  });

  it('stops where it is told to', { timeout: 60_000 }, async () => {
    const watched = await page.evaluate(async (given) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      return window.schedules.replay(given, [0, 0, 0, 1, 1, 2]);
    }, program(fivePoints));
    expect(watched.result.outcome).toEqual({ kind: 'abandoned', why: 'steps' });
    expect(watched.moments.at(-1)?.threads.map(({ status, calls }) => [status, calls[0]?.line])).toEqual([['waits', 12], ['runs', 7], ['runs', 6]]);
  });
});

describe('programs that cannot be explored', () => {
  it.each([
    ['while True: pass', 'steps'],
    ['import threading\nfor n in range(50): threading.Thread(target=print).start()', 'threads'],
  ])('%s', { timeout: 60_000 }, async (source, why) => {
    const summary = await explore(program(source), reduced, 3);
    expect(wordsOf(summary)).toEqual([why]);
    expect(summary.conclusive).toBe(false);
  });

  it.each(['input()', 'import asyncio\nasyncio.run(asyncio.sleep(1))', 'import urllib.request\nurllib.request.urlopen("https://example.invalid/")'])('%s', { timeout: 60_000 }, async (source) => {
    const summary = await explore(program(source), reduced, 3);
    expect(wordsOf(summary)).toEqual(['RuntimeError: This program waits for something from outside of it, which no schedule can tell.']);
  });

  it('is told what does not compile', { timeout: 60_000 }, async () => {
    await expect(explore(program('def ('), reduced, 3)).rejects.toThrow('SyntaxError: invalid syntax');
  });
});
