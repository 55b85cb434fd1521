import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../tools/serve.mjs';
import { card } from './support/card';
import { expect, test } from './support/fixtures';
import { visit } from './support/visit';

test('a new version is offered, interrupts no run, and is loaded when the reader says so', async ({ page, tolerate }, info) => {
  const dir = info.outputPath('site');
  await cp('dist', dir, { recursive: true });
  const server = await startServer({ dir, base: '/timeslice/', port: 0 });
  tolerate.origin(new URL(server.url).origin);
  try {
    await visit(page, `${server.url}threads/?downloads.latencyMs=1500`);
    await page.reload();
    const downloads = card(page, 'downloads');
    await downloads.section.getByRole('button', { name: 'Run only Threaded' }).click();
    await page.waitForFunction(() => performance.getEntriesByName('timeslice: run begins').length > 0);

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
  } finally {
    await server.close();
  }
});
