import type { Page } from '@playwright/test';
import { expectNoViolations, rulesOfColours } from '../support/accessibility';
import { card } from '../support/card';
import { expect, test } from '../support/fixtures';
import { paths } from '../support/pages';
import { setTheme, visit } from '../support/visit';

async function expectNothingWrong(page: Page, rules?: readonly string[]): Promise<void> {
  // What is folded away of a program lies, to axe, over whatever stands below it.
  await page.locator('.code pre').evaluateAll((boxes) => {
    for (const box of boxes) (box as HTMLElement).style.maxHeight = 'none';
  });
  await expectNoViolations(page, undefined, rules);
}

const themes = ['light', 'dark'] as const;

for (const path of paths) {
  test(`axe finds nothing on ${path}, light and dark`, async ({ page }) => {
    await setTheme(page, 'light');
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNothingWrong(page);
    // The other theme changes nothing but colours.
    await setTheme(page, 'dark');
    await expectNothingWrong(page, rulesOfColours);
  });
}

for (const theme of themes) {
  test(`axe finds nothing in a result, a verdict and the dialogs, ${theme}`, async ({ page }) => {
    await setTheme(page, theme);
    await visit(page, './threads/?downloads.latencyMs=50&downloads.failurePercent=50&downloads.pages=6');
    const downloads = card(page, 'downloads');
    await downloads.section.getByRole('button', { name: 'That is my guess' }).click();
    await downloads.runAll();
    await downloads.waitFor('finished');
    await downloads.section.getByText('What really ran').click();
    await page.locator('.question input').first().check();
    await expectNothingWrong(page);
    await page.getByRole('button', { name: 'Help' }).click();
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    await expectNothingWrong(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Progress' }).click();
    await expect(page.getByRole('dialog', { name: 'Your progress' })).toBeVisible();
    await expectNothingWrong(page);
  });
}
