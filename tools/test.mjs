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

/** @type {readonly Step[]} */
const steps = [
  { name: 'types', args: [binOf('typescript', 'tsc'), '-b'] },
  { name: 'python-types', args: [binOf('pyright')] },
  { name: 'lint', args: [binOf('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', args: ['tools/format.mjs', '--check'] },
  {
    name: 'unit',
    args: [binOf('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
    report: reportAt(`${reports}/unit.json`, vitestCounts),
  },
  {
    name: 'kernel',
    args: ['tools/kernel-tests.mjs', `--report=${reports}/kernel.json`],
    report: reportAt(`${reports}/kernel.json`, (/** @type {import('./counts.mjs').Counts} */ counts) => counts),
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
  { name: 'build', args: [binOf('vite'), 'build'] },
  { name: 'budget', args: ['tools/budget.mjs'] },
  {
    name: 'e2e',
    args: [binOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    report: reportAt(`${reports}/e2e.json`, playwrightCounts),
  },
];

/** Runs a step and gives its exit code. @param {Step} step */
function run({ name, args }) {
  const shown = args.map((arg) => arg.replace(/^.*[\\/]node_modules[\\/]/, '')).join(' ');
  console.log(`\n── ${name}: ${shown}`);
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/e2e.json` },
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Runs a step and counts its tests; a step that fails without a failed test is one failure. @param {Step} step @returns {Promise<Counts & { readonly ok: boolean }>} */
async function take(step) {
  if (step.report !== undefined) await rm(step.report.path, { force: true });
  const ok = (await run(step)) === 0;
  const counts = (await step.report?.read()) ?? none;
  return { ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed), ok: ok && counts.failed === 0 };
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? steps.map(({ name }) => name);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

await mkdir(reports, { recursive: true });
let total = none;
let failedStep = '';
for (const step of steps.filter(({ name }) => wanted.includes(name))) {
  const began = performance.now();
  try {
    if (step.name === 'e2e') process.env['TIMESLICE_CHROMIUM'] = await ensureChromium();
    const result = await take(step);
    total = add(total, result);
    failedStep = result.ok ? '' : step.name;
    // The tests in `e2e` that want that page need not build it again.
    if (step.name === 'differential' && result.ok) process.env['TIMESLICE_PYTHON_PAGE'] ??= pythonPage;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total = add(total, { ...none, failed: 1 });
    failedStep = step.name;
  }
  console.log(
    `── ${step.name}: ${failedStep === '' ? 'passed' : 'failed'} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  if (failedStep !== '') break;
}
if (failedStep !== '') console.log(`\nFailed at: ${failedStep}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = failedStep === '' ? 0 : 1;
