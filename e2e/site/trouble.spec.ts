import type { Page } from '@playwright/test';
import { card } from '../support/card';
import { expect, test } from '../support/fixtures';
import { lessons } from '../support/pages';
import { refuseServiceWorker, visit } from '../support/visit';

const progressKey = 'timeslice-progress';

test.describe('storage', () => {
  test('blocked: the page says so, and everything else works', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
    });
    await page.goto('./threads/');
    await expect(page.locator('[data-notice="blocked"]')).toContainText('does not let the site store');
    await page.locator('.question').first().getByRole('radio').first().check();
    await expect(page.locator('.question input:checked')).toHaveCount(1);
  });

  test('full: the answer stays on the page, and the reader is told to export', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });
    await page.goto('./threads/');
    await page.locator('.question').first().getByRole('radio').first().check();
    await expect(page.locator('[data-notice="full"]')).toContainText('Export');
    await expect(page.locator('.question input:checked')).toHaveCount(1);
  });

  test('corrupt: what was found is put aside and can be saved', async ({ page }) => {
    await page.addInitScript((key) => {
      if (sessionStorage.getItem('once') === null) localStorage.setItem(key, '{"site":"timeslice","version":1,"progr');
      sessionStorage.setItem('once', 'done');
    }, progressKey);
    await page.goto('./threads/');
    const notice = page.locator('[data-notice="corrupt"]');
    await expect(notice).toContainText('damaged');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      notice.getByRole('button', { name: 'Save what was found' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('timeslice-progress-found.txt');
    await page.locator('.question').first().getByRole('radio').first().check();
    await page.reload();
    await expect(page.locator('.question input:checked')).toHaveCount(1);
    await expect(notice).toBeHidden();
  });

  test('from a newer version: it is left untouched', async ({ page }) => {
    const newer = '{"site":"timeslice","version":99,"progress":{"stars":[1,2]}}';
    await page.addInitScript(([key, raw]) => localStorage.setItem(key ?? '', raw ?? ''), [progressKey, newer]);
    await page.goto('./threads/');
    await expect(page.locator('[data-notice="newer"]')).toContainText('newer Timeslice');
    await page.locator('.question').first().getByRole('radio').first().check();
    expect(await page.evaluate((key) => localStorage.getItem(key), progressKey)).toBe(newer);
  });
});

test('nonsense in the address is replaced, and the card says by what', async ({ page }) => {
  await page.goto('./threads/?downloads.pages=900&downloads.latencyMs=soon&downloads.colour=red');
  const { section } = card(page, 'downloads');
  await expect(section.locator('[data-notice="params"]')).toContainText(
    '900 is not between 1 and 12, so it is 12 pages',
  );
  await expect(section.getByRole('spinbutton', { name: /Pages/ })).toHaveValue('12');
  await section.getByRole('spinbutton', { name: /Pages/ }).fill('4');
  await expect(page).toHaveURL(/downloads\.pages=4/);
  await section.getByRole('spinbutton', { name: /Pages/ }).fill('77');
  await expect(section.getByRole('alert')).toContainText('Give a number from 1 to 12');
  await expect(page).toHaveURL(/downloads\.pages=4/);
});

test('without a service worker the downloads still run, and say how', async ({ page }) => {
  await refuseServiceWorker(page);
  await page.goto('./threads/?downloads.latencyMs=200');
  const downloads = card(page, 'downloads');
  await downloads.runAll();
  await downloads.waitFor('finished');
  await downloads.section.getByText('What really ran').click();
  await expect(downloads.section.locator('.what-ran')).toContainText(/No service worker/);
});

test('without shared memory, what needs it says what to do and the rest of the lesson runs', async ({ page }) => {
  // The first visit: a service worker may control the page, but it is not isolated yet.
  await visit(page, './sharing/?database.sleepMs=50&cell.increments=20000');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const cell = card(page, 'cell');
  await cell.runAll();
  await cell.waitFor('failed');
  await expect(cell.section.locator('[data-notice="memory"]')).toContainText('load this one again');
  const database = card(page, 'database');
  await database.runAll();
  await database.waitFor('finished');
  await cell.section.getByRole('button', { name: 'Reload the page' }).click();
  await page.waitForFunction(() => crossOriginIsolated);
  await expect(page).toHaveURL(/database\.sleepMs=50/);
  await cell.runAll();
  await cell.waitFor('finished');
});

test('what a look at the clock costs is said, and where it is slow, what follows from it', async ({ page }) => {
  await page.addInitScript(() => {
    const look = performance.now.bind(performance);
    performance.now = () => {
      const until = look() + 0.05;
      while (look() < until);
      return look();
    };
  });
  await page.goto('./unveiled/');
  await expect(page.locator('[data-report="look"]')).toHaveText(
    /^\d+\s(µs|ms), which is slow, so experiments look less often here$/,
  );
});

test('a worker that dies fails its card alone; Retry works', async ({ page }) => {
  await visit(page, './threads/?downloads.latencyMs=1500');
  // Workers that start from now on fail, until the page heals them.
  const downloads = card(page, 'downloads');
  await page.evaluate(() => {
    const RealWorker = Worker;
    const flawed = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'killed on purpose' })), 700);
      }
    };
    Object.assign(globalThis, { Worker: flawed, healWorkers: () => Object.assign(globalThis, { Worker: RealWorker }) });
  });
  await downloads.section.getByRole('button', { name: 'Run only Threaded' }).click();
  await downloads.waitFor('failed');
  await expect(downloads.section.locator('[data-notice="run"]')).toContainText('killed on purpose');
  await page.evaluate(() => (globalThis as unknown as { healWorkers(): void }).healWorkers());
  await downloads.section.getByRole('button', { name: 'Retry' }).click();
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-notice="run"]')).toHaveCount(0);
});

test('a hidden tab makes a run invalid, and it is offered again', async ({ page }) => {
  await visit(page, './threads/?downloads.latencyMs=600');
  const downloads = card(page, 'downloads');
  await downloads.section.getByRole('button', { name: 'Run only Threaded' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('timeslice: run begins').length > 0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-notice="run"]')).toContainText('The tab was hidden');
  await downloads.section.getByRole('button', { name: 'Retry' }).click();
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-notice="run"]')).toHaveCount(0);
});

test('leaving a lesson ends its workers', async ({ page }) => {
  await visit(page, './gil/?counting.scale=40', { isolated: true });
  const counting = card(page, 'counting');
  await counting.section.getByRole('button', { name: 'Run only Threaded' }).click();
  await expect.poll(() => page.workers().length).toBe(17);
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('More about threads');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('the second visit works without a network: what was opened before, and an experiment', async ({
  page,
  context,
}) => {
  // Opened before there is a service worker; then one that is opened by a link, and is whole once it has come.
  await visit(page, './threads/');
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
  );
  await page.goto('./gil/');
  await expect.poll(() => keptParts(page)).toEqual(['gil', 'threads']);
  await context.setOffline(true);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('./gil/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When threading is bad');
  await page.goto('./threads/?downloads.latencyMs=100');
  const downloads = card(page, 'downloads');
  await downloads.runAll();
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-chart="timings"]')).toBeVisible();
});

test('the whole course is kept when the reader asks, and what failed before is fetched then', async ({
  page,
  context,
}) => {
  await visit(page, './');
  const keep = page.locator('.keep-course');
  await expect(keep).toContainText('MB more');
  await context.setOffline(true);
  await keep.getByRole('button', { name: 'Keep the whole course' }).click();
  await expect(keep).toContainText('Not everything could be fetched');
  await context.setOffline(false);
  await keep.getByRole('button', { name: 'Keep the whole course' }).click();
  await expect(keep).toContainText('The whole course is kept');
  await context.setOffline(true);
  for (const { id, title } of lessons) {
    await page.goto(`./${id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.goto('./puzzles/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** The lessons whose pages are kept. */
function keptParts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('timeslice-parts'));
    const urls = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const pages = urls.flat().flatMap(({ url }) => /\/([^/]+)\/index\.html/.exec(url)?.[1] ?? []);
    return pages.sort();
  });
}

test('a page cannot reach another site, not even through a worker; the reader’s own addresses can be fetched', async ({
  page,
  tolerate,
}) => {
  tolerate.error(/Content Security Policy|Refused to connect|ERR_|Failed to load/);
  tolerate.origin('http://localhost:9');
  await visit(page, './threads/', { isolated: true });
  const refused = await page.evaluate(() =>
    fetch('http://localhost:9/').then(
      () => 'let through',
      (error: Error) => error.message,
    ),
  );
  expect(refused).not.toBe('let through');
  await page.goto(`./threads/?downloads.ownUrls=${encodeURIComponent('http://localhost:9/x\nnonsense')}`);
  const downloads = card(page, 'downloads');
  await downloads.section.getByRole('button', { name: 'Run only Threaded' }).click();
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-notice="run"]')).toContainText(/localhost:9/);
  await expect(downloads.section.locator('[data-notice="run"]')).toContainText(/nonsense/);
});
