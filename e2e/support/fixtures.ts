import { expect, test as base, type BrowserContext, type Page, type Response } from '@playwright/test';

/** What a test expects to go wrong. Everything else that goes wrong fails it. */
export interface Tolerance {
  /** Errors in the console, or thrown in a page, whose text matches are part of the test. */
  error(pattern: RegExp): void;
  /** Requests to this origin are part of the test: `http://localhost:4000`. */
  origin(origin: string): void;
}

export interface Watch extends Tolerance {
  /** What went wrong and was not tolerated, one line each. */
  complaints(): string[];
}

/** Collects errors and requests to other origins, of every page, worker and service worker of a context. `test` does it by itself for its own context. */
export function watch(context: BrowserContext, siteOrigin: string): Watch {
  const errors: string[] = [];
  const requests: string[] = [];
  const patterns: RegExp[] = [];
  const origins = new Set([siteOrigin]);
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => errors.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => requests.push(request.url()));
  return {
    error: (pattern) => patterns.push(pattern),
    origin: (origin) => origins.add(origin),
    complaints: () => [
      ...errors.filter((text) => !patterns.some((pattern) => pattern.test(text))),
      // blob: and data: never leave the page.
      ...requests
        .filter((url) => /^(https?|wss?):/.test(url) && !origins.has(new URL(url).origin))
        .map((url) => `request to another site: ${url}`),
    ],
  };
}

/** Scripts take a prerendered page over a moment after it has loaded; until then the page hears no key and no click. */
async function untilAlive(page: Page, response: Response | null): Promise<Response | null> {
  if (response?.status() === 200) await page.waitForSelector('html[data-alive]', { state: 'attached' });
  return response;
}

/** Playwright's `test`, whose pages are alive when `goto` and `reload` are done; a test fails on any console error, page error or request to another site that it does not `tolerate`. */
export const test = base.extend<{ tolerate: Tolerance }>({
  page: async ({ page, javaScriptEnabled }, provide) => {
    if (javaScriptEnabled) {
      const goto = page.goto.bind(page);
      const reload = page.reload.bind(page);
      page.goto = async (url, options) => untilAlive(page, await goto(url, options));
      page.reload = async (options) => untilAlive(page, await reload(options));
    }
    await provide(page);
  },
  tolerate: [
    async ({ context, baseURL }, use) => {
      const watched = watch(context, new URL(baseURL ?? '').origin);
      await use(watched);
      expect(watched.complaints(), 'what went wrong in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** What Chromium says where a test fills an editor by a style, which the page's policy keeps out. */
export const editorStyle = /Applying inline style/;

export { expect } from '@playwright/test';
