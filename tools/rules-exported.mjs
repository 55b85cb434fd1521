/**
 * Lets the page make a test of every wrong outcome of the programs in e2e/python/schedules/rules, and runs these tests on native Pythons.
 *
 *     npm run rules:exported -- --python=python3.13 --python=python3.14t [--only add_global,pop_last] [--keep FOLDER] [--dry]
 *
 * A test must fail with the very outcome that it was made for. One of an outcome that only a free-threaded Python has must be skipped with the GIL; it is forced there as well,
 * to see that its places are found. The counts go into the README there, unless --dry is given; --keep leaves the tests in a folder.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { buildPythonPage, openPython } from '../e2e/python/open.mjs';

/** @typedef {import('../e2e/python/schedules/rules/exported').ExportedTest} ExportedTest */
/** @typedef {'fails as it must' | 'skipped' | 'passes' | 'fails otherwise'} Verdict */

const folder = new URL('../e2e/python/schedules/rules/', import.meta.url);
const readme = new URL('README.md', folder);
const [begin, end] = ['<!-- exported: begin -->', '<!-- exported: end -->'];
const longestMs = 120_000;

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', multiple: true, default: ['python3'] },
    only: { type: 'string' },
    keep: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});

/** @param {string} name */
const load = async (name) => (await runnerImport(fileURLToPath(new URL(name, folder)), { logLevel: 'error' })).module;
/** @type {{ rulePairs: readonly import('../e2e/python/schedules/rules/rulePair').RulePair[] }} */
const { rulePairs } = await load('known.ts');
/** @type {typeof import('../e2e/python/schedules/rules/exported')} */
const { exportTests, sayEnd } = await load('exported.ts');

const tests = await exported();
const kept = options.keep ?? mkdtempSync(join(tmpdir(), 'exported-'));
mkdirSync(kept, { recursive: true });
const paths = tests.map(({ name, text }, at) => {
  const path = join(kept, `test_${name}_${at}.py`);
  writeFileSync(path, text);
  return path;
});
const rows = [];
for (const python of options.python) rows.push(await row(python));
if (!options.dry) write(rows);
if (options.keep === undefined) rmSync(kept, { recursive: true });

/** The tests, made by the page. */
async function exported() {
  const names = options.only?.split(',') ?? rulePairs.map(({ name }) => name);
  buildPythonPage();
  const page = await openPython();
  try {
    await page.evaluate(() => window.schedules?.boot(), null);
    return await exportTests(page, names);
  } finally {
    await page.close();
  }
}

/** What the tests come to on one Python, as a row of the table. @param {string} python */
async function row(python) {
  const ask =
    'import sys; print(sys.version.split()[0] + ("" if getattr(sys, "_is_gil_enabled", lambda: True)() else "t"))';
  const version = (await run(python, ['-c', ask], {})).stdout.trim();
  const isFree = version.endsWith('t');
  const counts = { gil: { failed: 0, all: 0 }, 'free-threaded': { failed: 0, all: 0 } };
  let skipped = 0;
  const say = (/** @type {'gil' | 'free-threaded'} */ rule) => `${counts[rule].failed} of ${counts[rule].all}`;
  /** @type {string[]} */
  const others = [];
  await inTurn(availableParallelism(), tests, async (test, at) => {
    const path = paths[at] ?? '';
    if (test.rule === 'free-threaded' && !isFree) {
      const { stderr } = await run(python, [path], {});
      if (/skipped=1/.test(stderr)) skipped += 1;
      else others.push(`${test.name}: not skipped`);
    }
    const { stderr, exit } = await run(python, [path], { ON_ANY_BUILD: '1' });
    const fails = exit === 1 && stderr.includes(sayEnd(test.outcome));
    counts[test.rule].all += 1;
    if (fails) counts[test.rule].failed += 1;
    else others.push(`${test.name}, ${test.outcome}: ${lastOf(stderr)}`);
  });
  console.log(`${version}: gil ${say('gil')}, free-threaded ${say('free-threaded')}, skipped ${skipped}`);
  for (const other of others.toSorted()) console.log(`  ${other}`);
  const forced = `${say('free-threaded')}${isFree ? '' : `, when forced; ${skipped} skipped unless forced`}`;
  return `| ${version} | ${say('gil')} | ${forced} |`;
}

/** What a test said. @param {string} stderr */
function lastOf(stderr) {
  const said = /^(?:AssertionError|\w*Error): .*$/m.exec(stderr)?.[0] ?? stderr.trim().split('\n').at(-1) ?? '';
  return said.slice(0, 200);
}

/**
 * Runs a Python to its end.
 *
 * @param {string} python
 * @param {readonly string[]} args
 * @param {Record<string, string>} more
 * @returns {Promise<{ stdout: string, stderr: string, exit: number | null }>}
 */
function run(python, args, more) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON')));
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestMs,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exit) => resolve({ stdout, stderr, exit }));
  });
}

/**
 * Does something with each of them, at most `atOnce` at the same time.
 *
 * @template T
 * @param {number} atOnce
 * @param {readonly T[]} all
 * @param {(one: T, at: number) => Promise<void>} work
 */
async function inTurn(atOnce, all, work) {
  const waiting = [...all.entries()];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next[1], next[0]);
    }),
  );
}

/** Puts the table into the README. @param {readonly string[]} lines */
function write(lines) {
  const text = readFileSync(readme, 'utf8');
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  const table = [
    '| Python | tests of outcomes that both rules have | of those that only free-threaded has |',
    '|---|---|---|',
    ...lines,
  ];
  writeFileSync(readme, `${before}\n\n${table.join('\n')}\n\n${after}`);
}
