import type { Page } from '@playwright/test';

/**
 * Opens a page of the site (`./`, `./gil/`) and waits until the service worker controls it.
 * With `isolated`, the page then has shared memory and the fine clock, after one more load where it needs that.
 */
export async function visit(
  page: Page,
  path: string,
  { isolated = false }: { readonly isolated?: boolean } = {},
): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  if (!isolated || (await page.evaluate(() => crossOriginIsolated))) return;
  await page.reload();
  await page.waitForFunction(() => crossOriginIsolated);
}

/** Makes the reader's system ask for a theme; the site follows it unless the reader chose one. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
}

/** Takes service workers away from the pages that are opened next, as in a private window: the page itself fetches. */
export async function withoutServiceWorker(page: Page): Promise<void> {
  await page.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
}

/** Has the browser refuse the site's service worker in the pages that are opened next. */
export async function refuseServiceWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('Refused here', 'SecurityError'));
  });
}
