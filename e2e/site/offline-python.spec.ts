import type { Page } from '@playwright/test';
import { editorStyle, expect, test } from '../support/fixtures';
import { keptSizes, lessonWithProgram, runInLesson, untilKept } from '../support/pythonRun';
import { visit, withoutServiceWorker } from '../support/visit';

const program = 'import sys\nprint("Python", sys.version_info.major, "runs")';
const printed = 'Python 3 runs';
test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

/** As in a private window: the page itself fetches, and its requests can be caught. */
async function openWithoutServiceWorker(page: Page): Promise<void> {
  await withoutServiceWorker(page);
  await page.goto(lessonWithProgram);
}

test('Python runs without a network on the second visit', async ({ page, context }) => {
  await visit(page, lessonWithProgram, { isolated: true });
  expect(await runInLesson(page, program)).toContain(printed);
  await untilKept(page);
  await context.setOffline(true);
  await page.goto(lessonWithProgram);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expect(await runInLesson(page, program)).toContain(printed);
});

test('nothing of Python is fetched before it is wanted', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await visit(page, lessonWithProgram);
  await page
    .getByRole('button', { name: /^Edit:/ })
    .first()
    .click();
  await page.locator('.cm-content').first().waitFor();
  expect(requests.filter((url) => url.includes('/pyodide/'))).toEqual([]);
});

test('a kept file that was damaged is fetched anew', async ({ page }) => {
  await visit(page, lessonWithProgram);
  expect(await runInLesson(page, program)).toContain(printed);
  await untilKept(page);
  const before = await keptSizes(page);
  await page.evaluate(async () => {
    const cache = await caches.open('timeslice-python');
    for (const request of await cache.keys()) {
      const bytes = new Uint8Array((await (await cache.match(request))?.arrayBuffer()) ?? []);
      bytes.fill(7, bytes.length / 2);
      // One file is cut short, the others have the right length and the wrong bytes.
      await cache.put(request, new Response(request.url.endsWith('.wasm') ? bytes.slice(0, 100_000) : bytes));
    }
  });
  await page.goto(lessonWithProgram);
  expect(await runInLesson(page, program)).toContain(printed);
  await expect.poll(() => keptSizes(page)).toEqual(before);
});

test('Python starts from the snapshot that an earlier visit has kept, and from the beginning where that is of no use', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    const starts: boolean[] = [];
    Object.assign(globalThis, { startsFromSnapshot: starts });
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...how: unknown[]) {
      const { path, argumentList } = (message ?? {}) as {
        readonly path?: readonly string[];
        readonly argumentList?: readonly { readonly value: { readonly snapshot: unknown } }[];
      };
      if (path?.[0] === 'boot') starts.push(argumentList?.[0]?.value.snapshot !== null);
      return Reflect.apply(postMessage, this, [message, ...how]) as undefined;
    } as typeof postMessage;
  });
  const starts = (): Promise<unknown> =>
    page.evaluate(
      () => (globalThis as unknown as { readonly startsFromSnapshot: readonly boolean[] }).startsFromSnapshot,
    );
  await visit(page, lessonWithProgram);
  expect(await runInLesson(page, program)).toContain(printed);
  expect(await starts()).toEqual([false]);
  await untilKept(page);
  await page.goto(lessonWithProgram);
  expect(await runInLesson(page, program)).toContain(printed);
  expect(await starts()).toEqual([true]);
  // Its digest is right, but it is no snapshot.
  await page.evaluate(async () => {
    const cache = await caches.open('timeslice-python');
    const [request] = (await cache.keys()).filter(({ url }) => url.includes('snapshot'));
    const bytes = new Uint8Array(1_000_000).fill(7);
    const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    if (request !== undefined)
      await cache.put(request, new Response(bytes, { headers: { 'X-Timeslice-Digest': digest } }));
  });
  await page.goto(lessonWithProgram);
  expect(await runInLesson(page, program)).toContain(printed);
  expect(await starts()).toEqual([true, false]);
});

test('a reader who comes again from another time zone has the time of that zone', async ({ page }) => {
  const ask = 'import time\nprint(time.tzname, time.localtime(0)[3], time.timezone)\n';
  const browser = await page.context().newCDPSession(page);
  const liveIn = (timezoneId: string): Promise<unknown> =>
    browser.send('Emulation.setTimezoneOverride', { timezoneId });
  await liveIn('Asia/Tokyo');
  await visit(page, lessonWithProgram);
  expect(await runInLesson(page, ask)).toContain("('UTC+0900', 'UTC+0900') 9 -32400");
  await untilKept(page);
  await liveIn('America/Phoenix');
  await page.goto(lessonWithProgram);
  expect(await runInLesson(page, ask)).toContain("('UTC-0700', 'UTC-0700') 17 25200");
});

test('a download that breaks off says so, and can be tried again', async ({ page, tolerate }) => {
  tolerate.error(/net::ERR_|Failed to load resource/);
  await openWithoutServiceWorker(page);
  await page.route('**/pyodide/*.wasm', (route) => route.abort('connectionreset'));
  expect(await runInLesson(page, program)).toContain(
    'Python could not be fetched: the site did not answer. Check the connection and run it again.',
  );
  await page.unroute('**/pyodide/*.wasm');
  expect(await runInLesson(page, program)).toContain(printed);
});

test('a download that arrives damaged says so, and nothing of it is kept', async ({ page }) => {
  await openWithoutServiceWorker(page);
  await page.route('**/pyodide/*.zip', (route) => route.fulfill({ status: 200, body: 'Sign in to this network.' }));
  expect(await runInLesson(page, program)).toContain('Python arrived damaged, twice.');
  const kept = await page.evaluate(async () =>
    (await (await caches.open('timeslice-python')).keys()).map(({ url }) => url).filter((url) => url.endsWith('.zip')),
  );
  expect(kept).toEqual([]);
  await page.unroute('**/pyodide/*.zip');
  await page.goto(lessonWithProgram);
  expect(await runInLesson(page, program)).toContain(printed);
});

test('a page whose version of Python is gone asks to be loaded again', async ({ page, tolerate }) => {
  tolerate.error(/404/);
  await openWithoutServiceWorker(page);
  await page.route('**/pyodide/*', (route) => route.fulfill({ status: 404, body: 'gone' }));
  expect(await runInLesson(page, program)).toContain('the site answered 404. Reload the page and run it again.');
});
