import { atMost, figure, median } from './support/bench.mjs';
import { experimentsOn, lessonPaths, openLesson, runOn, singleRunsOf } from './support/card.mjs';

export const name =
  'Longest task on the main thread in the first run on a page, from its begin to its end (0: none over 50 ms)';

const limitMs = 50;

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, siteUrl }) {
  const rows = [];
  for (const path of lessonPaths) {
    for (const { id, button } of await runsOf(browser, siteUrl + path)) {
      const { longestMs, beforeMs, strategy } = await measure(browser, siteUrl + path, id, button);
      const label = `${path}${id}: ${button.replace('Run only ', '')}`;
      if (strategy === 'mainThread') {
        rows.push(figure(label, longestMs, 'ms', 'freezes the page on purpose'));
        continue;
      }
      // Another program may have had the core just then, so a miss is measured twice more, and the middle counts.
      const all = [longestMs];
      for (let again = longestMs > limitMs ? 2 : 0; again > 0; again -= 1)
        all.push((await measure(browser, siteUrl + path, id, button)).longestMs);
      const note = [
        ...(all.length > 1 ? [`of ${all.join(', ')}`] : []),
        ...(beforeMs > 0 ? [`${beforeMs} ms before it, when the charts open`] : []),
      ].join('; ');
      rows.push(atMost(label, median(all), limitMs, 'ms', note));
    }
  }
  if (rows.length === 0) throw new Error('No lesson has an experiment.');
  return rows;
}

/** Every single run that a lesson offers. @param {import('@playwright/test').Browser} browser @param {string} url */
async function runsOf(browser, url) {
  const page = await openLesson(browser, url);
  const runs = [];
  for (const id of await experimentsOn(page)) {
    const singles = await singleRunsOf(page, id);
    runs.push(...(singles.length === 0 ? ['Run'] : singles).map((button) => ({ id, button })));
  }
  await page.close();
  return runs;
}

/** One run, the first on its page: charts and engine are fetched meanwhile. @param {import('@playwright/test').Browser} browser @param {string} url @param {string} id @param {string} button */
async function measure(browser, url, id, button) {
  const page = await openLesson(browser, url);
  await page.evaluate(watchLongTasks);
  await runOn(page, id, button);
  const { longestMs, beforeMs } = await page.evaluate(longestTasks);
  const [strategy] = await strategiesShown(page, id);
  await page.close();
  return { longestMs, beforeMs, strategy };
}

/** Which strategies the card's table has a row for. @param {import('@playwright/test').Page} page @param {string} id */
const strategiesShown = (page, id) =>
  page
    .locator(`[data-experiment="${id}"] td[data-strategy]`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-strategy') ?? ''));

/** In the page: lists the long tasks from now on. */
function watchLongTasks() {
  const page = /** @type {typeof globalThis & { longTasks?: PerformanceEntry[] }} */ (globalThis);
  const seen = (page.longTasks = /** @type {PerformanceEntry[]} */ ([]));
  new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: 'longtask' });
}

/** In the page: the longest task within a run, and the longest before the first run began, when charts and engine arrive, in milliseconds; 0 where there was none. */
async function longestTasks() {
  // The last task is reported a little after it has ended.
  await new Promise((done) => setTimeout(done, 200));
  const page = /** @type {typeof globalThis & { longTasks?: PerformanceEntry[] }} */ (globalThis);
  const begins = performance.getEntriesByName('timeslice: run begins').map(({ startTime }) => startTime);
  const ends = performance.getEntriesByName('timeslice: run ends').map(({ startTime }) => startTime);
  const longest = (/** @type {(at: number) => boolean} */ counts) =>
    Math.max(0, ...(page.longTasks ?? []).filter(({ startTime }) => counts(startTime)).map(({ duration }) => duration));
  return {
    longestMs: longest((at) => begins.some((begin, i) => at >= begin && at <= (ends[i] ?? Infinity))),
    beforeMs: longest((at) => at < (begins[0] ?? Infinity)),
  };
}
