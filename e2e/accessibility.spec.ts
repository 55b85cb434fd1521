import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/fixtures';
import { paths } from './support/pages';
import { setTheme } from './support/visit';

for (const theme of ['light', 'dark'] as const) {
  for (const path of paths) {
    test(`axe finds nothing on ${path}, ${theme}`, async ({ page }) => {
      await setTheme(page, theme);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    });
  }
}
