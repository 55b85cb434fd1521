import { card } from '../support/card';
import { expect, test } from '../support/fixtures';
import { visit } from '../support/visit';

test('a whole lesson by keyboard alone', async ({ page }) => {
  await visit(page, './threads/?downloads.latencyMs=150');
  const { keyboard } = page;
  const focused = page.locator(':focus');
  /** Presses Tab until the focus is where it is wanted, as a reader would; gives up where that never comes. */
  const tabTo = async (
    wanted: (element: { readonly text: string; readonly tag: string; readonly label: string }) => boolean,
  ): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      await keyboard.press('Tab');
      const element = await focused.evaluate((node) => ({
        text: node.textContent ?? '',
        tag: node.tagName.toLowerCase(),
        label: node.getAttribute('aria-label') ?? '',
      }));
      if (wanted(element)) return;
    }
    throw new Error('The focus never came there.');
  };

  await keyboard.press('Tab');
  await expect(focused).toHaveText('Skip to the page');
  await keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await tabTo(({ label }) => label.startsWith('Copy'));
  // The prediction: move Threaded up, then guess.
  await tabTo(({ label }) => label === 'Move Threaded up');
  await keyboard.press('Enter');
  await tabTo(({ text }) => text === 'That is my guess');
  await keyboard.press('Enter');
  const downloads = card(page, 'downloads');
  await expect(downloads.section.locator('[data-prediction="made"]')).toBeVisible();

  // Tabs of programs, by arrows.
  await downloads.section.getByRole('tab').first().focus();
  await keyboard.press('ArrowRight');
  await expect(downloads.section.getByRole('tab', { name: 'Threaded' })).toBeFocused();
  await expect(downloads.section.getByRole('tabpanel', { name: 'Threaded' })).toBeVisible();

  // A control, then run by the single key.
  await tabTo(({ tag, label }) => tag === 'input' && label === 'Pages, slider');
  await keyboard.press('ArrowLeft');
  await expect(downloads.section.getByRole('spinbutton', { name: /Pages/ })).toHaveValue('2');
  await keyboard.press('r');
  await downloads.waitFor('running');
  await downloads.waitFor('finished');
  await expect(downloads.section.locator('[data-verdict="given"]')).toContainText('Measured:');

  // Through the timeline, span by span.
  const timeline = downloads.section.getByRole('application');
  await timeline.focus();
  await keyboard.press('ArrowRight');
  const status = downloads.section.locator('.timeline-status');
  await expect(status).toContainText(/Thread-\d|MainThread/);
  const first = await status.innerText();
  await keyboard.press('ArrowDown');
  await expect(status).not.toHaveText(first);

  // The check at the end, and on to the next lesson.
  await page.locator('.question input').first().focus();
  await keyboard.press('Space');
  await expect(page.locator('.question .answer:not(:empty)').first()).toHaveText(/Right|Not quite/);
  await keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When threading is bad');
});

test('the focus can leave everything it enters', async ({ page }) => {
  await visit(page, './threads/?downloads.latencyMs=50');
  const downloads = card(page, 'downloads');
  await downloads.runAll();
  await downloads.waitFor('finished');
  await downloads.section.getByRole('application').focus();
  await page.keyboard.press('Tab');
  await expect(downloads.section.getByRole('application')).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(downloads.section.getByRole('application')).toBeFocused();
});
