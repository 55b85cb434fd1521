import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { atLeast, atMost, figure, median, middleHalf, numberArg } from './support/bench.mjs';
import { processMemory, scriptsMemory } from './support/memory.mjs';
import {
  countSchedules,
  full,
  inSchedulesPage,
  program,
  reduced,
  runsUntilDeadlock,
  search,
} from './support/schedules.mjs';

/** @typedef {import('./support/bench.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */

export const name = 'Trying every schedule';

/** How long a full search may take, in milliseconds; of one that takes longer, the schedules are only counted. */
const fullMs = 4000;

/** Two threads of five lines. @param {Page} page @returns {Promise<Row[]>} */
async function small(page) {
  const what = await program('counter', { mainFirst: true, accesses: false });
  const cold = await search(page, what, full);
  if (cold.summary.schedules !== 252)
    throw new Error(`There are ${cold.summary.schedules} schedules, and there should be 252.`);
  const warm = await search(page, what, full, { times: 9 });
  return [
    atMost(
      'all 252 schedules of two threads of five lines, the first time',
      cold.ms,
      500,
      'ms',
      'Python has started, and has made no schedule yet',
    ),
    atMost('a second search of one program', median(warm.all), 500, 'ms', `middle half ${middleHalf(warm.all, 0)}`),
  ];
}

/** How fast it goes on. @param {Page} page @param {number} forMs @returns {Promise<Row[]>} */
async function rates(page, forMs) {
  // For as long as is measured there is more to be tried.
  const large = await program('counter-of-seven', { accesses: false });
  /** @type {{ one: number[], two: number[] }} */
  const speeds = { one: [], two: [] };
  await search(page, large, full, { workers: 2, forMs: 8000 });
  for (let round = 0; round < 3; round += 1) {
    const one = await search(page, large, full, { forMs });
    const two = await search(page, large, full, { workers: 2, forMs });
    speeds.one.push(one.runs / one.ms);
    speeds.two.push(two.runs / two.ms);
  }
  return [
    atLeast(
      'schedules a second on one worker',
      Math.max(...speeds.one) * 1000,
      1000,
      '',
      `for ${forMs / 1000} s, three times: ${speeds.one.map((speed) => Math.round(speed * 1000)).join(', ')}`,
    ),
    figure(
      'two workers / one',
      median(speeds.two) / median(speeds.one),
      '×',
      `on ${availableParallelism()} cores, of which the search itself needs a part of one`,
    ),
  ];
}

/** From the first run to the deadlock. @param {Page} page @returns {Promise<Row[]>} */
async function deadlocks(page) {
  /** @type {Row[]} */
  const rows = [];
  for (const [label, name, limit] of /** @type {const} */ ([
    ['two locks in two orders', 'two-locks', 50],
    ['three philosophers', 'philosophers', 500],
  ])) {
    for (const options of [reduced, full]) {
      const what = await program(name, { accesses: options === reduced });
      const runs = await runsUntilDeadlock(page, what, options);
      const { all } = await search(page, what, { ...options, maxRuns: runs }, { times: 9 });
      rows.push(
        atMost(
          `deadlock of ${label}, ${options === reduced ? 'reduced' : 'full'} search`,
          median(all),
          limit,
          'ms',
          `after ${runs} runs; middle half ${middleHalf(all, 0)}`,
        ),
      );
    }
  }
  return rows;
}

/** Complete searches, and how many schedules they stand for. @param {Page} page @returns {Promise<Row[]>} */
async function reductions(page) {
  /** @type {Row[]} */
  const rows = [];
  for (const [label, name, counted] of /** @type {const} */ ([
    ['three philosophers', 'philosophers', true],
    ['bounded buffer, two producers and a consumer', 'buffer', false],
    ['three threads of three locked increments', 'increments', true],
  ])) {
    const { ms, summary } = await search(page, await program(name), reduced, { workers: 2 });
    if (!summary.conclusive) throw new Error(`The search of ${name} was not complete.`);
    const plain = await program(name, { accesses: false });
    const all = counted
      ? (await countSchedules(page, plain)).toLocaleString('en')
      : `more than ${(await search(page, plain, full, { forMs: fullMs })).summary.schedules.toLocaleString('en')}`;
    rows.push(
      atMost(
        `${label}, completely`,
        ms / 1000,
        10,
        's',
        `${summary.schedules.toLocaleString('en')} kinds (${summary.redundant.toLocaleString('en')} runs cut short) of ${all} schedules`,
      ),
    );
  }
  return rows;
}

/** In MiB: what the scripts of the page and its workers have, what Python has in its own memory, and what the process has of the system. @param {Page} page @param {() => Promise<number>} ofProcess */
async function memoryOf(page, ofProcess) {
  const python = await page.evaluate(
    async (source) => Number((await window.python?.run(source))?.stdout),
    await readFile(new URL('support/python/memory.py', import.meta.url), 'utf8'),
  );
  return { python: python / 2 ** 20, scripts: await scriptsMemory(page), process: await ofProcess() };
}

/** Many schedules in a row, of which a good third deadlock. @param {Page} page @param {import('@playwright/test').Browser} browser @param {number} searches @returns {Promise<Row[]>} */
async function endurance(page, browser, searches) {
  const ofProcess = await processMemory(browser);
  const what = await program('two-locks-held', { accesses: false });
  // Memory for what is compiled and allocated once is no growth.
  await search(page, what, full);
  // The page's own interpreter is the one that the search has left, and the next search starts another.
  await memoryOf(page, ofProcess);
  await search(page, what, full);
  const before = await memoryOf(page, ofProcess);
  // By now the search's interpreter, the page's own and an idle one have started.
  let started = 0;
  page.on('worker', (worker) => (started += Number(worker.url().startsWith('blob:'))));
  let [schedules, stuck] = [0, 0];
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < searches; round += 1) {
    const { summary, deadlocks: found, ms } = await search(page, what, full);
    schedules += summary.schedules;
    stuck += found;
    times.push(ms / summary.schedules);
  }
  const after = await memoryOf(page, ofProcess);
  const half = Math.floor(times.length / 2);
  const grown = (/** @type {keyof typeof before} */ part, /** @type {string} */ label) =>
    atMost(
      label,
      after[part] / before[part],
      1.1,
      '×',
      `from ${before[part].toFixed(1)} to ${after[part].toFixed(1)} MiB`,
    );
  return [
    grown(
      'python',
      `Python’s memory after ${schedules.toLocaleString('en')} schedules, ${stuck.toLocaleString('en')} of them deadlocks / before`,
    ),
    grown('scripts', 'memory of scripts, after / before'),
    grown('process', 'memory of the process, after / before'),
    figure(
      'the later half of these schedules / the earlier, in time',
      median(times.slice(half)) / median(times.slice(0, half)),
      '×',
    ),
    atMost('interpreters that died and were replaced', started, 0, ''),
  ];
}

/** After how many others the steps come that are measured. */
const depths = [10, 100, 500, 2000];

/** How long a step takes that follows many others: where the run goes on, and where it is made anew. @param {Page} page @returns {Promise<Row[]>} */
async function stepping(page) {
  const what = await program('long', { accesses: false });
  const { first, measured, views } = await page.evaluate(async ([given, places]) => {
    const schedules = window.schedules;
    if (schedules === undefined) throw new Error('The page is not ready.');
    const timed = async (/** @type {() => Promise<unknown>} */ work) => {
      const startedAt = performance.now();
      await work();
      return performance.now() - startedAt;
    };
    const deepest = Math.max(...places) + 1;
    const whole = await schedules.replay(given, [], { maxSteps: deepest, from: deepest });
    const main = whole.result.steps.findIndex(({ thread }) => thread > 0);
    // The two threads in turns of three steps.
    const choices = Array.from({ length: deepest }, (_, at) => (at < main ? 0 : 1 + (Math.floor(at / 3) % 2)));
    const step = (/** @type {number} */ count) => schedules.step(given, choices.slice(0, count), { from: count });
    const replay = (/** @type {number} */ count) => schedules.replay(given, choices.slice(0, count), { from: count });
    const first = await timed(() => step(main + 1));
    /** @type {{ depth: number, on: number[], anew: number[], told: number[] }[]} */
    const measured = [];
    for (const depth of places) {
      /** @type {{ depth: number, on: number[], anew: number[], told: number[] }} */
      const one = { depth, on: [], anew: [], told: [] };
      for (let round = 0; round < 7; round += 1) {
        one.told.push(await timed(() => replay(depth)));
        await step(depth - 5);
        for (let at = depth - 4; at <= depth; at += 1) one.on.push(await timed(() => step(at)));
        one.anew.push(await timed(() => step(depth - 1)));
      }
      measured.push(one);
    }
    const views = [];
    for (let round = 0; round < 5; round += 1)
      views.push(await timed(() => schedules.replay(given, choices.slice(0, 500), { from: 0 })));
    return { first, measured, views };
  }, /** @type {const} */ ([what, depths]));
  return [
    figure('the first step of a program', first, 'ms', 'it is compiled'),
    ...measured.flatMap(({ depth, on, anew, told }) => [
      atMost(
        `a step after ${depth.toLocaleString('en')} others`,
        Math.max(...on),
        50,
        'ms',
        `the longest of ${on.length}; median ${median(on).toFixed(1)}`,
      ),
      figure(
        `a run made anew, told from step ${depth.toLocaleString('en')} on`,
        median(anew),
        'ms',
        'after going back',
      ),
      figure(
        `a replay of ${depth.toLocaleString('en')} steps, told whole / a step there`,
        median(told) / median(on),
        '×',
        'what each step took before',
      ),
    ]),
    figure('500 steps with the state before each', median(views), 'ms'),
  ];
}

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, args }) {
  return inSchedulesPage(browser, async (page) => {
    const bootMs = await page.evaluate(async () => {
      const startedAt = performance.now();
      await window.schedules?.boot();
      return performance.now() - startedAt;
    });
    return [
      figure('start of an interpreter', bootMs, 'ms'),
      ...(await small(page)),
      ...(await endurance(page, browser, numberArg(args, 'searches', 4))),
      ...(await rates(page, numberArg(args, 'ms', 3000))),
      ...(await deadlocks(page)),
      ...(await reductions(page)),
      ...(await stepping(page)),
    ];
  });
}
