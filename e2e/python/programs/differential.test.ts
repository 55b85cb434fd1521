/**
 * Every program in the folders beside this file runs with the machine's Python and, twice in a row, in the page. Both must print what its `<name>.expect.txt`
 * says (src/lessons/expectation.ts has the format), and what they print must have one shape: see shape.ts. The site's own programs, of the lessons and the examples, run in the
 * page here; src/lessons/programs.node.test.ts runs them natively, against these expectations too.
 *
 * `# varies: reason` in an expectation says that two runs may print different things; `# any order: reason` that two runs print equal lines, in any order;
 * `# timed: reason` that times decide what is printed.
 *
 * Several programs run at once, each in a page of its own, because most of them wait. A program is tried again, with nothing beside it, only where nothing
 * but a number was out of its bounds, as a time is on a busy machine, where times decide what it prints, or where CPython alone did not do what was expected.
 * Whatever else the page does wrong is a mistake, however seldom.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPython, longestRunMs, noPython, turns, type Ran } from '../../../tools/native';
import { startPageServer } from '../../../tools/standins/pageServer.mjs';
import { openTab, type PythonTab } from '../tab';
import { notInPage } from './notInPage';
import { faultsOf, hasExpectation, isRightButForNumbers, programsIn, remarksOf, runHere, runInPage } from './runs';
import { errorShape, outputShape } from './shape';

const folderAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const programs = programsIn(folderAt('.'));
/** Without the lessons' facts, which are about CPython on a system. */
const sitePrograms = [
  '../../../src/lessons/',
  '../../../src/lab/playground/examples/',
  '../../../src/lab/scheduler/examples/',
  '../../../src/lab/scheduler/opening/',
]
  .flatMap((path) => programsIn(folderAt(path)))
  .filter((path) => !path.includes('/facts/'));

const mostLines = 45;
/** What each page of the server lets a program wait. */
const latencyMs = 300;
/** Programs that run at once. The configuration of vitest lets as many tests run at once. */
const programsAtOnce = 3;

/** Faults of the two runs of a program. */
interface Faults {
  readonly page: readonly string[];
  readonly native: readonly string[];
}
const none: Faults = { page: [], native: [] };

/** How a failure begins that may be tried again. */
const busy = 'a busy machine may do this';
const tryAgain = {
  retry: {
    count: 2,
    // No function: Vitest (4.1.12) takes functions out of what its workers tell of their tests, and out of the tests themselves with that. Then all is tried again.
    condition: new RegExp(`^${busy}`, 'u'),
  },
  // A program that is tried again waits for all others.
  timeout: longestRunMs * 12,
};

let tabs: readonly PythonTab[] = [];
let free: PythonTab[] = [];
let server: Awaited<ReturnType<typeof startPageServer>>;
const { take, takeAll } = turns(programsAtOnce);
const tried = new Set<string>();
const triedAgain = new Set<string>();

beforeAll(async () => {
  tabs = await Promise.all(Array.from({ length: programsAtOnce }, () => openTab()));
  free = [...tabs];
  server = await startPageServer({ latencyMs });
  await Promise.all(tabs.map((tab) => tab.boot()));
}, 180_000);
afterAll(async () => {
  await Promise.all(tabs.map((tab) => tab.close()));
  await server?.close();
  if (triedAgain.size > 0) console.log(`Tried again, because the machine was busy: ${[...triedAgain].join(', ')}`);
});

/** Does something with a page that nobody else uses meanwhile; the second time for a program, while no other program runs. */
async function inTurn<T>(program: string, work: (tab: PythonTab, alone: boolean) => Promise<T>): Promise<T> {
  const alone = tried.has(program);
  tried.add(program);
  const done = await (alone ? takeAll() : take());
  const tab = free.pop();
  let next = tab;
  try {
    if (tab === undefined) throw new Error('There are more turns than pages.');
    return await work(tab, alone);
  } catch (error) {
    // A page in which a program hung may keep something of it.
    if (tab !== undefined) next = await renewed(tab);
    throw error;
  } finally {
    if (next !== undefined) free.push(next);
    done();
  }
}

/** A new page in the place of one that is closed. */
async function renewed(tab: PythonTab): Promise<PythonTab> {
  await tab.close();
  const fresh = await openTab();
  await fresh.boot();
  tabs = tabs.map((one) => (one === tab ? fresh : one));
  return fresh;
}

describe('the differential programs', () => {
  it('are at least 60, each with its expectation', () => {
    expect(programs.length).toBeGreaterThanOrEqual(60);
    expect(programs.filter((path) => !hasExpectation(path))).toEqual([]);
  });

  it('are short and say what they show', () => {
    const lines = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(
      programs.filter((path) => lines(path).length > mostLines || lines(path)[0]?.startsWith('"""') !== true),
    ).toEqual([]);
  });

  it('name only programs that are there where the page cannot follow', () => {
    const names = [...programs, ...sitePrograms].map((path) => basename(path));
    expect(Object.keys(notInPage).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('can be run natively', ({ skip }) => {
    skip(!hasPython && process.env['CI'] !== 'true', noPython);
    expect(hasPython ? '' : noPython).toBe('');
  });
});

describe('a failure', () => {
  const tries = { wrong: 0, busy: 0 };

  it.fails('that is a mistake', tryAgain, () => {
    tries.wrong += 1;
    expect.fail('wrong: a program');
  });

  it.fails('that a busy machine may cause', tryAgain, () => {
    tries.busy += 1;
    expect.fail(`${busy}: a program`);
  });

  it('is tried again only where a busy machine may have caused it', () => {
    expect(tries).toEqual({ wrong: 1, busy: 3 });
  });
});

describe('run on both sides', () => {
  it.concurrent.each(programs.map((path) => [basename(path), path]))('%s', tryAgain, async (name, path) => {
    const [pages, there] = await inTurn(path, async (tab, alone) => {
      const native = hasPython ? runHere(path, server.url) : null;
      if (alone) await native;
      // Twice in a row: the second run is as good as the first.
      const inPages = async (): Promise<readonly Ran[]> =>
        name in notInPage ? [] : [await runInPage(tab, path), await runInPage(tab, path)];
      return Promise.all([inPages(), native]);
    });
    for (const here of pages.length > 0 ? pages : [null]) {
      const { faults, verdict } = judge(path, here, there);
      expect(faults, `${verdict}: ${name}`).toEqual(none);
    }
    const { varies, anyOrder } = remarksOf(path);
    if (there === null || varies) return;
    for (const here of pages) {
      expect(outputShape(here.stdout, anyOrder)).toEqual(outputShape(there.stdout, anyOrder));
      expect(errorShape(here.stderr, name)).toEqual(errorShape(there.stderr, name));
    }
  });
});

describe('the programs of the site in the page', () => {
  it.concurrent.each(
    sitePrograms.filter((path) => !(basename(path) in notInPage)).map((path) => [basename(path), path]),
  )('%s', tryAgain, async (name, path) => {
    const { faults, verdict } = judge(path, await inTurn(path, (tab) => runInPage(tab, path)), null);
    expect(faults, `${verdict}: ${name}`).toEqual(none);
  });
});

/** What was not as expected in the page and natively, and whether that may be tried again. */
function judge(
  path: string,
  here: Ran | null,
  there: Ran | null,
): { readonly faults: Faults; readonly verdict: string } {
  const faults = {
    page: here === null ? [] : faultsOf(path, here),
    native: there === null ? [] : faultsOf(path, there),
  };
  if (isDeepStrictEqual(faults, none)) return { faults, verdict: 'right' };
  const mayBeBusy = here === null || remarksOf(path).timed || isRightButForNumbers(path, here);
  if (mayBeBusy) triedAgain.add(basename(path));
  return { faults, verdict: mayBeBusy ? busy : 'wrong' };
}
