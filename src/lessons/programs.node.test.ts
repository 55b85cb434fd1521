/**
 * Runs every lesson's programs, the playground's and those to be stepped through, with the machine's Python and compares what they print with
 * the `<name>.expect.txt` beside them. `expectation.ts` describes that format. The pages they ask for answer after `latencyMs`.
 *
 * Without Python 3.11 or later they are skipped and the report says so; with CI=true that is a failure.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPython, longestRunMs, noPython, python, runNatively, turns } from '../../tools/native';
import { startPageServer } from '../../tools/standins/pageServer.mjs';
import { difference, parseExpectation } from './expectation';

const source = fileURLToPath(new URL('..', import.meta.url));
const folders = ['lessons', 'lab/playground/examples', 'lab/scheduler/examples', 'lab/scheduler/opening'];

/** What each page of the server lets a program wait. */
const latencyMs = 300;
/** Most programs wait, and most that compute allow for a slow machine. One whose times were off is tried again by itself. */
const programsAtOnce = 5;
/** A program is read on a phone, too; a fact only by somebody who doubts it. */
const mostLinesOf = (program: string): number => (program.includes('facts/') ? 64 : 48);

const programs = filesEnding('.py');

describe('the programs of the site', () => {
  it('are there, and each has its expectation', () => {
    expect(programs.length).toBeGreaterThan(0);
    expect(filesEnding('.expect.txt').map((path) => path.replace(/\.expect\.txt$/, '.py'))).toEqual(programs);
  });

  it.each(programs)('%s is short and says what it needs', (program) => {
    const text = readFileSync(join(source, program), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(mostLinesOf(program));
    expect(text).toMatch(/^"""/);
    const docstring = text.split('"""')[1];
    for (const [, needed] of text.matchAll(/^import (requests|aiohttp)$/gm))
      expect(docstring).toContain(`pip install ${needed}`);
  });

  it('can be run', ({ skip }) => {
    skip(!hasPython && process.env['CI'] !== 'true', noPython);
    expect(hasPython ? '' : noPython).toBe('');
  });
});

describe.runIf(hasPython)(`run by ${python}`, () => {
  const { take, takeAll } = turns(programsAtOnce);
  const tried = new Set<string>();
  let server: Awaited<ReturnType<typeof startPageServer>> | undefined;
  beforeAll(async () => {
    server = await startPageServer({ latencyMs });
  });
  afterAll(() => server?.close());

  it.concurrent.each(programs)(
    '%s prints what is expected',
    // A busy machine may spoil a timing once; a program that is wrong stays wrong. Waiting for its turn counts as time.
    { retry: 2, timeout: longestRunMs * programs.length },
    async (program) => {
      const path = join(source, program);
      const expectationPath = path.replace(/\.py$/, '.expect.txt');
      if (!existsSync(expectationPath)) throw new Error(`${basename(expectationPath)} is missing.`);
      const expectation = parseExpectation(readFileSync(expectationPath, 'utf8'));
      const done = await (tried.has(program) ? takeAll() : take());
      tried.add(program);
      try {
        const ran = await runNatively(path, server?.url ?? '', expectation);
        expect(ran.stderr).toMatch(expectation.stderr);
        expect(difference(expectation, ran.stdout)).toBeNull();
        expect(ran.end).toEqual(expectation.timeoutSeconds === null ? { exit: expectation.exit } : 'stopped');
      } finally {
        done();
      }
    },
  );
});

/** Paths below src/, sorted. */
function filesEnding(ending: string): readonly string[] {
  const within = (folder: string): readonly string[] =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return folders
    .flatMap(within)
    .filter((path) => path.endsWith(ending))
    .sort();
}
