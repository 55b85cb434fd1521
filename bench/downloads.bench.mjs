import { atMost, figure, median, middleHalf } from './support/bench.mjs';
import { experimentsOn, exportedTimings, openLesson, runOn } from './support/card.mjs';

export const name = 'Downloads: three pages of 1 s each';

// The experiment's default settings: see `downloadParams`.
const slowestPageMs = 1000;

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, siteUrl }) {
  const page = await openLesson(browser, `${siteUrl}async/`);
  /** @type {Map<string, number[]>} */
  let times = new Map();
  for (const id of await experimentsOn(page)) {
    // The lesson's downloads are the experiment that has both.
    const buttons = await page.locator(`[data-experiment="${id}"] [aria-label^="Run only "]`).allInnerTexts();
    if (!/threaded/i.test(buttons.join()) || !/async/i.test(buttons.join())) continue;
    await runOn(page, id, 'Repeat 5 times');
    times = await exportedTimings(page, id);
  }
  await page.close();
  const of = (/** @type {string} */ strategy) => {
    const all = times.get(strategy);
    if (all === undefined) throw new Error(`The lesson on async has no downloads with the strategy ${strategy}.`);
    return all.map((ms) => ms / slowestPageMs);
  };
  return [
    ...['threaded', 'async'].map((strategy) =>
      atMost(`${strategy} / the slowest page`, median(of(strategy)), 1.1, '×', middleHalf(of(strategy), 3)),
    ),
    figure('sequential / the slowest page', median(of('sequential')), '×', middleHalf(of('sequential'), 3)),
  ];
}
