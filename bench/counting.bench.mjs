import { availableParallelism } from 'node:os';
import { atLeast, atMost, figure, median, middleHalf, numberArg, within } from './support/bench.mjs';

/** @typedef {import('./counting').CountingRound} CountingRound */

export const name = 'Counting';

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, benchUrl, args }) {
  const rounds = numberArg(args, 'rounds', 12);
  const workMs = numberArg(args, 'work', 1200);
  const poolSize = Math.min(8, Math.max(2, availableParallelism()));
  const page = await browser.newPage();
  await page.goto(`${benchUrl}counting.html`);
  await page.waitForFunction(() => window.counting !== undefined);
  const scale = await page.evaluate((ms) => window.counting?.scaleOf(ms), workMs);

  /** @type {CountingRound[]} */
  const all = [];
  // One more than is counted: the first one warms up whatever is loaded late.
  for (let index = 0; index <= rounds; index += 1) {
    const took = await page.evaluate(
      ({ scale, poolSize, reversed }) => window.counting?.round(scale ?? 1, poolSize, reversed),
      { scale, poolSize, reversed: index % 2 === 1 },
    );
    if (took !== undefined && index > 0) all.push(took);
  }
  await page.close();

  const times = (/** @type {keyof CountingRound} */ way) => all.map((round) => round[way]);
  const ratio = (/** @type {keyof CountingRound} */ way, /** @type {keyof CountingRound} */ base) => median(times(way)) / median(times(base));
  const spread = (/** @type {keyof CountingRound} */ way, /** @type {keyof CountingRound} */ base) => `round by round ${middleHalf(all.map((round) => round[way] / round[base]))}`;
  const bareSpeedUp = ratio('bareLoop', 'barePool');
  const speedUp = ratio('sequential', 'pooled');
  return [
    figure('one after another', median(times('sequential')), 'ms', `median of ${all.length} rounds, each way once a round`),
    atMost('sequential / bare loop in one worker', ratio('sequential', 'bareLoop'), 1.05, '×', spread('sequential', 'bareLoop')),
    atMost('pooled / hand-written workers', ratio('pooled', 'barePool'), 1.05, '×', spread('pooled', 'barePool')),
    atLeast('pooled speed-up / bare workers’ speed-up', speedUp / bareSpeedUp, 0.95, '×', `${speedUp.toFixed(2)} against ${bareSpeedUp.toFixed(2)} with ${poolSize} workers`),
    within('threaded / sequential, lock in shared memory', ratio('threaded', 'sequential'), [1, 1.25], '×', spread('threaded', 'sequential')),
    within('threaded / sequential, lock as a baton', ratio('baton', 'sequential'), [1, 1.25], '×', spread('baton', 'sequential')),
  ];
}
