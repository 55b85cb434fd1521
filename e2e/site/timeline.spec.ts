import type { Download, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { card, type Card } from '../support/card';
import { expect, test } from '../support/fixtures';
import { visit } from '../support/visit';

/** Short runs, with the parameter that the CSV must carry. */
const query = '?downloads.latencyMs=150&downloads.jitterPercent=0';

async function ran(page: Page, extra = ''): Promise<Card> {
  await visit(page, `./threads/${query}${extra}`);
  const downloads = card(page, 'downloads');
  await downloads.runAll();
  await downloads.waitFor('finished');
  return downloads;
}

const choice = ({ section }: Card, name: string): Locator => section.getByRole('radio', { name, exact: true });

/** The headings of the timeline in words, one for each run that is shown. */
async function headings({ section }: Card): Promise<readonly string[]> {
  const words = section.locator('.timeline-transcript');
  if ((await words.getAttribute('open')) === null) await words.locator('summary').click();
  return words.getByRole('heading').allInnerTexts();
}

async function saved(
  page: Page,
  { section }: Card,
  button: RegExp,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    section.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The height of a PNG file, in its pixels. */
const heightOf = (png: Buffer): number => png.readUInt32BE(20);

test('all strategies stand on one axis, each with its time; one can be chosen, and stays', async ({ page }) => {
  const downloads = await ran(page);
  await expect(choice(downloads, 'All')).toBeChecked();
  const timeline = downloads.section.getByRole('application');
  await expect(timeline).toHaveAccessibleName(/, all strategies$/);
  await expect
    .poll(() => headings(downloads))
    .toEqual([
      expect.stringMatching(/^One after another · \d/),
      expect.stringMatching(/^Threaded · \d/),
      expect.stringMatching(/pool · \d/i),
    ]);
  const tall = (await timeline.boundingBox())?.height ?? 0;
  // Seven lanes and three headings, also those that came while the timeline was out of sight.
  expect(tall).toBeGreaterThan(7 * 28 + 3 * 28);

  await choice(downloads, 'Threaded').check();
  await expect(timeline).toHaveAccessibleName(/, Threaded$/);
  await expect.poll(() => headings(downloads)).toEqual([]);
  // The main thread and one for each of three pages.
  await expect(
    downloads.section.locator('.timeline-transcript li', { hasText: /^(MainThread|Thread-\d):/ }),
  ).toHaveCount(4);
  expect((await timeline.boundingBox())?.height ?? 0).toBeLessThan(tall);

  await downloads.runAll();
  await downloads.waitFor('running');
  await downloads.waitFor('finished');
  await expect(choice(downloads, 'Threaded')).toBeChecked();
});

test('the arrow keys cross from one strategy to the next, and the words say which; the buttons zoom', async ({
  page,
}) => {
  const downloads = await ran(page);
  const status = downloads.section.locator('.timeline-status');
  await downloads.section.getByRole('application').focus();
  await page.keyboard.press('End');
  await expect(status).toHaveText(/^One after another, MainThread, /);
  await page.keyboard.press('ArrowDown');
  await expect(status).toHaveText(/^Threaded, MainThread, /);
  await page.keyboard.press('ArrowDown');
  await expect(status).toHaveText(/^Threaded, Thread-1, /);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(status).toHaveText(/^One after another, MainThread, /);

  const all = downloads.section.getByRole('button', { name: 'Show all', exact: true });
  await expect(all).toHaveAttribute('aria-disabled', 'true');
  await downloads.section.getByRole('button', { name: 'Zoom in' }).click();
  await expect(all).toHaveAttribute('aria-disabled', 'false');
  await all.click();
  await expect(all).toHaveAttribute('aria-disabled', 'true');
});

test('what is saved is what is shown', async ({ page }) => {
  const downloads = await ran(page);
  const traces = await saved(page, downloads, /^Traces \(JSON\)/);
  const { format, runs } = JSON.parse(traces.content.toString());
  expect([traces.name, format, runs.map((run: { readonly strategy: string }) => run.strategy)]).toEqual([
    'downloads-traces.json',
    'traces',
    ['sequential', 'threaded', 'pool'],
  ]);
  const csv = await saved(page, downloads, /CSV/);
  expect(csv.name).toBe('downloads-timings.csv');
  const lines = csv.content.toString().trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('""latencyMs"":150');
  const picture = await saved(page, downloads, /PNG/);
  expect(picture.name).toBe('downloads.png');

  await choice(downloads, 'Threaded').check();
  const trace = await saved(page, downloads, /^Trace \(JSON\)/);
  expect([trace.name, JSON.parse(trace.content.toString())]).toEqual([
    'downloads-threaded-trace.json',
    expect.objectContaining({ format: 'trace', strategy: 'threaded' }),
  ]);
  const own = await saved(page, downloads, /CSV/);
  expect(own.content.toString().trim().split('\r\n').slice(1)).toEqual([
    expect.stringMatching(/^downloads,threaded,1,finished,/),
  ]);
  const part = await saved(page, downloads, /PNG/);
  expect(part.name).toBe('downloads-threaded.png');
  expect(heightOf(part.content)).toBeLessThan(heightOf(picture.content));
});

test('a page that fails is told where it failed, also when its lane goes on', async ({ page }) => {
  const downloads = await ran(page, '&downloads.failurePercent=100');
  await downloads.section.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  const status = downloads.section.locator('.timeline-status');
  await expect(status).toHaveText(/^One after another, MainThread, /);
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(status).toHaveText(/waiting for oak.*; oak failed: /, { timeout: 300 });
  }).toPass();
  await expect(downloads.section.locator('.timeline-legend [data-mark="failed"]')).toBeVisible();
});
