import type { BrowserContext } from '@playwright/test';
import { test as base } from './fixtures';
import { lessonWithProgram, runInLesson, untilKept } from './pythonRun';
import { visit } from './visit';

/**
 * `test` for what a reader does who has run Python here before: the browser keeps Python's files and its snapshot from test to test, so that Python starts at once, and every
 * page is isolated. What readers have done themselves (drafts, progress, settings) is cleared after each test.
 */
export const test = base.extend<object, { readonly readersBrowser: BrowserContext }>({
  readersBrowser: [
    async ({ browser }, provide, { project }) => {
      const { baseURL, viewport } = project.use;
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(viewport === undefined ? {} : { viewport }),
      });
      const page = await context.newPage();
      await visit(page, lessonWithProgram, { isolated: true });
      await runInLesson(page, 'print("started")');
      await untilKept(page);
      await forget(context, new URL(page.url()).origin);
      await provide(context);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  context: async ({ readersBrowser, baseURL }, provide) => {
    await provide(readersBrowser);
    await forget(readersBrowser, new URL(baseURL ?? '').origin);
  },
});

/** Closes all pages, and clears what the site has stored for its reader; Python's files stay. */
async function forget(context: BrowserContext, origin: string): Promise<void> {
  const empty = await context.newPage();
  for (const page of context.pages()) if (page !== empty) await page.close();
  const session = await context.newCDPSession(empty);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
  await empty.close();
}
