import type { Page } from '@playwright/test';
import { idIn } from '../../src/app/place';
import { expectNoViolations } from '../support/accessibility';
import { expectLanded } from '../support/anchors';
import { editorStyle, expect, test } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { program as lessonProgram } from '../support/program';
import { startMs, untilKept } from '../support/pythonRun';
import { scheduler, schedulerPath, sharedAddress } from '../support/scheduler';
import { setTheme, visit, withoutServiceWorker } from '../support/visit';
test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

test('an example is chosen and stepped; an edit is stepped anew, and outlives a reload', async ({ page }) => {
  test.slow();
  await visit(page, schedulerPath);
  const { code, pane, button, ready, write, address } = scheduler(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are the scheduler');
  await ready();

  await test.step('an example', async () => {
    await button('Programs').click();
    const dialog = page.getByRole('dialog', { name: 'Programs' });
    await expect(dialog.getByRole('heading', { name: 'Deadlocks' })).toBeVisible();
    await dialog.getByRole('searchbox', { name: 'Search' }).fill('opposite');
    await page.keyboard.press('Enter');
    await ready();
    await expect(pane).toContainText('eat_politely');
    expect(new URL(page.url()).hash).toBe('#example=opposite_orders');
  });

  await test.step('a finer step begins anew', async () => {
    expect(await address()).toContain('&rule=gil&main=');
    await page.getByRole('radio', { name: 'anywhere' }).check();
    await page.getByRole('radio', { name: 'bytecode' }).check();
    await ready();
    expect(await address()).toContain('&rule=anywhere&step=bytecode&');
    await page.getByRole('radio', { name: 'CPython with the GIL' }).check();
    await ready();
  });

  await test.step('an edit', async () => {
    await button('Edit').click();
    await write(
      'import threading\n\n\ndef mine():\n    print("mine")\n\n\nthreading.Thread(target=mine).start()\nthreading.Thread(target=mine).start()\n',
    );
    await expect(page.locator('.bench-standing')).toContainText('kept in this browser');
    expect(new URL(page.url()).hash).toBe('');
    await page.keyboard.press('ControlOrMeta+Enter');
    await ready();
    await expect(code).toHaveCount(0);
    await expect(pane).toContainText('mine');
    await page.reload();
    await ready();
    await expect(pane).toContainText('mine');
    await button('Reset').click();
    await ready();
    await expect(pane).toContainText('eat_politely');
  });

  await test.step('a mistake, in a program of its own', async () => {
    await button('Programs').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Empty program' }).click();
    await expect(code).toHaveText('');
    await write('import threading\n\nwhile True\n    pass\n');
    await button('Step').click();
    await expect(page.locator('.editor-error')).toHaveText(/SyntaxError: expected ':'/);
    await expect(page.locator('.editor-error-line')).toHaveText('while True');
    await write('print("right")\n');
    await button('Step').click();
    await ready();
    await expect(pane).toContainText('right');
  });
});

test('a lesson and the playground hand their programs over, edits included', async ({ page }) => {
  test.slow();
  const { pane, notice, ready, button } = scheduler(page);
  await test.step('a lesson', async () => {
    await page.goto('./sharing/');
    const name = 'database_unlocked.py';
    const lesson = lessonProgram(page, name);
    await lesson.button('Edit').click();
    await lesson.write('import threading\n\nprint("edited in the lesson")\n');
    await lesson.button('Step').click();
    await expect(page).toHaveURL(/\/scheduler\/#program=/);
    await ready();
    await expect(pane).toContainText('edited in the lesson');
    await expect(notice('shared')).toHaveCount(0);
  });

  await test.step('and back to the lesson, or on to the playground', async () => {
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.getByRole('link', { name: 'Back to database_unlocked.py in Sharing' }).click();
    await expect(page).toHaveURL(/\/sharing\/#program-/);
    await expectLanded(page, idIn(new URL(page.url()).hash));
    await page.goBack();
    await ready();
    await button('Playground').click();
    await expect(page).toHaveURL(/\/playground\/#program=/);
    await expect(page.getByRole('textbox', { name: 'Program, database_unlocked.py' })).toContainText(
      'edited in the lesson',
    );
  });

  await test.step('the playground', async () => {
    await page.locator('.bench').getByRole('button', { name: 'Programs' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /process_queue\.py/ })
      .click();
    await page.locator('.bench').getByRole('button', { name: 'Step', exact: true }).click();
    await expect(notice('outside')).toContainText('This program starts processes');
  });
});

test('the keyboard is enough', async ({ page }) => {
  test.slow();
  await page.goto(schedulerPath);
  const { code, pane, button, ready, address } = scheduler(page);
  await ready();
  await test.step('choose a program', async () => {
    await button('Programs').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Programs' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('last seat');
    await page.keyboard.press('Enter');
    await ready();
    await expect(pane).toContainText('def book');
    // An example that goes wrong only without the GIL says so, and begins so.
    await expect(page.getByRole('radio', { name: 'CPython without the GIL' })).toBeChecked();
    await expect(page.getByText('last_seat.py goes wrong only without the GIL.')).toBeVisible();
    await page.getByRole('radio', { name: 'CPython without the GIL' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'line' })).toBeChecked();
    await ready();
  });

  await test.step('both buy the last seat', async () => {
    for (const key of '1212') {
      const before = await pane.locator('.told-count').textContent();
      await page.keyboard.press(key);
      await expect(pane.locator('.told-count')).not.toHaveText(before ?? '');
    }
    expect(await address()).toMatch(/a\d+bcbc$/);
    // A reload goes on where the reader was, whatever the address says.
    await page.keyboard.press('1');
    await expect(pane).toContainText('Ada has a seat');
    await page.reload();
    await ready();
    await expect(pane).toContainText('Ada has a seat');
    await page.keyboard.press('2');
    await expect(pane).toContainText('seats left: -1');
  });

  await test.step('edit, and step again', async () => {
    await button('Edit').focus();
    await page.keyboard.press('Enter');
    await expect(code).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('# Mine\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await ready();
    await expect(pane).toContainText('# Mine');
    await expect(button('Edit')).toBeFocused();
    await page.keyboard.press('1');
    await expect(pane.locator('.told-count')).toHaveText(/^Step \d+/);
  });
});

test('an outcome of the search is stepped through', async ({ page }) => {
  test.slow();
  await page.goto(schedulerPath);
  const { pane, ready } = scheduler(page);
  await ready();
  const search = page.getByRole('region', { name: 'Try them all' });
  // On the first screen, whose answer comes to the screen.
  const ask = page.locator('.scheduler-bar').getByRole('button', { name: 'Try them all' });
  await expect(ask).toBeInViewport({ ratio: 1 });
  await ask.click();
  await expect(search).toContainText('All 6 schedules by the rule of CPython with the GIL: 2 end at 2, 4 end at 1.', {
    timeout: startMs,
  });
  await expect(search.locator('[data-result="schedules"]')).toBeInViewport({ ratio: 1 });
  await expect(search.getByRole('listitem').first()).toBeInViewport();
  await search
    .getByRole('button', { name: /Step through/ })
    .first()
    .click();
  await ready();
  await expect(pane.locator('.step-board')).toBeInViewport();
});

test('without a network, on the second visit, it steps', async ({ page, context }) => {
  test.slow();
  await visit(page, schedulerPath);
  const { ready } = scheduler(page);
  await ready();
  await untilKept(page);
  await context.setOffline(true);
  await page.goto(schedulerPath);
  await ready();
});

/** Loses the update of the page's first program, and sees why. */
async function loseAnUpdate(page: Page): Promise<void> {
  const { pane, button, ready } = scheduler(page);
  await ready();
  for (const thread of [1, 2]) await pane.locator('.deck-thread').nth(thread).click();
  await button('Undo').click();
  for (const thread of [2, 2, 1]) await pane.locator('.deck-thread').nth(thread).click();
  await expect(pane.locator('.told-ending')).toContainText('It printed “1”.');
  await expect(pane.locator('.step-why')).toContainText('A lost update');
}

test('a browser that cannot suspend WebAssembly steps what was recorded, and says what is missing for the rest', async ({
  page,
}) => {
  await page.addInitScript(() => void Reflect.deleteProperty(WebAssembly, 'Suspending'));
  await page.goto(schedulerPath);
  const { notice, pane, button, code, write } = scheduler(page);
  await loseAnUpdate(page);
  await page.locator('.scheduler-bar').getByRole('button', { name: 'Try them all' }).click();
  await expect(page.getByRole('region', { name: 'Try them all' })).toContainText('cannot suspend WebAssembly');
  await button('Edit').click();
  await write('print("mine")\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(notice('lost')).toContainText('only what was recorded can be stepped');
  await expect(pane).toContainText('mine');
  await button('Edit').click();
  await expect(code).toContainText('mine');
});

test('without Python an example is stepped; what is missing of it is told when it is needed, and can be tried again', async ({
  page,
  tolerate,
}) => {
  test.slow();
  tolerate.error(/net::ERR_|Failed to load resource/);
  await withoutServiceWorker(page);
  await page.route('**/pyodide/**', (route) => route.abort('connectionreset'));
  await page.goto(schedulerPath);
  const { notice, ready } = scheduler(page);
  await loseAnUpdate(page);
  await page.getByRole('radio', { name: 'CPython without the GIL' }).check();
  await expect(notice('lost')).toContainText('Python could not be fetched');
  await page.unroute('**/pyodide/**');
  await notice('lost').getByRole('button', { name: 'Try again' }).click();
  await ready();
  await expect(notice('lost')).toHaveCount(0);
});

test('on a phone the board comes before the rule, and is brought back when that is changed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(schedulerPath);
  const { ready } = scheduler(page);
  await ready();
  const threads = page.locator('.deck-thread');
  for (const thread of await threads.all()) await expect(thread).toBeInViewport({ ratio: 1 });
  const rule = page.getByRole('radio', { name: 'CPython without the GIL' });
  const isBefore = await threads
    .first()
    .evaluate(
      (first, other) => first.compareDocumentPosition(other as Node) & Node.DOCUMENT_POSITION_FOLLOWING,
      await rule.elementHandle(),
    );
  expect(isBefore, 'the rule follows the board in the page too').toBeGreaterThan(0);
  await rule.check();
  await ready();
  for (const thread of await threads.all()) await expect(thread).toBeInViewport();
});

test('it can be used by everyone, in both themes and on a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(schedulerPath);
  const { ready, button, notice } = scheduler(page);
  await ready();
  await expectNotSideways(page);
  await expectNoViolations(page);
  await button('Settings').click();
  await button('Share').click();
  await expect(notice('share')).toBeVisible();
  await expectNotSideways(page);
  await setTheme(page, 'dark');
  await expectNoViolations(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoViolations(page);
  await setTheme(page, 'light');
  await page.goto('about:blank');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(await sharedAddress([0]));
  await expect(notice('shared')).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page);
  await button('Programs').click();
  await expect(page.getByRole('dialog', { name: 'Programs' })).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page);
});
