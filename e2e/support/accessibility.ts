import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails where axe finds anything on the page, or in the part that a CSS selector names. */
export async function expectNoViolations(page: Page, part?: string): Promise<void> {
  const whole = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? whole : whole.include(part)).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
