import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { visit } from '../support/visit';
import { test } from '../support/withPython';

/** Too large for a hundred schedules: all of these are of what the threads do at the end. `first` is what each does before. */
const large = (first: string): string => `import threading

lock, total, ready = threading.Lock(), 0, 0


def work():
    global total, ready
    ${first}
    for _ in range(4):
        with lock:
            total += 1


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, ready)
`;

/** Asks whether a program is safe, with a hundred schedules at most. */
async function ask(page: Page, source: string): Promise<Locator> {
  await visit(page, './scheduler/');
  const panel = page.getByRole('region', { name: 'Try them all' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await replaceText(page, page.getByRole('textbox', { name: /^Program, / }), source);
  await panel.getByText('Limits, and variables to watch').click();
  await panel.getByRole('spinbutton', { name: /^Most schedules/ }).fill('100');
  await panel.getByRole('button', { name: 'Is it safe?' }).click();
  return panel;
}

test('where there are too many schedules, some are drawn at random, and more of them on request', async ({ page }) => {
  test.slow();
  const panel = await ask(page, large('pass'));
  await expect(panel.locator('.explore-status')).toContainText('drawn at random', { timeout: startMs });
  await expect(panel.locator('.safety')).toHaveAttribute('data-verdict', 'undecided', { timeout: 2 * startMs });
  const chances = panel.getByRole('table', { name: /^Schedules drawn at random, none of them wrong/ });
  const row = (rule: string): Locator => chances.getByRole('row', { name: rule });
  await expect(row('5,000 with the GIL').getByRole('cell')).toHaveText([/^99\.99 %$/, /^\d[\d.]* %$/, /^\d[\d.]* %$/]);
  await expect(panel).toContainText(/if no schedule has more than 4 threads and \d+ steps, the most that were seen\./);
  const more = panel.getByRole('button', { name: '5,000 more' });
  await expectNotSideways(page);
  await expectNoViolations(page, '.explore');
  await more.press('Enter');
  await expect(row('10,000 without the GIL')).toBeVisible({ timeout: 2 * startMs });
  await expect(more).toBeFocused();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'With the GIL, none of 10,000 schedules that were drawn at random is wrong: a bug of depth 1 would have been hit with a probability of at least 99.99 %',
  );
});

test('a failure that was found at random is stepped through', async ({ page }) => {
  test.slow();
  const panel = await ask(page, large('seen = ready; ready = seen + 1'));
  await expect(panel.locator('.safety')).toHaveAttribute('data-verdict', 'undecided', { timeout: 2 * startMs });
  await expect(panel.locator('[data-result="verdict"]')).toContainText('Without the GIL it is wrong');
  const row = panel.getByRole('row').filter({ hasText: '12 2' });
  await row.getByRole('button', { name: /^Step through without the GIL/ }).click();
  const stepper = page.getByRole('region', { name: 'Step', exact: true });
  await stepper.getByRole('slider', { name: 'Step', exact: true }).press('End', { timeout: startMs });
  await expect(stepper.locator('.told-ending')).toContainText('It printed “12 2”.');
});
