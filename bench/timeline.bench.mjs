import { atMost, figure, median, middleHalf } from './support/bench.mjs';
import { cpuClock, longestTask } from './support/cpu.mjs';

export const name = 'Timeline with 100,000 events (ms of the main thread on a core, rasterising included)';

const rounds = 7;
const zoomSteps = 36;

/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const spread = (/** @type {readonly number[]} */ values) =>
  `95th percentile; median ${median(values).toFixed(1)}, slowest ${Math.max(...values).toFixed(1)}`;

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, benchUrl }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${benchUrl}timeline.html`);
  await page.waitForFunction(() => window.timeline !== undefined);
  const cpu = await cpuClock(page);

  /** @type {number[]} */
  const folds = [];
  /** @type {number[]} */
  const draws = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => window.timeline?.prepare());
    folds.push(await cpu(() => page.evaluate(() => window.timeline?.fold())));
    draws.push(await cpu(() => page.evaluate(() => window.timeline?.firstDraw())));
  }

  /** From everything to a few spans and back, with a pan at each step. @param {number} runs */
  const frames = async (runs) => {
    /** @type {number[]} */
    const zooms = [];
    /** @type {number[]} */
    const pans = [];
    await page.evaluate((count) => window.timeline?.openSurface(count), runs);
    for (const factor of [0.8, 1.25]) {
      for (let step = 0; step < zoomSteps; step += 1) {
        zooms.push(await cpu(() => page.evaluate((by) => window.timeline?.zoomFrame(by), factor)));
        pans.push(await cpu(() => page.evaluate((by) => window.timeline?.panFrame(by), step % 2 === 0 ? 37 : -61)));
      }
    }
    return { zooms, pans };
  };
  const { zooms, pans } = await frames(1);
  const together = await frames(4);

  await page.evaluate(() => window.timeline?.prepare());
  const live = await longestTask(browser, page, () => page.evaluate(() => window.timeline?.live(3000)));
  await page.close();
  // A reader waits for the first drawing on a fresh page; later drawings show what warm code takes.
  const [cold = Number.NaN, ...warm] = draws;
  return [
    atMost('first draw, cold', cold, 100, 'ms', `warm ${median(warm).toFixed(1)}`),
    figure('folding the events into spans, before', median(folds), 'ms', middleHalf(folds, 1)),
    atMost('zoom frame', quantile(zooms, 0.95), 16, 'ms', spread(zooms)),
    atMost('pan frame', quantile(pans, 0.95), 16, 'ms', spread(pans)),
    atMost('zoom frame, four runs on one axis', quantile(together.zooms, 0.95), 16, 'ms', spread(together.zooms)),
    atMost('pan frame, four runs on one axis', quantile(together.pans, 0.95), 16, 'ms', spread(together.pans)),
    atMost('longest task in 3 s of live drawing', live.cpuMs, 50, 'ms', `${live.wallMs.toFixed(1)} on the wall`),
  ];
}
