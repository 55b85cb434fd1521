import { expectNoViolations } from '../support/accessibility';
import { expect, test } from '../support/fixtures';
import { program } from '../support/program';
import { setTheme, visit } from '../support/visit';

const breakfast = 'tea_and_toast.py';

test('the event loop of a run is told moment by moment, by keyboard and beside the timeline', async ({ page }) => {
  test.slow();
  await visit(page, './loop/', { isolated: true });
  const { panel, button, waitForEnd } = program(page, breakfast);
  await button('Run').click();
  await waitForEnd();
  const view = panel.getByRole('region', { name: 'Event loop, moment by moment' });
  const slider = view.getByRole('slider', { name: 'Moment of the event loop' });
  const happened = view.locator('.loop-happened');
  const part = (name: string) => view.locator('.loop-part', { has: page.getByRole('heading', { name, exact: true }) });

  await test.step('from the first moment to the last', async () => {
    await expect(happened).toHaveText('Task-1 (main) is made, and stands in the ready queue.');
    await expect(part('Ready queue').getByRole('listitem')).toHaveText(['1.Task-1 (main)']);
    await slider.focus();
    await page.keyboard.press('End');
    await expect(happened).toHaveText('The loop is closed.');
    await expect(view.getByRole('button', { name: 'Next moment' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Home');
  });

  await test.step('a task that keeps the thread, and what waits for it', async () => {
    for (let left = 60; left > 0 && (await happened.textContent())?.startsWith('Bread keeps') !== true; left -= 1)
      await page.keyboard.press('ArrowRight');
    await expect(happened).toHaveText('Bread keeps the thread, waiting for sleep.');
    await expect(part('Has the thread')).toContainText('Bread waiting for sleep, and keeps the thread');
    await expect(part('Ready queue')).toContainText('empty');
    await expect(part('Timers').getByRole('listitem')).toHaveText([/print\(\)/, /wakes Tea/, /wakes Toast/]);
    await expect(part('Tasks that wait').getByRole('listitem')).toHaveText([
      /Task-1 \(main\) blocked on Tea/,
      /Tea waiting for sleep 0.3 s/,
      /Toast waiting for sleep 0.5 s/,
    ]);
  });

  await test.step('a span that is chosen in the timeline leads to its time', async () => {
    const before = await slider.inputValue();
    await panel.getByRole('application').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await expect(slider).not.toHaveValue(before);
  });

  await test.step('in both themes and on a narrow screen', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      await expectNoViolations(page);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await view.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });
});

test('a program without an event loop has no view of one', async ({ page }) => {
  test.slow();
  await visit(page, './sharing/', { isolated: true });
  const { panel, button, waitForEnd } = program(page, 'database_unlocked.py');
  await button('Run').click();
  await waitForEnd();
  await expect(panel.getByRole('application')).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Event loop, moment by moment' })).toHaveCount(0);
});
