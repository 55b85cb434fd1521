import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../tools/serve.mjs';
import { card } from '../support/card';
import { expect, test } from '../support/fixtures';
import { visit } from '../support/visit';

test('a new version is offered, interrupts no run, and is loaded when the reader says so', async ({
  page,
  context,
  tolerate,
}, info) => {
  const dir = info.outputPath('site');
  await cp('dist', dir, { recursive: true });
  const server = await startServer({ dir, base: '/timeslice/', port: 0 });
  tolerate.origin(new URL(server.url).origin);
  try {
    await visit(page, `${server.url}threads/?downloads.latencyMs=3000`);
    await page.reload();
    const other = await context.newPage();
    await visit(other, `${server.url}gil/`);
    await page.bringToFront();
    const downloads = card(page, 'downloads');
    await downloads.section.getByRole('button', { name: 'Run only One after another' }).click();
    await page.waitForFunction(() => performance.getEntriesByName('timeslice: run begins').length > 0);

    // Fetching the new version may take seconds on a busy machine; the run takes nine.
    await appendFile(join(dir, 'service-worker.js'), '\n// A new version.\n');
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const notice = page.locator('[data-notice="update"]');
    await expect(notice).toContainText('when the running experiment has ended');
    await expect(notice.getByRole('button', { name: 'Load it' })).toBeDisabled();
    await downloads.waitFor('finished');

    await page.evaluate(() => Object.assign(globalThis, { beforeReload: true }));
    await notice.getByRole('button', { name: 'Load it' }).click();
    await page.waitForFunction(() => !('beforeReload' in globalThis));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);

    // The other tab was told as well, and loads it too when its own reader says so.
    await other.evaluate(() => Object.assign(globalThis, { beforeReload: true }));
    await other.locator('[data-notice="update"]').getByRole('button', { name: 'Load it' }).click();
    await other.waitForFunction(() => !('beforeReload' in globalThis));
  } finally {
    await server.close();
  }
});
