import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails where axe finds anything on the page, or in the part that a CSS selector names. */
export async function expectNoViolations(page: Page, part?: string): Promise<void> {
  // Only what is wrong is described in full, and in the page itself: on our longest pages that takes a quarter of the time.
  const whole = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (part === undefined ? whole : whole.include(part)).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
