import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './tools/browser.mjs';

// Chosen once and inherited by the workers, so that two checkouts can be tested at once.
process.env['TIMESLICE_PORT'] ??= String(20_000 + (process.pid % 20_000));
const port = process.env['TIMESLICE_PORT'];
const base = '/timeslice/';
const executablePath = findChromium();
/** Tests of Python alone, or in which its threads compute. */
const python = ['site/python-*.spec.ts', 'python/**/*.spec.ts'];
const inCi = Boolean(process.env['CI']);

const config: PlaywrightTestConfig = {
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: inCi,
  // A test that passes only at its second try is told as flaky at the end, with the trace of its first: a bug to find, but no reason to lose the rest.
  retries: inCi ? 1 : 0,
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  // Tests wait for what must happen, so these times are for what hangs: a busy machine may take several times as long as a quiet one.
  timeout: 300_000,
  // For what hangs: twice what two cores need for all projects.
  globalTimeout: 75 * 60_000,
  expect: { timeout: 90_000 },
  use: {
    baseURL: `http://localhost:${port}${base}`,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArgs(), ...(executablePath === null ? {} : { executablePath }) },
  },
  // The built site as GitHub Pages serves it: under a sub-path, and without headers that isolate.
  webServer: {
    command: `node tools/serve.mjs ${port} ${base}`,
    url: `http://localhost:${port}${base}`,
    timeout: 15_000,
  },
  projects: [
    {
      name: 'pages',
      testMatch: '**/*.spec.ts',
      testIgnore: ['**/*.timing.spec.ts', ...python],
      // Without pictures of the page: they make a test a third longer, and a failure has its screenshot.
      use: { trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false } },
    },
    // What compares times has both cores for itself: one test at a time, after the others, and not slowed by a recorder.
    { name: 'timing', testMatch: '**/*.timing.spec.ts', workers: 1, fullyParallel: false, dependencies: ['pages'] },
    // Python alone, in a page of its own (e2e/python): a core for each of two files, whose interpreter stays for the next test of its file.
    { name: 'python', testMatch: python, workers: 2, fullyParallel: false, dependencies: ['timing'] },
  ],
};

export default defineConfig(config);
