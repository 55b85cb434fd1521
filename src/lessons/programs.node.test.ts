/**
 * Runs every lesson's programs with the machine's Python (`python3`, or what the variable PYTHON names) and compares what
 * they print with the `<name>.expect.txt` beside them. `expectation.ts` describes that format.
 *
 * A program runs unchanged, in an empty folder. Its `requests` and `aiohttp` are the stand-ins of e2e/standins, which ask a
 * page server on this machine that answers after `latencyMs`.
 *
 * Without Python 3.11 or later they are skipped and the report says so; with CI=true that is a failure.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programEnvironment } from '../../e2e/standins/environment.mjs';
import { startPageServer } from '../../e2e/standins/pageServer.mjs';
import { difference, parseExpectation } from './expectation';

const lessonsFolder = fileURLToPath(new URL('.', import.meta.url));
const python = process.env['PYTHON'] ?? 'python3';
const oldest = '3.11';
const hasPython = spawnSync(python, ['-c', `import sys; sys.exit(sys.version_info < (${oldest.replace('.', ',')}))`]).status === 0;

/** What each page of the server lets a program wait. */
const latencyMs = 300;
/** A program that has not ended by then never will. */
const longestRunMs = 60_000;
/** More at once would share two cores, and the timings that programs print would no longer mean anything. */
const programsAtOnce = 2;
const mostLines = 45;

const programs = filesEnding('.py');

describe('the programs of the lessons', () => {
  it('are there, and each has its expectation', () => {
    expect(programs.length).toBeGreaterThan(0);
    expect(filesEnding('.expect.txt').map((path) => path.replace(/\.expect\.txt$/, '.py'))).toEqual(programs);
  });

  it.each(programs)('%s is short and says what it needs', (program) => {
    const source = readFileSync(join(lessonsFolder, program), 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(mostLines);
    expect(source).toMatch(/^"""/);
    const docstring = source.split('"""')[1];
    for (const [, needed] of source.matchAll(/^import (requests|aiohttp)$/gm)) expect(docstring).toContain(`pip install ${needed}`);
  });

  it('can be run', ({ skip }) => {
    const reason = `${python} is not there, or is older than Python ${oldest}, so the programs were not run.`;
    skip(!hasPython && process.env['CI'] !== 'true', reason);
    expect(hasPython ? '' : reason).toBe('');
  });
});

describe.runIf(hasPython)(`run by ${python}`, () => {
  const nextTurn = turns(programsAtOnce);
  let server: Awaited<ReturnType<typeof startPageServer>> | undefined;
  beforeAll(async () => {
    server = await startPageServer({ latencyMs });
  });
  afterAll(() => server?.close());

  it.concurrent.each(programs)(
    '%s prints what the lesson says',
    // A busy machine may spoil a timing once; a program that is wrong stays wrong. Waiting for its turn counts as time.
    { retry: 2, timeout: longestRunMs * programs.length },
    async (program) => {
      const path = join(lessonsFolder, program);
      const expectationPath = path.replace(/\.py$/, '.expect.txt');
      if (!existsSync(expectationPath)) throw new Error(`${basename(expectationPath)} is missing.`);
      const expectation = parseExpectation(readFileSync(expectationPath, 'utf8'));
      const done = await nextTurn();
      try {
        const ran = await run(path, server?.url ?? '', expectation.timeoutSeconds);
        expect(ran.stderr).toMatch(expectation.stderr);
        expect(difference(expectation, ran.stdout)).toBeNull();
        expect(ran.end).toEqual(expectation.timeoutSeconds === null ? { exit: expectation.exit } : 'stopped');
      } finally {
        done();
      }
    },
  );
});

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly end: 'stopped' | { readonly exit: number | null };
}

/** Runs a program until it ends, or for `timeoutSeconds` when it is one that never ends. */
function run(path: string, pagesUrl: string, timeoutSeconds: number | null): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const env = programEnvironment(pagesUrl);
  // What a stopped program still holds in its buffer would be lost.
  if (timeoutSeconds !== null) env['PYTHONUNBUFFERED'] = '1';
  return new Promise((resolve, reject) => {
    const child = spawn(python, [path], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let stdout = '';
    let stderr = '';
    let stopped = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = setTimeout(() => {
      stopped = true;
      // The whole group, for a program may have started processes of its own.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, timeoutSeconds === null ? longestRunMs : timeoutSeconds * 1000);
    child.on('error', reject);
    child.on('close', (exit) => {
      clearTimeout(timer);
      rmSync(folder, { recursive: true, force: true });
      resolve({ stdout, stderr, end: stopped ? 'stopped' : { exit } });
    });
  });
}

/** Paths below src/lessons, sorted. */
function filesEnding(ending: string): readonly string[] {
  return readdirSync(lessonsFolder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending)).sort();
}

/** Hands out `atOnce` turns: call it, wait, and call what it gave you when you are done. */
function turns(atOnce: number): () => Promise<() => void> {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return giveBack;
  };
}
