import { buildPythonPage } from '../../e2e/python/open.mjs';
import { startServer } from '../../tools/serve.mjs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('../../src/core/python/pythonSchedules').ScheduledProgram} ScheduledProgram */
/** @typedef {import('../../src/core/schedule/search').SearchOptions} SearchOptions */
/** @typedef {import('../../src/core/schedule/frontier').SearchSummary} SearchSummary */
/** @typedef {import('@playwright/test').Page} Page */

/** @type {SearchOptions} */
export const full = { reduction: 'none', preemptions: 'all', maxRuns: 1_000_000, maxSteps: 2000 };
/** @type {SearchOptions} */
export const reduced = { ...full, reduction: 'source sets', preemptions: 'all' };

/** A program of support/schedules/. @param {string} name @param {Partial<ScheduledProgram>} [more] @returns {Promise<ScheduledProgram>} */
export async function program(name, more = {}) {
  const source = await readFile(fileURLToPath(new URL(`schedules/${name}.py`, import.meta.url)), 'utf8');
  return { source, fileName: `${name}.py`, granularity: 'line', watch: [], mainFirst: false, accesses: true, ...more };
}

/**
 * What a search found, and how long it took.
 * @typedef {{ readonly ms: number, readonly summary: SearchSummary, readonly runs: number, readonly deadlocks: number }} Searched
 */

/** Searches, one after another; what the last found, and the times of all. @param {Page} page @param {ScheduledProgram} what @param {SearchOptions} options @param {{ workers?: number, times?: number, forMs?: number }} [how] */
export function search(page, what, options, { workers = 1, times = 1, forMs = Number.POSITIVE_INFINITY } = {}) {
  return page.evaluate(
    async ([given, bounds, many, often, longest]) => {
      const schedules = window.schedules;
      if (schedules === undefined) throw new Error('The page is not ready.');
      const all = [];
      let summary;
      for (let time = 0; time < often; time += 1) {
        const stop = new AbortController();
        const timer = longest === null ? undefined : setTimeout(() => stop.abort(), longest);
        const startedAt = performance.now();
        summary = await schedules.explore(given, bounds, { workers: many, signal: stop.signal });
        all.push(performance.now() - startedAt);
        clearTimeout(timer);
      }
      if (summary === undefined) throw new Error('Nothing was searched.');
      const deadlocks = summary.outcomes.reduce(
        (sum, { outcome, schedules: count }) => sum + (outcome.kind === 'deadlock' ? count : 0),
        0,
      );
      return { all, ms: all.at(-1) ?? Number.NaN, summary, runs: summary.schedules + summary.redundant, deadlocks };
    },
    /** @type {const} */ ([what, bounds(options), workers, times, Number.isFinite(forMs) ? forMs : null]),
  );
}

/** What can be posted as it is. @param {SearchOptions} options */
const bounds = (options) => options;

/** The least number of runs after which a deadlock has been found: the order of runs does not vary. @param {Page} page @param {ScheduledProgram} what @param {SearchOptions} options */
export async function runsUntilDeadlock(page, what, options) {
  let [none, some] = [0, 1];
  while ((await search(page, what, { ...options, maxRuns: some })).deadlocks === 0) [none, some] = [some, some * 2];
  while (some - none > 1) {
    const middle = Math.floor((none + some) / 2);
    if ((await search(page, what, { ...options, maxRuns: middle })).deadlocks === 0) none = middle;
    else some = middle;
  }
  return some;
}

/**
 * How many schedules a program has whose threads each do next what depends only on how many steps they have taken. Its states are the vectors of these
 * numbers, and it is enough to come to each of them once.
 * @param {Page} page @param {ScheduledProgram} what
 */
export async function countSchedules(page, what) {
  /** The threads that can go on, by state. */
  const enabled = await page.evaluate(async (given) => {
    const schedules = window.schedules;
    if (schedules === undefined) throw new Error('The page is not ready.');
    const batch = 64;
    /** @type {Record<string, readonly number[]>} */
    const seen = {};
    /** @type {Map<string, readonly number[]>} */
    const wanted = new Map([['', []]]);
    while (wanted.size > 0) {
      const some = [...wanted].slice(0, batch);
      const results = await schedules.run(
        given,
        some.map(([, prefix], id) => ({ id, prefix, sleep: [], maxSteps: 2000 })),
      );
      for (const [key] of some) wanted.delete(key);
      for (const { steps, end } of results) {
        /** @type {number[]} */
        const taken = [];
        /** @type {number[]} */
        const choices = [];
        for (const point of [...steps.map((step) => step.point), end]) {
          const key = taken.join();
          wanted.delete(key);
          if (seen[key] === undefined) {
            seen[key] = point.enabled;
            for (const thread of point.enabled) {
              const next = [...taken];
              for (let other = next.length; other <= thread; other += 1) next.push(0);
              next[thread] = (next[thread] ?? 0) + 1;
              if (seen[next.join()] === undefined) wanted.set(next.join(), [...choices, thread]);
            }
          }
          const thread = steps[choices.length]?.thread;
          if (thread === undefined) break;
          choices.push(thread);
          for (let other = taken.length; other <= thread; other += 1) taken.push(0);
          taken[thread] = (taken[thread] ?? 0) + 1;
        }
      }
    }
    return seen;
  }, what);
  /** @type {Map<string, bigint>} */
  const known = new Map();
  const states = Object.keys(enabled).map((key) => ({ key, taken: key === '' ? [] : key.split(',').map(Number) }));
  const steps = (/** @type {readonly number[]} */ taken) => taken.reduce((sum, count) => sum + count, 0);
  for (const { key, taken } of states.toSorted((a, b) => steps(b.taken) - steps(a.taken))) {
    const following = (enabled[key] ?? []).map((thread) => {
      const next = [...taken];
      for (let other = next.length; other <= thread; other += 1) next.push(0);
      next[thread] = (next[thread] ?? 0) + 1;
      return known.get(next.join()) ?? 0n;
    });
    known.set(key, following.length === 0 ? 1n : following.reduce((sum, count) => sum + count, 0n));
  }
  return known.get('') ?? 0n;
}

const folder = '.cache/bench-schedules';
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/**
 * Does some work in a page of Python's, whose interpreter has not started, and closes the page.
 * @template T
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: Page) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inSchedulesPage(browser, work) {
  buildPythonPage(folder);
  const server = await startServer({ dir: folder, base: '/', headers: isolated });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    await page.waitForFunction(() => window.schedules !== undefined);
    await page.bringToFront();
    return await work(page);
  } finally {
    await page.close();
    await server.close();
  }
}
