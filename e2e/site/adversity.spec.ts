import { card } from '../support/card';
import { expect, test } from '../support/fixtures';
import { lessons } from '../support/pages';
import { refuseServiceWorker, visit } from '../support/visit';

test.describe('a part of the site that cannot be fetched', () => {
  test.beforeEach(async ({ page, tolerate }) => {
    tolerate.error(/Failed to (fetch|load)|ERR_FAILED/);
    // Without the service worker nothing is kept.
    await refuseServiceWorker(page);
  });

  test('takes its card with it and no more, and can be tried again', async ({ page }) => {
    await page.goto('./threads/?downloads.latencyMs=50');
    await page.route(/assets\/(ResultView|runStrategy)/, (route) => route.abort());
    await page.getByRole('button', { name: 'Run all' }).click();
    await expect(page.getByRole('alert')).toContainText('This experiment could not be shown');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.unroute(/assets\/(ResultView|runStrategy)/);
    await page.getByRole('button', { name: 'Try again' }).click();
    const downloads = card(page, 'downloads');
    await downloads.runAll();
    await downloads.waitFor('finished');
    await expect(downloads.section.locator('[data-chart="timings"]')).toBeVisible();
  });

  test('leaves the page alone when it is the help, and the site when it is a lesson', async ({ page }) => {
    await page.goto('./threads/');
    await expect(page.locator('.side')).toContainText('begun');
    await page.route(/assets\/(HelpDialog|gil)-/, (route) => route.abort());
    await page.keyboard.press('?');
    await expect(page.getByRole('alert')).toContainText('The help could not be shown');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Threads, and when to use them');
    let asked = 0;
    page.on('request', (request) => (asked += /assets\/gil-/.test(request.url()) ? 1 : 0));
    await page.locator('a[rel="next"]').click();
    await expect(page.getByRole('alert').filter({ hasText: 'This page' })).toBeVisible();
    expect(asked).toBeLessThan(4);
    await page.unroute(/assets\/(HelpDialog|gil)-/);
    await page.getByRole('alert').filter({ hasText: 'This page' }).getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('When threading is bad');
  });
});

test('an address that names no part of the page still opens the lesson', async ({ page }) => {
  await page.goto('./threads/#%E0%A4%A');
  await expect(page.locator('.side')).toContainText('begun');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Threads, and when to use them');
});

test('a link cannot make an experiment fetch from elsewhere where the card does not show that', async ({ page }) => {
  // A request to another site would fail the test.
  await visit(
    page,
    `./async/?async-downloads.latencyMs=50&async-downloads.ownUrls=${encodeURIComponent('http://localhost:9/x')}`,
  );
  const downloads = card(page, 'async-downloads');
  await expect(downloads.section.locator('[data-notice="params"]')).toContainText(
    '“ownUrls”, which this experiment does not have',
  );
  await downloads.section.getByRole('button', { name: 'Run only Async' }).click();
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-notice="run"]')).toHaveCount(0);
});

test('experiments of one page measure one after another, and one that waits can be stopped', async ({ page }) => {
  await visit(page, './sharing/?database.sleepMs=400&lock.sleepMs=50');
  let [alive, most] = [0, 0];
  page.on('worker', (worker) => {
    alive += 1;
    most = Math.max(most, alive);
    worker.on('close', () => (alive -= 1));
  });
  const [database, lock] = [card(page, 'database'), card(page, 'lock')];
  await database.section.getByRole('button', { name: 'Repeat 5 times' }).click();
  // The most workers there were, not those of this moment: between two repeats there is none, and a look may fall there.
  await expect.poll(() => most, { intervals: [50] }).toBe(3);
  await lock.runAll();
  await lock.stop();
  await lock.waitFor('stopped', 1000);
  await lock.runAll();
  await lock.waitFor('finished');
  await database.waitFor('finished', 1000);
  // Each experiment needs three workers.
  expect(most).toBe(3);
});

test('a run can be stopped while it is still being prepared', async ({ page }) => {
  await visit(page, './sharing/');
  const queue = card(page, 'queue');
  // The charts never arrive, and the run waits for them.
  await page.route(/assets\/ResultView/, () => undefined);
  await queue.runAll();
  await queue.stop();
  await queue.waitFor('stopped', 1000);
});

test('what two tabs answer at the same moment is kept, and what one resets is gone from both', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto('./threads/');
  await other.goto('./gil/');
  for (const tab of [page, other]) await expect(tab.locator('.side')).toContainText('begun');
  const answer = (): void => {
    for (const question of document.querySelectorAll('.question')) question.querySelector('input')?.click();
  };
  await Promise.all([page.evaluate(answer), other.evaluate(answer)]);
  for (const tab of [page, other]) await expect(tab.locator('.side')).toContainText(`2 of ${lessons.length} finished`);
  await page.getByRole('button', { name: 'Progress' }).click();
  await page.getByRole('button', { name: 'Reset…' }).click();
  await page.getByRole('button', { name: 'Really forget everything' }).click();
  await expect(other.locator('.side')).toContainText(`0 of ${lessons.length} finished`);
});
