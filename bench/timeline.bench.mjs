import { atMost, figure, median, middleHalf } from './support/bench.mjs';

export const name = 'Timeline with 100,000 events';

const firstDraws = 7;

/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, benchUrl }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${benchUrl}timeline.html`);
  await page.waitForFunction(() => window.timeline !== undefined);

  // The first one of a fresh page is what a reader waits for; later ones show what warm code takes.
  const draws = [];
  for (let round = 0; round < firstDraws; round += 1) {
    const draw = await page.evaluate(() => window.timeline?.firstDraw());
    if (draw !== undefined) draws.push(draw);
  }
  const frames = await page.evaluate(() => window.timeline?.frames());
  const live = await page.evaluate(() => window.timeline?.live(3000));
  await page.close();
  if (frames === undefined || live === undefined) throw new Error('The page gave no times.');

  const drawMs = draws.map((draw) => draw.drawMs);
  const slowest = (/** @type {readonly number[]} */ values) => `95th percentile; median ${median(values).toFixed(1)}, slowest ${Math.max(...values).toFixed(1)}`;
  return [
    atMost('first draw, cold', drawMs[0] ?? Number.NaN, 100, 'ms', `warm ${median(drawMs.slice(1)).toFixed(1)}; rasterising included`),
    figure('folding the events into spans', median(draws.map((draw) => draw.foldMs)), 'ms', middleHalf(draws.map((draw) => draw.foldMs), 1)),
    atMost('zoom frame', quantile(frames.zoomMs, 0.95), 16, 'ms', slowest(frames.zoomMs)),
    atMost('pan frame', quantile(frames.panMs, 0.95), 16, 'ms', slowest(frames.panMs)),
    atMost('longest main-thread task while live', Math.max(0, ...live.longTasksMs), 50, 'ms', `0: none over 50; adding a batch took ${live.longestFeedMs.toFixed(1)} at most`),
  ];
}
