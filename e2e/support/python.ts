import { test as base } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPythonPage, openPython } from '../python/open.mjs';

export { expect } from '@playwright/test';

/** What a browser is left with: everything, no shared memory, or no JSPI either. */
export type Kind = 'full' | 'no-isolation' | 'no-jspi' | 'firefox';
export type OpenPython = Awaited<ReturnType<typeof openPython>>;

const options = {
  full: {},
  'no-isolation': { isolation: false },
  'no-jspi': { stackSwitching: false },
  firefox: { browser: 'firefox' },
} as const satisfies Record<Kind, Parameters<typeof openPython>[0]>;

interface Pythons {
  /** The folder of the built page e2e/python/page: what TIMESLICE_PYTHON_PAGE names, or one that the worker builds for itself. */
  readonly pageDir: string;
  /** A page with one Python, opened when first wanted and kept for the worker's later tests. */
  readonly python: (kind?: Kind) => Promise<OpenPython>;
}

/** Playwright's `test` with Python in a page of its own, without the site around it. */
export const test = base.extend<object, Pythons>({
  pageDir: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use): Promise<void> => {
      const given = process.env['TIMESLICE_PYTHON_PAGE'];
      if (given !== undefined) return use(given);
      const dir = await mkdtemp(join(tmpdir(), 'python-page-'));
      buildPythonPage(dir);
      await use(dir);
      await rm(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  python: [
    async ({ pageDir }, use) => {
      const opened = new Map<Kind, Promise<OpenPython>>();
      await use((kind = 'full') => {
        const page = opened.get(kind) ?? openPython({ ...options[kind], dir: pageDir });
        opened.set(kind, page);
        return page;
      });
      for (const page of opened.values()) await (await page).close();
    },
    { scope: 'worker' },
  ],
});
