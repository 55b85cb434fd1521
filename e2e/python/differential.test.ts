/**
 * Every program in `programs/` runs with the machine's Python and in the page. Both must print what its `<name>.expect.txt`
 * says (src/lessons/expectation.ts has the format), and both the same: see shape.ts. The lessons' and the playground's programs run in the
 * page here; src/lessons/programs.node.test.ts runs them natively, against the same expectations.
 *
 * `# varies: reason` in an expectation says that two runs need not print the same; `# any order: reason` that the lines are
 * the same, but not their order.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, parseExpectation, type Expectation } from '../../src/lessons/expectation';
import { startPageServer } from '../standins/pageServer.mjs';
import { hasPython, longestRunMs, noPython, runNatively, turns, type Ran } from './native';
import { notInPage } from './notInPage';
import { buildPythonPage, openPython } from './open.mjs';
import { errorShape, outputShape } from './shape';

const programsFolder = fileURLToPath(new URL('programs/', import.meta.url));
const lessonsFolder = fileURLToPath(new URL('../../src/lessons/', import.meta.url));
const examplesFolder = fileURLToPath(new URL('../../src/lab/python/playground/examples/', import.meta.url));
/** Another folder's page may be taken instead of a fresh one, with this variable. */
const givenPage = process.env['TIMESLICE_PYTHON_PAGE'];
const mostLines = 45;
/** What each page of the server lets a program wait. */
const latencyMs = 300;

const programs = programsIn(programsFolder);
const sitePrograms = [...programsIn(lessonsFolder), ...programsIn(examplesFolder)];

let page: Awaited<ReturnType<typeof openPython>>;
let server: Awaited<ReturnType<typeof startPageServer>>;

beforeAll(async () => {
  if (givenPage === undefined) buildPythonPage();
  page = await openPython(givenPage === undefined ? {} : { dir: givenPage });
  server = await startPageServer({ latencyMs });
  await page.boot();
}, 120_000);
afterAll(async () => {
  await page?.close();
  await server?.close();
});

describe('the differential programs', () => {
  it('are at least 60, each with its expectation', () => {
    expect(programs.length).toBeGreaterThanOrEqual(60);
    expect(programs.filter((path) => !existsSync(expectationPath(path)))).toEqual([]);
  });

  it('are short and say what they show', () => {
    const lines = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(programs.filter((path) => lines(path).length > mostLines || lines(path)[0]?.startsWith('"""') !== true)).toEqual([]);
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
    return begun ?? runNatively(path, server.url, expectationOf(path).timeoutSeconds);
  };
  const runInTurn = async (path: string): Promise<Ran> => {
    const done = await nextTurn();
    return runNatively(path, server.url, expectationOf(path).timeoutSeconds).finally(done);
  };
  beforeAll(() => {
    if (hasPython) for (const path of programs) ahead.set(path, runInTurn(path));
  });

  it.each(programs.map((path) => [basename(path), path]))('%s', { retry: 2, timeout: longestRunMs * 3 }, async (name, path) => {
    const here = name in notInPage ? null : await inPage(path);
    const there = hasPython ? await native(path) : null;
    expect({ page: here === null ? [] : faultsOf(path, here), native: there === null ? [] : faultsOf(path, there) }).toEqual({ page: [], native: [] });
    const { varies, anyOrder } = remarksOf(path);
    if (here === null || there === null || varies) return;
    expect(outputShape(here.stdout, anyOrder)).toEqual(outputShape(there.stdout, anyOrder));
    expect(errorShape(here.stderr, name)).toEqual(errorShape(there.stderr, name));
  });
});

describe('the programs of the lessons and the playground in the page', () => {
  it.each(sitePrograms.filter((path) => !(basename(path) in notInPage)).map((path) => [basename(path), path]))('%s', { retry: 2, timeout: longestRunMs * 2 }, async (_, path) => {
    expect(faultsOf(path, await inPage(path))).toEqual([]);
  });
});

/** Runs a program in the page; ends like a native run's, in which a deadlock is a program that must be stopped. */
async function inPage(path: string): Promise<Ran> {
  const { timeoutSeconds, inputs } = expectationOf(path);
  const wishes = { fileName: basename(path), timeoutMs: longestRunMs, answers: inputs, ...(timeoutSeconds === null ? {} : { stopAfterMs: timeoutSeconds * 1000 }) };
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

/** How a run differs from what was expected of it. */
function faultsOf(path: string, { stdout, stderr, end }: Ran): readonly string[] {
  const expectation = expectationOf(path);
  const expectedEnd = expectation.timeoutSeconds === null ? `exit ${expectation.exit}` : 'stopped';
  const foundEnd = end === 'stopped' ? end : `exit ${end.exit}`;
  return [
    difference(expectation, stdout),
    expectation.stderr.test(stderr) ? null : `stderr does not match ${expectation.stderr.source}:\n${stderr}`,
    foundEnd === expectedEnd ? null : `${foundEnd}; expected ${expectedEnd}`,
  ].filter((fault) => fault !== null);
}

function expectationPath(program: string): string {
  return program.replace(/\.py$/u, '.expect.txt');
}

function expectationOf(program: string): Expectation {
  return parseExpectation(readFileSync(expectationPath(program), 'utf8'));
}

function remarksOf(program: string): { readonly varies: boolean; readonly anyOrder: boolean } {
  const text = readFileSync(expectationPath(program), 'utf8');
  return { varies: /^# varies: ./mu.test(text), anyOrder: /^# any order: ./mu.test(text) };
}

function programsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => join(folder, path));
}
