import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, ensureChromium } from '../../tools/browser.mjs';
import { binOf, thisMachine } from '../../tools/machine.mjs';
import { startServer } from '../../tools/serve.mjs';
import { findFirefox } from '../browsers/firefox.mjs';
import { waitFor } from '../browsers/driver.mjs';
import { openWebKit } from '../browsers/webkit.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Browser */

const root = fileURLToPath(new URL('../..', import.meta.url));
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Builds the page that `openPython` opens. @param {string} [outDir] */
export function buildPythonPage(outDir = '.cache/python-page') {
  const { status } = spawnSync(
    process.execPath,
    [
      binOf('vite'),
      'build',
      '--logLevel=warn',
      '--config',
      'e2e/python/vite.config.ts',
      '--outDir',
      resolve(root, outDir),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The page for Python could not be built.');
}

/**
 * Opens the built page with one Python in it.
 *
 * @param {{ readonly browser?: Browser, readonly isolation?: boolean, readonly stackSwitching?: boolean, readonly dir?: string }} [options]
 *   The browser is Chromium unless said here or by the variable TIMESLICE_BROWSER. `isolation: false` takes away shared memory, `stackSwitching: false` JSPI, which WebKitGTK 2.50 does not have.
 * @returns {Promise<{
 *   readonly boot: () => Promise<number>,
 *   readonly run: (source: string, wishes?: import('./page/main').RunWishes) => Promise<import('./page/main').Ran>,
 *   readonly evaluate: <A, R>(body: (argument: A) => R | Promise<R>, argument: A) => Promise<R>,
 *   readonly close: () => Promise<void>,
 * }>}
 */
export async function openPython({
  browser = chosenBrowser(),
  isolation = true,
  stackSwitching = true,
  dir = `${root}.cache/python-page`,
} = {}) {
  const server = await startServer({ dir, base: '/', headers: isolation ? isolated : {} });
  const openIn = {
    chromium: () => openChromium(server.url, stackSwitching),
    firefox: () => openFirefox(server.url, stackSwitching),
    webkit: () => openInWebKit(server.url),
  };
  const page = await openIn[browser]().catch(async (error) => {
    await server.close();
    throw error;
  });
  return {
    boot: () => page.evaluate(() => window.python?.boot() ?? Number.NaN, null),
    run: (source, wishes) =>
      page.evaluate(
        ([text, how]) => /** @type {import('./page/main').PythonPage} */ (window.python).run(text, how),
        /** @type {const} */ ([source, wishes ?? {}]),
      ),
    evaluate: page.evaluate,
    async close() {
      await page.close();
      await server.close();
    },
  };
}

/** The browser that TIMESLICE_BROWSER names, or Chromium. @returns {Browser} */
export function chosenBrowser() {
  const named = process.env['TIMESLICE_BROWSER'] ?? 'chromium';
  if (named === 'chromium' || named === 'firefox' || named === 'webkit') return named;
  throw new Error(`TIMESLICE_BROWSER is ${named}; it may be chromium, firefox or webkit.`);
}

/** @param {string} url @param {boolean} stackSwitching */
async function openChromium(url, stackSwitching) {
  const executablePath = await ensureChromium();
  const args = [...chromiumArgs(), ...(stackSwitching ? [] : ['--js-flags=--no-experimental-wasm-jspi'])];
  const browser = await chromium.launch({ args, ...(executablePath === null ? {} : { executablePath }) });
  return orClosed(browser, async () => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`[page] ${error.stack ?? error.message}`));
    page.on('crash', () => console.error('[page] crashed'));
    if (!stackSwitching) {
      await page.context().route(/python\.worker.*\.js/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: `delete WebAssembly.Suspending; delete WebAssembly.promising;${await response.text()}`,
        });
      });
    }
    await page.goto(url);
    await page.waitForFunction(() => window.python !== undefined);
    return {
      /** @type {<A, R>(body: (argument: A) => R | Promise<R>, argument: A) => Promise<R>} */
      // @ts-expect-error -- Playwright's own type wraps what is given to the page
      evaluate: (body, argument) => page.evaluate(body, argument),
      close: () => browser.close(),
    };
  });
}

/** @param {string} url @param {boolean} stackSwitching */
async function openFirefox(url, stackSwitching) {
  const executablePath = findFirefox(thisMachine);
  if (executablePath === null)
    throw new Error(
      'No Firefox was found: install firefox-esr or firefox, or set TIMESLICE_FIREFOX to the path of one.',
    );
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: 600_000,
    extraPrefsFirefox: { 'javascript.options.wasm_js_promise_integration': stackSwitching },
  });
  return orClosed(browser, async () => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`[page] ${String(error)}`));
    await page.goto(url);
    await page.waitForFunction(() => window.python !== undefined);
    return {
      /**
       * The result comes back as JSON, because WebDriver BiDi sends an object once, and leaves it out where it occurs again.
       * @type {<A, R>(body: (argument: A) => R | Promise<R>, argument: A) => Promise<R>}
       */
      evaluate: async (body, argument) => {
        // @ts-expect-error -- puppeteer's own type wraps what is given to the page
        const result = await page.evaluateHandle(body, argument);
        const text = await page.evaluate((value) => JSON.stringify(value), result);
        await result.dispose();
        return text === undefined ? undefined : JSON.parse(text);
      },
      close: () => browser.close(),
    };
  });
}

/** @param {string} url */
async function openInWebKit(url) {
  const driver = await openWebKit();
  return orClosed(driver, async () => {
    await driver.goto(url);
    await waitFor('the page', () => driver.evaluate(() => window.python !== undefined), 20_000);
    return {
      /** @type {<A, R>(body: (argument: A) => R | Promise<R>, argument: A) => Promise<R>} */
      // @ts-expect-error -- the driver takes texts, this takes whatever JSON can say
      evaluate: (body, argument) => driver.evaluate(body, argument),
      close: driver.close,
    };
  });
}

/**
 * What `open` resolves with. Where it fails, the browser is closed.
 * @template T
 * @param {{ close(): Promise<void> }} browser
 * @param {() => Promise<T>} open
 */
async function orClosed(browser, open) {
  try {
    return await open();
  } catch (error) {
    await browser.close();
    throw error;
  }
}
