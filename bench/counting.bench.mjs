import { availableParallelism } from 'node:os';
import { atLeast, atMost, figure, median, middleHalf, numberArg, within } from './support/bench.mjs';

/** @typedef {import('./counting').CountingRound} CountingRound */

export const name = 'Counting';

/** A slow clock, as some virtual machines have. */
const slowLookMs = 0.03;

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, benchUrl, args }) {
  const rounds = numberArg(args, 'rounds', 12);
  const workMs = numberArg(args, 'work', 1200);
  /** @type {import('./support/bench.mjs').Row[]} */
  const rows = [];
  for (const lookMs of [0, slowLookMs]) rows.push(...(await measure({ browser, benchUrl, rounds, workMs, lookMs })));
  return rows;
}

/** @param {Pick<import('./support/bench.mjs').BenchContext, 'browser' | 'benchUrl'> & { readonly rounds: number, readonly workMs: number, readonly lookMs: number }} options `lookMs`: how much longer a look at the clock is made to take */
async function measure({ browser, benchUrl, rounds, workMs, lookMs }) {
  const poolSize = Math.min(8, Math.max(2, availableParallelism()));
  const page = await browser.newPage();
  await page.goto(`${benchUrl}counting.html?slow=${lookMs}`);
  await page.waitForFunction(() => window.counting !== undefined);
  const scale = await page.evaluate((ms) => window.counting?.scaleOf(ms), workMs);

  /** @type {CountingRound[]} */
  const all = [];
  // One more round than is counted: the first warms up the code that is loaded late.
  for (let index = 0; index <= rounds; index += 1) {
    const took = await page.evaluate(
      ({ scale, poolSize, reversed }) => window.counting?.round(scale ?? 1, poolSize, reversed),
      { scale, poolSize, reversed: index % 2 === 1 },
    );
    if (took !== undefined && index > 0) all.push(took);
  }
  await page.close();

  const times = (/** @type {keyof CountingRound} */ way) => all.map((round) => round[way]);
  const ratio = (/** @type {keyof CountingRound} */ way, /** @type {keyof CountingRound} */ base) =>
    median(times(way)) / median(times(base));
  const spread = (/** @type {keyof CountingRound} */ way, /** @type {keyof CountingRound} */ base) =>
    `round by round ${middleHalf(all.map((round) => round[way] / round[base]))}`;
  const bareSpeedUp = ratio('bareLoop', 'barePool');
  const speedUp = ratio('sequential', 'pooled');
  const clock = lookMs > 0 ? ', slow clock' : '';
  return [
    figure(
      `one after another${clock}`,
      median(times('sequential')),
      'ms',
      `median of ${all.length} rounds, each way once a round`,
    ),
    atMost(
      `sequential / bare loop in one worker${clock}`,
      ratio('sequential', 'bareLoop'),
      1.05,
      '×',
      spread('sequential', 'bareLoop'),
    ),
    atMost(
      `pooled / hand-written workers${clock}`,
      ratio('pooled', 'barePool'),
      1.05,
      '×',
      spread('pooled', 'barePool'),
    ),
    atLeast(
      `pooled speed-up / bare workers’ speed-up${clock}`,
      speedUp / bareSpeedUp,
      0.95,
      '×',
      `${speedUp.toFixed(2)} against ${bareSpeedUp.toFixed(2)} with ${poolSize} workers`,
    ),
    within(
      `threaded / sequential, lock in shared memory${clock}`,
      ratio('threaded', 'sequential'),
      [1, 1.25],
      '×',
      spread('threaded', 'sequential'),
    ),
    within(
      `threaded / sequential, lock as a baton${clock}`,
      ratio('baton', 'sequential'),
      [1, 1.25],
      '×',
      spread('baton', 'sequential'),
    ),
  ];
}
