import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { countHits } from '../support/otherSite.mjs';
import { lessonWithProgram, runInLesson, untilKept } from '../support/pythonRun';
import { visit, withoutServiceWorker } from '../support/visit';

/** Programs that try to get out of Python. Each prints "got" and what it got hold of. */
const attacks = ['imports', 'objects', 'machine', 'lies', 'listens', 'leaves'] as const;
const source = (name: (typeof attacks)[number]): string =>
  readFileSync(new URL(`../python/attacks/${name}.py`, import.meta.url), 'utf8');

/** What a program must leave as it is: what the site keeps here, and the page itself. */
function lookAround(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    // What the editor holds is kept there while it is typed, and where the reader stands in the page.
    const { 'timeslice-drafts': _, ...local } = { ...localStorage } as Record<string, string>;
    const { 'timeslice-places': __, ...session } = { ...sessionStorage } as Record<string, string>;
    const kept: Record<string, string[]> = {};
    for (const name of await caches.keys())
      kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
    return {
      local,
      session,
      kept,
      databases: await indexedDB.databases(),
      title: document.title,
      scripts: document.scripts.length,
      images: document.images.length,
    };
  });
}

/** Has every file of the site come with the headers that isolate, as from another server. */
const isolateByServer = (context: BrowserContext): Promise<unknown> =>
  context.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
      },
    });
  });

/** Every kind of visit: how it comes about, and whether it has shared memory. */
const visits = [
  {
    name: 'on a first visit',
    isolated: false,
    open: async (page: Page) => {
      await page.goto(lessonWithProgram);
      // Until then the site still adds to what it keeps.
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
    },
  },
  {
    name: 'behind the service worker, before the page is isolated',
    isolated: false,
    open: (page: Page) => visit(page, lessonWithProgram),
  },
  {
    name: 'behind the service worker',
    isolated: true,
    open: (page: Page) => visit(page, lessonWithProgram, { isolated: true }),
  },
  {
    name: 'without a service worker',
    isolated: false,
    open: async (page: Page) => {
      await withoutServiceWorker(page);
      await page.goto(lessonWithProgram);
    },
  },
  {
    name: 'without a service worker, on an isolated page',
    isolated: true,
    open: async (page: Page, context: BrowserContext) => {
      await withoutServiceWorker(page);
      await isolateByServer(context);
      await page.goto(lessonWithProgram);
    },
  },
] as const;

/** What a worker that starts where Python's do, but keeps what the browser gave it, gets beyond the page's policy. */
function probe(page: Page, other: string): Promise<readonly string[]> {
  return page.evaluate((other) => {
    const inside = document.querySelector('iframe')?.contentWindow as
      (Window & { readonly Worker: typeof Worker }) | null | undefined;
    if (inside === null || inside === undefined) return ['There is no frame.'];
    const text = `
      const worker = (address) => new Promise((resolve, reject) => {
        const nested = new Worker(address);
        nested.addEventListener('message', resolve);
        nested.addEventListener('error', (event) => { event.preventDefault(); reject(event); });
      });
      const socket = (address) => new Promise((resolve, reject) => Object.assign(new WebSocket(address), { onopen: resolve, onerror: reject }));
      const attempts = {
        import: () => import('${other}import'),
        text: () => import('data:text/javascript,export default 1'),
        fetch: () => fetch('${other}fetch', { mode: 'no-cors' }),
        site: () => fetch('${location.href}'),
        socket: () => socket('${other.replace('http', 'ws')}socket'),
        worker: () => worker('data:text/javascript,postMessage(1)'),
        code: () => Function('return 1')(),
      };
      const got = [];
      for (const [name, attempt] of Object.entries(attempts)) await Promise.resolve().then(attempt).then(() => got.push(name), () => undefined);
      postMessage(got);`;
    return new Promise<readonly string[]>((resolve, reject) => {
      const worker = new inside.Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), {
        type: 'module',
      });
      worker.addEventListener('message', ({ data }) => resolve([...(data as readonly string[])]));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
  }, other);
}

for (const { name, isolated, open } of visits) {
  test(`no program gets out of Python ${name}`, async ({ page, context, tolerate }) => {
    test.slow();
    // What is refused below Python ends the interpreter, and Pyodide says so; what the policy refuses, the browser says.
    tolerate.error(
      /Text is not run as code|fatal error|Applying inline style|Content Security Policy|violates the following/,
    );
    await open(page, context);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
    expect(await runInLesson(page, 'print("at home")')).toContain('at home');

    // Python is where that policy holds, and nowhere else.
    const addresses = page.workers().map((worker) => worker.url());
    expect(addresses.some((address) => address.startsWith('blob:'))).toBe(true);
    expect(addresses.filter((address) => address.includes('python.worker'))).toEqual([]);
    // A program that could run JavaScript there could do nothing with it.
    const other = await countHits();
    tolerate.origin(new URL(other.url).origin);
    expect(await probe(page, other.url)).toEqual([]);

    await untilKept(page);
    for (const attack of attacks) {
      const program = source(attack);
      const before = await lookAround(page);
      const requests: string[] = [];
      // A blob never leaves the page: a new interpreter's worker begins with one.
      const note = (request: Request): unknown =>
        request.url().startsWith('blob:') || requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
      context.on('request', note);
      const shown = await runInLesson(page, program);
      expect(shown, attack).toContain('got []');
      expect(shown, attack).not.toContain('got to here');
      // It did find objects to work on.
      if (attack === 'objects') expect(shown).toContain('roots True tried True');
      expect(await lookAround(page), attack).toEqual(before);
      // A new interpreter, where the program broke its own, fetches what belongs to it.
      expect(
        requests.filter((request) => !/^GET .*\/(assets|pyodide)\/[\w.-]+$/.test(request)),
        attack,
      ).toEqual([]);
      context.off('request', note);
      expect(await runInLesson(page, 'print("still", "here")'), attack).toContain('still here');
    }
    expect(other.hits).toEqual([]);
    await other.close();
  });
}
