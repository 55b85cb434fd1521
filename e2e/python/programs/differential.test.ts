/**
 * Every program in the folders beside this file runs with the machine's Python and, twice in a row, in the page. Both must print what its `<name>.expect.txt`
 * says (src/lessons/expectation.ts has the format), and both the same: see shape.ts. The site's own programs, of the lessons and the examples, run in the
 * page here; src/lessons/programs.node.test.ts runs them natively, against the same expectations.
 *
 * `# varies: reason` in an expectation says that two runs need not print the same; `# any order: reason` that the lines are
 * the same, but not their order.
 *
 * A program is tried again only where nothing but a number was out of its bounds, as a time is on a busy machine, or where CPython alone did
 * not do what was expected. Whatever else the page does wrong is a mistake, however seldom.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { difference, parseExpectation, type Expectation } from '../../../src/lessons/expectation';
import { startPageServer } from '../../../tools/standins/pageServer.mjs';
import { hasPython, longestRunMs, noPython, runNatively, turns, type Ran } from '../../../tools/native';
import { notInPage } from './notInPage';
import { openPython } from '../open.mjs';
import { errorShape, outputShape } from './shape';

const programsFolder = fileURLToPath(new URL('.', import.meta.url));
const lessonsFolder = fileURLToPath(new URL('../../../src/lessons/', import.meta.url));
const exampleFolders = ['playground', 'scheduler'].map((part) =>
  fileURLToPath(new URL(`../../../src/lab/${part}/examples/`, import.meta.url)),
);
const mostLines = 45;
/** What each page of the server lets a program wait. */
const latencyMs = 300;

/** Faults of the two runs of a program. */
interface Faults {
  readonly page: readonly string[];
  readonly native: readonly string[];
}
const none: Faults = { page: [], native: [] };

/** How a failure begins that may be tried again. */
const busy = 'a busy machine may do this';
const triedAgain = new Set<string>();
const tryAgain = {
  count: 2,
  condition: ({ message }: { readonly message: string }) => message.startsWith(busy),
};

const programs = programsIn(programsFolder);
/** Without the lessons' facts, which are about CPython on a system. */
const sitePrograms = [lessonsFolder, ...exampleFolders].flatMap(programsIn).filter((path) => !path.includes('/facts/'));

let page: Awaited<ReturnType<typeof openPython>>;
let server: Awaited<ReturnType<typeof startPageServer>>;

beforeAll(async () => {
  page = await openPython({ dir: inject('pythonPage') });
  server = await startPageServer({ latencyMs });
  await page.boot();
}, 120_000);
afterAll(async () => {
  await page?.close();
  await server?.close();
  if (triedAgain.size > 0) console.log(`Tried again, because the machine was busy: ${[...triedAgain].join(', ')}`);
});

describe('the differential programs', () => {
  it('are at least 60, each with its expectation', () => {
    expect(programs.length).toBeGreaterThanOrEqual(60);
    expect(programs.filter((path) => !existsSync(expectationPath(path)))).toEqual([]);
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

describe('run on both sides', () => {
  // One at a time beside the page's: more would spoil the timings on two cores.
  const nextTurn = turns(1);
  const ahead = new Map<string, Promise<Ran>>();
  const native = async (path: string): Promise<Ran> => {
    const begun = ahead.get(path);
    // A second try does not queue again.
    ahead.delete(path);
    return begun ?? runHere(path);
  };
  const runInTurn = async (path: string): Promise<Ran> => {
    const done = await nextTurn();
    return runHere(path).finally(done);
  };
  beforeAll(() => {
    if (hasPython) for (const path of programs) ahead.set(path, runInTurn(path));
  });

  it.each(programs.map((path) => [basename(path), path]))(
    '%s',
    { retry: tryAgain, timeout: longestRunMs * 4 },
    async (name, path) => {
      // Twice in a row: the second run is as good as the first.
      const pages = name in notInPage ? [] : [await inPage(path), await inPage(path)];
      const there = hasPython ? await native(path) : null;
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
    },
  );
});

describe('the programs of the site in the page', () => {
  it.each(sitePrograms.filter((path) => !(basename(path) in notInPage)).map((path) => [basename(path), path]))(
    '%s',
    { retry: tryAgain, timeout: longestRunMs * 2 },
    async (name, path) => {
      const { faults, verdict } = judge(path, await inPage(path), null);
      expect(faults, `${verdict}: ${name}`).toEqual(none);
    },
  );
});

function runHere(path: string): Promise<Ran> {
  const { timeoutSeconds, inputs } = expectationOf(path);
  return runNatively(path, server.url, timeoutSeconds, inputs);
}

/** Runs a program in the page; ends like a native run's, in which a deadlock is a program that must be stopped. */
async function inPage(path: string): Promise<Ran> {
  const { timeoutSeconds, inputs } = expectationOf(path);
  const wishes = {
    fileName: basename(path),
    timeoutMs: longestRunMs,
    answers: inputs,
    ...(timeoutSeconds === null ? {} : { stopAfterMs: timeoutSeconds * 1000 }),
  };
  const { outcome, stdout, stderr } = await page.run(readFileSync(path, 'utf8'), wishes);
  switch (outcome.status) {
    case 'finished':
      return { stdout, stderr, end: { exit: outcome.exitCode } };
    case 'failed':
      return { stdout, stderr, end: { exit: 1 } };
    case 'stopped':
    case 'deadlock':
      return { stdout, stderr, end: 'stopped' };
    default:
      throw new Error(`${basename(path)} in the page: ${JSON.stringify(outcome)}\n${stdout}\n${stderr}`);
  }
}

/** What was not as expected in the page and natively, and whether that may be tried again. */
function judge(
  path: string,
  here: Ran | null,
  there: Ran | null,
): { readonly faults: Faults; readonly verdict: string } {
  const expectation = expectationOf(path);
  const faults = { page: faultsOf(expectation, here), native: faultsOf(expectation, there) };
  if (isDeepStrictEqual(faults, none)) return { faults, verdict: 'right' };
  const mayBeBusy = faultsOf(parseExpectation(anyNumbers(expectationText(path))), here).length === 0;
  if (mayBeBusy) triedAgain.add(basename(path));
  return { faults, verdict: mayBeBusy ? busy : 'wrong' };
}

/** How a run differs from what was expected of it. */
function faultsOf(expectation: Expectation, ran: Ran | null): readonly string[] {
  if (ran === null) return [];
  const { stdout, stderr, end } = ran;
  const expectedEnd = expectation.timeoutSeconds === null ? `exit ${expectation.exit}` : 'stopped';
  const foundEnd = end === 'stopped' ? end : `exit ${end.exit}`;
  return [
    difference(expectation, stdout),
    expectation.stderr.test(stderr) ? null : `stderr does not match ${expectation.stderr.source}:\n${stderr}`,
    foundEnd === expectedEnd ? null : `${foundEnd}; expected ${expectedEnd}`,
  ].filter((fault) => fault !== null);
}

/** The same expectation without bounds. */
function anyNumbers(expectation: string): string {
  return expectation.replaceAll(/<-?[\d.]+\.\.-?[\d.]+>/gu, '<-1000000000..1000000000>');
}

function expectationPath(program: string): string {
  return program.replace(/\.py$/u, '.expect.txt');
}

function expectationText(program: string): string {
  return readFileSync(expectationPath(program), 'utf8');
}

function expectationOf(program: string): Expectation {
  return parseExpectation(expectationText(program));
}

function remarksOf(program: string): { readonly varies: boolean; readonly anyOrder: boolean } {
  const text = expectationText(program);
  return { varies: /^# varies: ./mu.test(text), anyOrder: /^# any order: ./mu.test(text) };
}

function programsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => join(folder, path));
}
