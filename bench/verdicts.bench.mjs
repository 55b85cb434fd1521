import { readdir, readFile } from 'node:fs/promises';
import { atMost, median } from './support/bench.mjs';
import { inSchedulesPage, program, reduced, search } from './support/schedules.mjs';

/** @typedef {import('./support/bench.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../src/core/python/pythonSchedules').ScheduledProgram} ScheduledProgram */

export const name = 'Whether a program is safe';

const rules = /** @type {const} */ (['gil', 'free-threaded']);
/** As many runs as the page makes at most under one rule. */
const maxRuns = 5000;
/** How many of the examples may take longer than a second. */
const mostSlow = 5;

/** Both searches of a verdict. Where one met its bound, there is no answer, however fast it was: the time is infinite. @param {Page} page @param {ScheduledProgram} what */
async function verdict(page, what) {
  /** @type {string[]} */
  const kinds = [];
  let [ms, runs, all] = [0, 0, true];
  for (const granularity of rules) {
    const found = await search(page, { ...what, granularity }, { ...reduced, maxRuns });
    ms += found.ms;
    runs += found.runs;
    all &&= found.summary.complete;
    kinds.push(`${found.summary.schedules.toLocaleString('en')} ${granularity}`);
  }
  return all
    ? { ms, runs, kinds: kinds.join(', ') }
    : { ms: Number.POSITIVE_INFINITY, runs, kinds: `not all: ${kinds.join(', ')}` };
}

/** The programs that the scheduler's page offers. @param {Page} page @returns {Promise<Row[]>} */
async function examples(page) {
  const place = new URL('../src/lab/scheduler/examples/', import.meta.url);
  /** @type {Row[]} */
  const rows = [];
  /** @type {number[]} */
  const times = [];
  for (const file of (await readdir(place)).filter((one) => one.endsWith('.py'))) {
    const source = await readFile(new URL(file, place), 'utf8');
    const what = { ...(await program('counter')), source, fileName: file };
    const { ms, kinds } = await verdict(page, what);
    times.push(ms);
    rows.push(atMost(file, ms, 1000, 'ms', kinds));
  }
  const slow = times.filter((ms) => ms > 1000).length;
  return [
    atMost(
      'examples that take more than a second',
      slow,
      mostSlow,
      '',
      `of ${times.length}; median ${median(times).toFixed(0)} ms`,
    ),
    ...rows,
  ];
}

/** Programs with many kinds of schedules. @param {Page} page @returns {Promise<Row[]>} */
async function large(page) {
  /** @type {Row[]} */
  const rows = [];
  for (const [label, file] of /** @type {const} */ ([
    ['three philosophers', 'philosophers'],
    ['bounded buffer, two producers and a consumer', 'buffer'],
    ['three threads of three locked increments', 'increments'],
  ])) {
    const { ms, kinds } = await verdict(page, await program(file));
    rows.push(atMost(label, ms / 1000, 10, 's', kinds));
  }
  return rows;
}

/** Programs whose threads work on objects of their own: how many runs both searches need. What it was when accesses went by names is a lower bound where there were more than 3,000. @param {Page} page @returns {Promise<Row[]>} */
async function byObject(page) {
  /** @type {Row[]} */
  const rows = [];
  for (const [label, file, byName] of /** @type {const} */ ([
    ['two accounts', 'two-accounts', 40],
    ['a list of threads in `for`', 'list-of-threads', 508],
    ['one queue a worker', 'queue-a-worker', 6000],
    ['lists of the threads’ own', 'own-lists', 4849],
    ['rows of a matrix', 'rows', 6000],
    ['objects that are threads', 'thread-objects', 3205],
  ])) {
    const { runs, kinds } = await verdict(page, await program(file));
    rows.push(atMost(`${label}, runs / runs by names`, runs / byName, 0.1, '', kinds));
  }
  return rows;
}

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser }) {
  return inSchedulesPage(browser, async (page) => {
    await page.evaluate(() => window.schedules?.boot());
    return [...(await byObject(page)), ...(await large(page)), ...(await examples(page))];
  });
}
