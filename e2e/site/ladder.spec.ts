import { expectNoViolations } from '../support/accessibility';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { setTheme, visit } from '../support/visit';
import { test } from '../support/withPython';

test.describe.configure({ timeout: 3 * startMs });

test('the ladder leads to a puzzle, a win to the next one, and what was solved stays', async ({ page }) => {
  await visit(page, './puzzles/');
  const count = await page.locator('.rung').count();
  expect(count).toBeGreaterThanOrEqual(30);
  await expect(page.getByText(`0 of ${count} solved`)).toBeVisible();
  await page.getByRole('link', { name: 'Begin: Lose an update' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lose an update' })).toBeVisible();

  const card = page.locator('#puzzle-record');
  const tally = card.locator('.puzzle-tally');
  const turn = (thread: number) => card.locator('.deck-thread').nth(thread);
  await card.getByRole('button', { name: /^Start/ }).click();
  for (const thread of [1, 1, 2]) await turn(thread).click();
  await expect(tally).toContainText('1 of 2 switches');
  // Who leaves and comes back goes on where they were.
  await page.getByRole('link', { name: 'Next Lose an update at a call' }).click();
  await expect(page).toHaveURL(/puzzles\/counter-call\/$/);
  await page.goBack();
  await card.getByRole('button', { name: /^Start/ }).click();
  await expect(tally).toContainText('1 of 2 switches');
  for (const thread of [2, 2, 2, 1, 1]) await turn(thread).click();

  await expect(card.getByText('You did it, with 2 switches. The par is 2')).toBeInViewport({ ratio: 1 });
  const next = card.getByRole('link', { name: 'Next: Lose an update at a call' });
  await expect(next).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page, '.puzzle');
  const place = await card.locator('.step-code').boundingBox();
  await card.getByRole('button', { name: 'Start over' }).click();
  await expect(tally).toContainText('0 of 2 switches');
  await expect(card.locator('.step-panel')).toBeFocused();
  expect(await card.locator('.step-code').boundingBox()).toEqual(place);
  for (const key of '11222211') await page.keyboard.press(key);
  await next.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lose an update at a call' })).toBeVisible();

  await page.getByRole('link', { name: 'Puzzles', exact: true }).first().click();
  await expect(page.getByText(`1 of ${count} solved`)).toBeVisible();
  const rung = page.locator('.rung').filter({ has: page.getByRole('link', { name: 'Lose an update', exact: true }) });
  await expect(rung).toContainText('Solved, your fewest: 2 switches');
  await expect(page.getByRole('link', { name: 'Go on: Lose an update at a call' })).toBeVisible();
  await expectNoViolations(page, '.ladder');
  await page.getByRole('button', { name: 'Progress' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 puzzle solved');
});

test('in a puzzle to mend hints come one by one, and a solution shows what it changes and can be used, on a phone', async ({
  page,
}) => {
  await setTheme(page, 'dark');
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, './puzzles/tea-fix/');
  const card = page.locator('#puzzle-tea-fix');
  await card.getByRole('button', { name: /^Start/ }).click();
  const code = card.getByRole('textbox', { name: /^Program to mend/ });
  await expect(code).toContainText('changed.wait()', { timeout: startMs });

  await card.getByRole('button', { name: 'Give me a hint' }).click();
  await card.getByRole('button', { name: 'Another hint' }).click();
  const hints = card.locator('.puzzle-hints li');
  await expect(hints).toHaveCount(2);
  await expect(hints.first()).toContainText('Both the look and the change belong');
  await expect(hints.first()).toBeInViewport();

  await card.getByRole('button', { name: 'Show me a solution' }).click();
  const solution = card.getByRole('group', { name: 'A solution' });
  await expect(solution.locator('[data-change="removed"]').filter({ hasText: 'if pot is None:' })).toBeVisible();
  await expect(solution.locator('[data-change="added"]').filter({ hasText: 'while pot is None:' })).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page, '.puzzle');
  await card.getByRole('button', { name: 'Use this' }).click();
  await expect(code).toContainText('while pot is None:');
  const tryAll = card.getByRole('button', { name: 'Try every schedule' });
  await expect(tryAll).toBeFocused();
  await expect(tryAll).toBeInViewport({ ratio: 1 });

  await page.keyboard.press('Enter');
  await expect(card.getByText('Fixed. Whichever thread goes when')).toBeInViewport({ ratio: 1, timeout: startMs });
  await expect(card).toHaveAttribute('data-solved', 'true');
  await expect(card.getByRole('link', { name: /^Next: / })).toBeVisible();
  await expectNoViolations(page, '.puzzle');
});
