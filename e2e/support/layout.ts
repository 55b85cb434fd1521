import { expect, type Page } from '@playwright/test';

/** Fails where the page is wider than its window, so that a reader would have to scroll sideways. */
export async function expectNotSideways(page: Page): Promise<void> {
  const surplusPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(surplusPx, 'how much wider the page is than its window, in pixels').toBe(0);
}
