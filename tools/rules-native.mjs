/**
 * Runs the programs of e2e/python/schedules/rules on native Pythons, many times each, and compares what they come to with the outcomes
 * that are known under each rule.
 *
 *     npm run rules:native -- --python=python3.13 --python=python3.14t [--seconds 2] [--only add_global] [--places | --search] [--fresh] [--dry]
 *
 * A Python with the GIL must stay within the set `gil`, one without within `freeThreaded`; Python 3.9 looks elsewhere and is only noted.
 * With --places it asks instead where threads really give up the GIL; with --search (3.12 and later) it tries their schedules one by one instead of many at random. All go to native.json and into the tables of the README there, unless --dry
 * is given; counts are added to those of earlier runs, which --fresh forgets. Fails where an outcome, or a place, is not known.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { asMarkdown, compare, isJudged, outsideOf } from './rules-table.mjs';

/** @typedef {import('./rules-table.mjs').PythonRow} PythonRow */
/** @typedef {import('./rules-table.mjs').Counted} Counted */

const folder = new URL('../e2e/python/schedules/rules/', import.meta.url);
const recorded = new URL('native.json', folder);
const readme = new URL('README.md', folder);
const [begin, end] = ['<!-- native: begin -->', '<!-- native: end -->'];
/** The correct twin has less to show. */
const shareOfTwin = 0.25;
/** @type {readonly ('gil' | 'freeThreaded')[]} */
const rules = ['gil', 'freeThreaded'];
const mostPreemptions = { gil: 4, freeThreaded: 2 };
const longestSearchSeconds = 1800;

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', multiple: true, default: ['python3'] },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string' },
    places: { type: 'boolean', default: false },
    search: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
if (!(seconds > 0)) fail(`--seconds wants a number above 0, not “${options.seconds}”.`);

/** @type {{ rulePairs: readonly import('../e2e/python/schedules/rules/rulePair').RulePair[] }} */
const { rulePairs } = (await runnerImport(fileURLToPath(new URL('known.ts', folder)), { logLevel: 'error' })).module;
const chosen = rulePairs.filter(({ name }) => options.only === undefined || options.only.split(',').includes(name));
if (chosen.length === 0) fail(`There is no program ${options.only}.`);

for (const python of options.python) {
  const build = await describe(python);
  const row = (options.fresh ? undefined : recordedRows()[build.name]) ?? { ...build, programs: {} };
  if (options.places) {
    if (!build.gil) fail(`${build.name} has no GIL to give up.`);
    row.places = JSON.parse(await run(python, ['tools/rules-places.py', String(seconds)], seconds * 10 + 60));
    const elsewhere = Object.entries(row.places?.elsewhere ?? {});
    console.log(
      `${build.name}: ${row.places?.samples} switches, ${elsewhere.length === 0 ? 'none' : elsewhere.join('; ')} elsewhere`,
    );
    if (isJudged(row) && elsewhere.length > 0) process.exitCode = 1;
  } else if (options.search) {
    for (const rule of rules) {
      const searched = {
        preemptions: mostPreemptions[rule],
        ...compare(row, chosen, rule, await search(python, rule)),
      };
      row.searched = { ...row.searched, [rule]: searched };
      console.log(`${build.name}, ${rule}: ${searched.schedules} schedules`);
      for (const [what, outcomes] of Object.entries({ 'not known': searched.outside, 'not found': searched.missing }))
        if (outcomes.length > 0) console.log(`  ${what}: ${outcomes.join('; ')}`);
      if (searched.outside.length > 0) process.exitCode = 1;
    }
  } else {
    // Without the GIL both threads of a program want a processor.
    await inTurn(build.gil ? availableParallelism() : 1, chosen, async ({ name }) => {
      for (const [program, share] of /** @type {const} */ ([
        [name, 1],
        [`${name}_fixed`, shareOfTwin],
      ]))
        row.programs[program] = together(row.programs[program], await measure(python, program, seconds * share));
    });
    const outside = outsideOf(row, rulePairs);
    console.log(`${build.name}: ${outside.length === 0 ? 'nothing outside' : outside.join('; ')}`);
    if (isJudged(row) && outside.length > 0) process.exitCode = 1;
  }
  if (!options.dry) write(row);
}

/** @param {string} python @returns {Promise<{ name: string, version: string, gil: boolean }>} */
async function describe(python) {
  const ask = `
import json, sys
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
version = sys.version.split()[0]
print(json.dumps({"name": f"{version}{'' if gil else 't'}", "version": version, "gil": gil}))`;
  return JSON.parse(await run(python, ['-c', ask], 30));
}

/**
 * How often a program came to what on a Python.
 *
 * @param {string} python
 * @param {string} name
 * @param {number} forSeconds
 * @returns {Promise<Counted>}
 */
async function measure(python, name, forSeconds) {
  const path = fileURLToPath(new URL(`programs/${name}.py`, folder));
  try {
    const { runs, counts } = JSON.parse(
      await run(python, ['tools/rules-native.py', path, String(forSeconds)], forSeconds * 10 + 60),
    );
    return { runs, counts };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { runs: 1, counts: { [`crash: ${error.message}`]: 1 } };
  }
}

/**
 * What the programs come to in all schedules with few preemptions.
 *
 * @param {string} python
 * @param {'gil' | 'freeThreaded'} rule
 */
async function search(python, rule) {
  const names = chosen.flatMap(({ name, spins }) => (spins ? [`${name}_fixed`] : [name, `${name}_fixed`]));
  const paths = names.map((name) => fileURLToPath(new URL(`programs/${name}.py`, folder)));
  const args = ['tools/rules-search.py', rule, String(mostPreemptions[rule]), ...paths];
  const lines = (await run(python, args, longestSearchSeconds)).trim().split('\n');
  return new Map(lines.map((line, at) => [names[at] ?? '', JSON.parse(line)]));
}

/**
 * The counts of two series of runs.
 *
 * @param {Counted | undefined} earlier
 * @param {Counted} later
 * @returns {Counted}
 */
function together(earlier, later) {
  if (earlier === undefined) return later;
  const counts = { ...earlier.counts };
  for (const [outcome, count] of Object.entries(later.counts)) counts[outcome] = (counts[outcome] ?? 0) + count;
  return { runs: earlier.runs + later.runs, counts };
}

/**
 * What a Python prints.
 *
 * @param {string} python
 * @param {readonly string[]} args
 * @param {number} longestSeconds
 * @returns {Promise<string>}
 */
function run(python, args, longestSeconds) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON')));
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, {
      env,
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), longestSeconds * 1000);
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      if (exit === 0) resolve(stdout);
      else reject(new Error(signal ?? (stderr.trim().split('\n').at(-1) || `exit ${exit}`)));
    });
  });
}

/**
 * Does something with each of them, at most `atOnce` at the same time.
 *
 * @template T
 * @param {number} atOnce
 * @param {readonly T[]} all
 * @param {(one: T) => Promise<void>} work
 */
async function inTurn(atOnce, all, work) {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    }),
  );
}

/** Writes a row to the file and both tables anew; other rows may have come since this began. @param {PythonRow} row */
function write(row) {
  const rows = { ...recordedRows(), [row.name]: row };
  writeFileSync(recorded, `${JSON.stringify(rows, null, 2)}\n`);
  const text = readFileSync(readme, 'utf8');
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  writeFileSync(readme, `${before}\n\n${asMarkdown(Object.values(rows), rulePairs)}\n\n${after}`);
}

/** @returns {Record<string, PythonRow>} */
function recordedRows() {
  return JSON.parse(readFileSync(recorded, 'utf8'));
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
