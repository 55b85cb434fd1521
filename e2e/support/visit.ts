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
