import { atMost, figure } from './support/bench.mjs';
import { experimentsOn, lessonPaths, openLesson, runOn, singleRunsOf } from './support/card.mjs';

export const name = 'Longest task on the main thread while an experiment runs (0: none over 50 ms)';

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, siteUrl }) {
  const rows = [];
  for (const path of lessonPaths) {
    const page = await openLesson(browser, siteUrl + path);
    for (const id of await experimentsOn(page)) {
      const singles = await singleRunsOf(page, id);
      for (const button of singles.length === 0 ? ['Run'] : singles) {
        const before = await strategiesShown(page, id);
        await page.evaluate(watchLongTasks);
        await runOn(page, id, button);
        const longest = await page.evaluate(longestTaskMs);
        const strategy = (await strategiesShown(page, id)).find((shown) => !before.includes(shown));
        const label = `${path}${id}: ${button.replace('Run only ', '')}`;
        // The one strategy that is there to freeze the page.
        rows.push(strategy === 'mainThread' ? figure(label, longest, 'ms', 'freezes the page on purpose') : atMost(label, longest, 50, 'ms'));
      }
    }
    await page.close();
  }
  if (rows.length === 0) throw new Error('No lesson has an experiment.');
  return rows;
}

/** Which strategies the card's table has a row for. @param {import('@playwright/test').Page} page @param {string} id */
const strategiesShown = (page, id) =>
  page.locator(`[data-experiment="${id}"] tr[data-strategy]`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-strategy') ?? ''));

/** In the page: begins a list of the long tasks from now on. */
function watchLongTasks() {
  const page = /** @type {typeof globalThis & { longTasks?: number[], longTaskObserver?: PerformanceObserver }} */ (globalThis);
  page.longTasks = [];
  if (page.longTaskObserver !== undefined) return;
  page.longTaskObserver = new PerformanceObserver((list) => page.longTasks?.push(...list.getEntries().map((entry) => entry.duration)));
  page.longTaskObserver.observe({ type: 'longtask' });
}

/** In the page: the longest of them; 0 where there was none. */
async function longestTaskMs() {
  // The last task is reported a little after it has ended.
  await new Promise((done) => setTimeout(done, 200));
  const page = /** @type {typeof globalThis & { longTasks?: number[] }} */ (globalThis);
  return Math.max(0, ...(page.longTasks ?? []));
}
