import { readFile } from 'node:fs/promises';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

export const lessonPaths = ['unveiled/', 'threads/', 'gil/', 'sharing/', 'async/', 'choose/'];

/** Opens a page of the site as a returning reader has it: from the service worker, isolated, and at rest. @param {Browser} browser @param {string} url */
export async function openLesson(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.waitForFunction(() => crossOriginIsolated);
  return page;
}

/** The experiments on a page, in order. @param {Page} page @returns {Promise<string[]>} */
export const experimentsOn = (page) =>
  page
    .locator('[data-experiment]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-experiment') ?? ''));

/** Waits while a card has a status. @param {Page} page @param {string} id @param {string} status @param {number} timeout In ms. */
const whileStatus = (page, id, status, timeout) =>
  page.waitForFunction(
    ({ id, status }) => document.querySelector(`[data-experiment="${id}"]`)?.getAttribute('data-status') !== status,
    { id, status },
    { timeout },
  );

/** Presses a button of a card and waits until what it started has finished. @param {Page} page @param {string} id @param {string} button Its accessible name. */
export async function runOn(page, id, button) {
  const card = page.locator(`[data-experiment="${id}"]`);
  const press = () => card.getByRole('button', { name: button, exact: true }).click();
  await press();
  // A press before the page has come to life is lost.
  await whileStatus(page, id, 'idle', 1000).catch(press);
  await whileStatus(page, id, 'idle', 5000);
  await whileStatus(page, id, 'running', 180_000);
  const status = await card.getAttribute('data-status');
  if (status !== 'finished') throw new Error(`${id}, ${button}: it ended as ${status}`);
}

/** The names of a card's single runs: "Run only Threaded". @param {Page} page @param {string} id @returns {Promise<string[]>} */
export const singleRunsOf = (page, id) =>
  page
    .locator(`[data-experiment="${id}"] button`)
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? '').filter((label) => label.startsWith('Run only ')),
    );

/** The timings that a card exports: milliseconds by strategy, run by run. @param {Page} page @param {string} id @returns {Promise<Map<string, number[]>>} */
export async function exportedTimings(page, id) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-experiment="${id}"]`).getByRole('button', { name: 'Timings (CSV)' }).click(),
  ]);
  const [header = '', ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  const column = (/** @type {string} */ name) => header.split(',').indexOf(name);
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (const cells of lines.map((line) => line.split(','))) {
    const strategy = cells[column('strategy')] ?? '';
    times.set(strategy, [...(times.get(strategy) ?? []), Number(cells[column('elapsed_ms')])]);
  }
  return times;
}
