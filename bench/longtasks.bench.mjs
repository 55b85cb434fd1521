import { atMost, figure, median } from './support/bench.mjs';
import { experimentsOn, lessonPaths, openLesson, runOn, singleRunsOf } from './support/card.mjs';

export const name = 'Longest task on the main thread while an experiment runs for the first time on a page (0: none over 50 ms)';

const limitMs = 50;

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, siteUrl }) {
  const rows = [];
  for (const path of lessonPaths) {
    for (const { id, button } of await runsOf(browser, siteUrl + path)) {
      const { longestMs, strategy } = await measure(browser, siteUrl + path, id, button);
      const label = `${path}${id}: ${button.replace('Run only ', '')}`;
      if (strategy === 'mainThread') {
        rows.push(figure(label, longestMs, 'ms', 'freezes the page on purpose'));
        continue;
      }
      // Another program may have had the core just then, so a miss is measured twice more, and the middle counts.
      const all = [longestMs];
      for (let again = longestMs > limitMs ? 2 : 0; again > 0; again -= 1) all.push((await measure(browser, siteUrl + path, id, button)).longestMs);
      rows.push(atMost(label, median(all), limitMs, 'ms', all.length > 1 ? `of ${all.join(', ')}` : ''));
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
  const longestMs = await page.evaluate(longestTaskMs);
  const [strategy] = await strategiesShown(page, id);
  await page.close();
  return { longestMs, strategy };
}

/** Which strategies the card's table has a row for. @param {import('@playwright/test').Page} page @param {string} id */
const strategiesShown = (page, id) =>
  page.locator(`[data-experiment="${id}"] td[data-strategy]`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-strategy') ?? ''));

/** In the page: lists the long tasks from now on. */
function watchLongTasks() {
  const page = /** @type {typeof globalThis & { longTasks?: number[] }} */ (globalThis);
  const longTasks = (page.longTasks = /** @type {number[]} */ ([]));
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
}

/** In the page: the longest of them; 0 where there was none. */
async function longestTaskMs() {
  // The last task is reported a little after it has ended.
  await new Promise((done) => setTimeout(done, 200));
  const page = /** @type {typeof globalThis & { longTasks?: number[] }} */ (globalThis);
  return Math.max(0, ...(page.longTasks ?? []));
}
