import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe's rules whose answer depends on colours: what another theme can change. */
export const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Fails where axe finds anything on the page, or in the part that a CSS selector names; with `rules`, by these alone. */
export async function expectNoViolations(page: Page, part?: string, rules?: readonly string[]): Promise<void> {
  // Only what is wrong is described in full, and in the page itself: on our longest pages that takes a quarter of the time.
  const whole = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: [...rules] }) })
    .setLegacyMode();
  const { violations } = await (part === undefined ? whole : whole.include(part)).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
