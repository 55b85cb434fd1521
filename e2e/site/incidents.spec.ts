import { expectNoViolations } from '../support/accessibility';
import { editorStyle, expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { visit } from '../support/visit';
import { test } from '../support/withPython';

test.describe.configure({ timeout: 4 * startMs });
test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

test('an incident is investigated, diagnosed and mended by every schedule, and stays closed', async ({ page }) => {
  await visit(page, './incidents/#incident-seat');
  const room = page.locator('#incident-seat');
  await room.getByText('The log of both windows').click();
  await expect(room.getByText('Window 2: 7C is booked for Ben')).toBeVisible();
  const standing = room.locator('.investigation-standing');
  await room.getByRole('radio', { name: /^Each window has a lock of its own/ }).check();
  await expect(room.getByText('There is one plan, and it makes one lock')).toBeVisible();
  await expect(standing).toHaveText('');
  await room.getByRole('radio', { name: /^To look and to book are two steps/ }).check();
  await expect(standing).toHaveText(
    'You looked in 1 place, and your diagnosis was right at the second try. Now mend the program.',
  );
  await expect(standing).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page, '#incident-seat');

  await standing.getByRole('link').click();
  // The link opens the puzzle.
  const puzzle = page.locator('#puzzle-seat-fix');
  await puzzle.getByRole('button', { name: 'Show me a solution' }).click({ timeout: startMs });
  await puzzle.getByRole('button', { name: 'Use this' }).click();
  await puzzle.getByRole('button', { name: 'Try every schedule' }).click();
  await expect(puzzle.locator('.puzzle-told')).toContainText('Fixed.', { timeout: startMs });
  await expect(puzzle.getByRole('link', { name: 'Next: A pause every minute' })).toBeVisible();
  await visit(page, './certificate/');
  await page.getByRole('link', { name: 'Two guests for one seat' }).click();
  await expect(standing).toHaveText(
    'Closed. You looked in 1 place, your diagnosis was right at the second try, and the program is mended.',
  );
});

test('a program is mended by running it, on a phone; its measuring part stays as it was', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, './incidents/#puzzle-growth-fix');
  const puzzle = page.locator('#puzzle-growth-fix');
  const start = puzzle.getByRole('button', { name: /^Start/ });
  // A link opens it, where the browser came to it in time.
  if (await start.isVisible()) await start.click();
  const told = puzzle.locator('.puzzle-told');
  const run = puzzle.getByRole('button', { name: /^Run it/ });
  await run.click({ timeout: startMs });
  await expect(told).toContainText('501 tasks in memory', { timeout: startMs });
  await expect(told).toBeInViewport();

  const code = puzzle.getByRole('textbox', { name: /^Program to mend/ });
  const mended = (await code.innerText()).length;
  expect(mended).toBeGreaterThan(100);
  await puzzle.getByRole('button', { name: 'Show me a solution' }).click();
  await puzzle.getByRole('button', { name: 'Use this' }).click();
  await expect(puzzle.getByText('You have changed the program since it was run.')).toBeVisible();
  await run.click();
  await expect(told).toContainText('Mended. It printed “hour 5: 500 receipts sent, 1 tasks in memory”.', {
    timeout: startMs,
  });
  await expect(puzzle.getByRole('link', { name: 'Next: Wrong since the new Python' })).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page, '#puzzle-growth-fix');

  await code.press('ControlOrMeta+a');
  await page.keyboard.type('print("hour 5: 500 receipts sent, 1 tasks in memory")');
  await run.click();
  await expect(told).toContainText('is gone');
});

test('the graph of a report tells its figures and where they come from', async ({ page }) => {
  await visit(page, './incidents/');
  const graph = page.locator('.incident-graph').nth(2);
  await graph.scrollIntoViewIfNeeded();
  await graph.getByText('The figures, and where they come from').click();
  await expect(graph.getByText('One run of reports_waiting.py on CPython')).toBeVisible();
  await expect(graph.getByRole('table').getByRole('columnheader', { name: 'Friday' })).toBeVisible();
  await expectNoViolations(page, '.incident-graph');
});
