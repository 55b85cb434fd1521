/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * Gives a function that calls another and tells how many milliseconds the page's main thread spent on a core meanwhile. Unlike time on
 * the wall that does not count what other programs took away. An empty call costs about half a millisecond, which is not subtracted.
 * @param {Page} page
 */
export async function cpuClock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find((metric) => metric.name === 'ThreadTime')?.value;
    if (seconds === undefined) throw new Error('This Chromium does not tell the time of a thread.');
    return seconds * 1000;
  };
  return async (/** @type {() => Promise<unknown>} */ work) => {
    const before = await now();
    await work();
    return (await now()) - before;
  };
}

/**
 * The longest task of the page's main thread while `work` goes on, in milliseconds on a core and in milliseconds on the wall.
 * @param {Browser} browser @param {Page} page @param {() => Promise<unknown>} work
 */
export async function longestTask(browser, page, work) {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
  });
  await work();
  /** @type {{ traceEvents: readonly TraceRecord[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const main = new Set(
    traceEvents
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map((event) => `${event.pid}/${event.tid}`),
  );
  const tasks = traceEvents.filter(
    (event) =>
      event.name.endsWith('RunTask') &&
      event.ph === 'X' &&
      event.tdur !== undefined &&
      main.has(`${event.pid}/${event.tid}`),
  );
  if (tasks.length === 0) throw new Error('This Chromium traces no tasks.');
  const longest = (/** @type {'tdur' | 'dur'} */ key) => Math.max(...tasks.map((event) => event[key] ?? 0)) / 1000;
  return { cpuMs: longest('tdur'), wallMs: longest('dur') };
}

/** @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }} TraceRecord */
