import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ensureChromium } from './browser.mjs';
import { add, closingLine, none, playwrightCounts, reportAt, vitestCounts } from './counts.mjs';
import { binOf } from './machine.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args What Node runs.
 * @property {ReturnType<typeof reportAt>} [report] Where it writes what became of its tests.
 */

const reports = '.cache/reports';
/** Where the step `differential` builds the page for Python (e2e/python/buildPage.ts). */
const pythonPage = '.cache/python-page';

/** Steps in which nothing depends on time. Two at a time: most of them use one core. @type {readonly Step[]} */
const checks = [
  { name: 'types', args: [binOf('typescript', 'tsc'), '-b'] },
  { name: 'build', args: [binOf('vite'), 'build'] },
  { name: 'python-types', args: [binOf('pyright')] },
  { name: 'lint', args: [binOf('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', args: ['tools/format.mjs', '--check'] },
  {
    name: 'kernel',
    args: ['tools/kernel-tests.mjs', `--report=${reports}/kernel.json`],
    report: reportAt(`${reports}/kernel.json`, (/** @type {import('./counts.mjs').Counts} */ counts) => counts),
  },
];
const checksAtOnce = 2;

/** One after another. @type {readonly Step[]} */
const tests = [
  { name: 'budget', args: ['tools/budget.mjs'] },
  {
    name: 'unit',
    args: [binOf('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
    report: reportAt(`${reports}/unit.json`, vitestCounts),
  },
  {
    name: 'differential',
    args: [
      binOf('vitest'),
      'run',
      '--config=e2e/python/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/differential.json`,
    ],
    report: reportAt(`${reports}/differential.json`, vitestCounts),
  },
  {
    name: 'e2e',
    args: [binOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    report: reportAt(`${reports}/e2e.json`, playwrightCounts),
  },
];

/** Runs a step and gives its exit code. What it says comes at its end where others run beside it. @param {Step} step @param {boolean} alone */
function run({ name, args }, alone) {
  const shown = args.map((arg) => arg.replace(/^.*[\\/]node_modules[\\/]/, '')).join(' ');
  const title = `\n── ${name}: ${shown}`;
  if (alone) console.log(title);
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/e2e.json` },
    });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (/** @type {Buffer} */ bytes) => said.push(bytes));
    child.on('close', (code) => {
      if (!alone) console.log(`${title}\n${Buffer.concat(said).toString().trimEnd()}`);
      done(code ?? 1);
    });
  });
}

/** Runs a step, counts its tests, and tells how it ended; a step that fails without a failed test is one failure. @param {Step} step @param {boolean} alone @returns {Promise<Counts>} */
async function take(step, alone) {
  const began = performance.now();
  const counts = await countsOf(step, alone).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { ...none, failed: 1 };
  });
  if (counts.failed > 0) failedSteps.push(step.name);
  console.log(
    `── ${step.name}: ${counts.failed === 0 ? 'passed' : 'failed'} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  return counts;
}

/** @param {Step} step @param {boolean} alone @returns {Promise<Counts>} */
async function countsOf(step, alone) {
  if (step.name === 'e2e') process.env['TIMESLICE_CHROMIUM'] = await ensureChromium();
  if (step.report !== undefined) await rm(step.report.path, { force: true });
  const ok = (await run(step, alone)) === 0;
  const counts = (await step.report?.read()) ?? none;
  // The tests in `e2e` that want that page need not build it again.
  if (step.name === 'differential' && ok) process.env['TIMESLICE_PYTHON_PAGE'] ??= pythonPage;
  return { ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) };
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = [...checks, ...tests].map(({ name }) => name);
const wanted = values.only?.split(',') ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps are ${names.join(', ')}.`);
  process.exit(2);
}
const isWanted = (/** @type {Step} */ { name }) => wanted.includes(name);

await mkdir(reports, { recursive: true });
let total = none;
/** @type {string[]} */
const failedSteps = [];
const left = checks.filter(isWanted);
const takeChecks = async () => {
  for (let step = left.shift(); step !== undefined; step = left.shift()) {
    const counts = await take(step, false);
    total = add(total, counts);
  }
};
await Promise.all(Array.from({ length: checksAtOnce }, takeChecks));
for (const step of tests.filter(isWanted)) if (failedSteps.length === 0) total = add(total, await take(step, true));
if (failedSteps.length > 0) console.log(`\nFailed at: ${failedSteps.join(', ')}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = failedSteps.length > 0 ? 1 : 0;
