import { expect, test } from '../support/fixtures';
import { visit } from '../support/visit';

test('a guess about a statement is answered beneath it, and is kept', async ({ page }) => {
  await visit(page, './atomic/');
  const statement = (id: string) => page.locator(`[data-statement="${id}"]`);
  const guess = async (id: string, text: string) => {
    // By the keyboard alone.
    await statement(id).getByRole('button', { name: text, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await guess('append_item', 'never');
  await expect(statement('append_item').getByRole('status')).toContainText('As you said.');
  await guess('add_to_key', 'never');
  const outcome = statement('add_to_key').getByRole('status');
  await expect(outcome).toContainText('only without the GIL');
  await expect(outcome).toContainText('28 of 34 kinds');
  await expect(outcome).toBeInViewport();
  await expect(page.getByText('1 of 2 as you said, 6 to go.')).toBeVisible();

  await page.reload();
  await expect(outcome).toContainText('28 of 34 kinds');
  await statement('add_to_key').getByText('Its program').click();
  await expect(page.getByRole('button', { name: 'Is it safe?: add_to_key.py' })).toBeVisible();

  await page.getByRole('button', { name: 'Guess again' }).click();
  await expect(statement('append_item').getByRole('button').first()).toBeFocused();
  await expect(outcome).toBeEmpty();
});
