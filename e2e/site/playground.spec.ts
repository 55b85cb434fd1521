import type { Locator, Page } from '@playwright/test';
import { lessons } from '../support/pages';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { expect, test } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { setTheme, visit } from '../support/visit';

const path = './playground/';

interface Playground {
  readonly code: Locator;
  readonly run: Locator;
  readonly output: Locator;
  readonly notice: Locator;
  button(name: string | RegExp): Locator;
  /** Puts a text in place of the editor's. */
  write(source: string): Promise<void>;
  waitForEnd(status?: string): Promise<void>;
}

function playground(page: Page): Playground {
  const code = page.getByRole('textbox', { name: /^Program, / });
  const run = page.locator('.bench .program-run');
  return {
    code,
    run,
    output: run.getByRole('log'),
    notice: page.locator('.bench-notes [data-notice]'),
    button: (name) => page.locator('.bench').getByRole('button', { name, exact: true }),
    async write(source) {
      await replaceText(page, code, source);
    },
    async waitForEnd(status = 'finished') {
      await expect(run).toHaveAttribute('data-phase', 'ended');
      await expect(run).toHaveAttribute('data-end', status);
    },
  };
}

const syntaxError = 'import time\n\nwhile True\n    time.sleep(1)\n';

test('an example is found, runs, and shows its output and its threads; a mistake stands at its line', async ({
  page,
}) => {
  test.slow();
  await visit(page, path, { isolated: true });
  const { code, run, output, button, write, waitForEnd } = playground(page);

  await test.step('choose', async () => {
    await button('Programs').click();
    const dialog = page.getByRole('dialog', { name: 'Programs' });
    await expect(dialog.getByRole('heading', { level: 3 })).toHaveCount(lessons.length);
    await dialog.getByRole('searchbox', { name: 'Search' }).fill('hikers');
    await expect(dialog.locator('.programs-choice')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(code).toContainText('threading.Barrier');
    await expect(dialog).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('#example=barrier');
  });

  await test.step('run', async () => {
    await button('Run').click();
    await waitForEnd();
    await expect(output).toContainText('all are at the summit');
    await expect(output.locator('.console-who').first()).toBeVisible();
    await expect(run.getByRole('application', { name: 'barrier.py' })).toBeVisible();
    await expectNoViolations(page);
    await setTheme(page, 'dark');
    await expectNoViolations(page);
  });

  await test.step('a syntax error', async () => {
    await write(syntaxError);
    await page.keyboard.press('ControlOrMeta+Enter');
    await waitForEnd('failed');
    await expect(page.locator('.editor-error')).toHaveText(/SyntaxError: expected ':'/);
    await expect(page.locator('.editor-error-line')).toHaveText('while True');
    await expectNoViolations(page);
    // The message goes when its line is mended.
    await page.locator('.editor-error-line').click();
    await page.keyboard.press('End');
    await page.keyboard.type(':');
    await expect(page.locator('.editor-error')).toHaveCount(0);
  });

  await test.step('stop', async () => {
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(run).toHaveAttribute('data-phase', 'running');
    await button('Stop').click();
    await waitForEnd('stopped');
    await expect(button('Run')).toBeFocused();
  });

  await test.step('an answer to input()', async () => {
    await write("name = input('Name? ')\nprint('Hello', name)\n");
    await page.keyboard.press('ControlOrMeta+Enter');
    const answer = run.getByRole('textbox');
    await expect(answer).toBeVisible();
    await answer.fill('Ada');
    await answer.press('Enter');
    await waitForEnd();
    await expect(output).toContainText('Hello Ada');
  });

  await test.step('the switch interval is what the program finds', async () => {
    await write('import sys\nprint(f"{sys.getswitchinterval():.4f}")\n');
    await button('Switch interval: 5 ms').click();
    await page.getByRole('spinbutton', { name: /Switch interval/ }).fill('250');
    await button('Run').click();
    await waitForEnd();
    await expect(output).toContainText('0.2500');
  });

  await test.step('reset', async () => {
    await button('Reset').click();
    await expect(code).toContainText('threading.Barrier');
    await expect(run).toHaveCount(0);
  });
});

test('a shared address shows the program that was shared, and never runs it', async ({ page, context }) => {
  await page.goto(path);
  const { button, write } = playground(page);
  const source = 'import threading\nprint("shared", threading.active_count())\n';
  await write(source);
  await button('Share').click();
  const address = await page.getByRole('textbox', { name: 'Address of the program' }).inputValue();
  expect(address).toMatch(/playground\/#program=d1\.[\w-]+$/);

  const opened = await context.newPage();
  const requested: string[] = [];
  opened.on('request', (request) => requested.push(request.url()));
  await opened.goto(address);
  const other = playground(opened);
  await expect(other.code).toContainText('"shared"');
  await expect(other.notice).toContainText('Read it before you run it');
  await expect(other.button('Run')).toBeEnabled();
  await expect(other.run).toHaveCount(0);
  // Not even Python itself is fetched before the reader asks.
  expect(requested.filter((url) => url.includes('pyodide'))).toEqual([]);

  await test.step('edited, it is a draft, and a reload opens that', async () => {
    await other.write('print("mine now")\n');
    expect(new URL(opened.url()).hash).toBe('');
    await opened.reload();
    await expect(other.code).toContainText('mine now');
    await expect(other.notice).toHaveCount(0);
  });
});

test('a damaged address says so, and the page works', async ({ page }) => {
  await page.goto(`${path}#program=d1.AAAAqrtoodamagedtobeaprogram`);
  const { code, notice, button } = playground(page);
  await expect(notice).toContainText('is damaged');
  await expect(code).toContainText('Three threads count');
  await button('Dismiss').click();
  await expect(notice).toHaveCount(0);

  await test.step('another address in the same tab', async () => {
    await page.evaluate(() => {
      location.hash = '#example=semaphore';
    });
    await expect(code).toContainText('BoundedSemaphore');
    await page.evaluate(() => {
      location.hash = '#example=there_is_none';
    });
    await expect(notice).toContainText('no example called');
  });
});

test('a draft survives a reload, other programs and other tabs', async ({ page, context }) => {
  await page.goto(path);
  const { code, button, write } = playground(page);
  await write('"""My own program."""\n');
  await expect(page.locator('.bench-standing')).toContainText('kept in this browser');
  await page.reload();
  await expect(code).toContainText('My own program.');

  await button('Programs').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /daemon\.py/ })
    .click();
  await expect(code).toContainText('daemon=True');
  await write('"""Another one."""\n');
  // Another tab goes on with the draft that was kept last.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('timeslice-playground'))).toContain('Another one');

  const second = await context.newPage();
  await second.goto(path);
  const other = playground(second);
  await other.write('"""From another tab."""\n');
  await second.close();

  await button('Programs').click();
  const drafts = page
    .getByRole('dialog')
    .getByRole('region')
    .or(page.getByRole('dialog').locator('section'))
    .filter({ has: page.getByRole('heading', { name: 'Your drafts' }) });
  await expect(drafts.getByRole('button', { name: /My own program/ })).toBeVisible();
  await expect(drafts.getByRole('button', { name: /From another tab/ })).toBeVisible();
  await drafts.getByRole('button', { name: /My own program/ }).click();
  await expect(code).toContainText('My own program.');
});

test('a program can be named, and keeps its name wherever it goes', async ({ page }) => {
  await page.goto('./playground/#example=barrier');
  const { code, output, button, write, waitForEnd } = playground(page);
  await expect(code).toContainText('Barrier');
  const field = page.getByLabel('Name of the program');
  await write('def fall():\n    raise ValueError("deep")\n\n\nfall()\n');
  await button('Rename').click();
  await expect(field).toBeFocused();

  await test.step('a name that would hide a module of Python’s is refused, and says what would do', async () => {
    await field.fill('queue');
    await field.press('Enter');
    await expect(page.getByRole('alert')).toContainText('my_queue.py would do');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toBeFocused();
    await expectNoViolations(page, '.bench-editor');
    await field.fill('my falls.py');
    await field.press('Enter');
    await expect(page.getByRole('alert')).toContainText('my_falls.py would do');
    await field.press('Escape');
    await expect(page.getByRole('heading', { name: 'barrier.py' })).toBeVisible();
    await expect(button('Rename')).toBeFocused();
  });

  await button('Rename').click();
  await field.fill('my_falls');
  await field.press('Enter');
  await expect(page.getByRole('heading', { name: 'my_falls.py' })).toBeVisible();
  await expect(code).toContainText('raise ValueError("deep")');

  await test.step('in tracebacks', async () => {
    await button('Run').click();
    await waitForEnd('failed');
    await expect(output).toContainText('my_falls.py", line 5');
    await expect(output).not.toContainText('barrier.py');
  });

  await test.step('after a reload, and among the drafts', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'my_falls.py' })).toBeVisible();
    await expect(code).toContainText('raise ValueError("deep")');
  });

  await test.step('in the address that is shared, and at the scheduler', async () => {
    await button('Share').click();
    const address = await page.getByLabel('Address of the program').inputValue();
    await button('Step').click();
    await expect(page).toHaveURL(/scheduler/);
    await expect(page.getByRole('heading', { name: 'my_falls.py' })).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(address);
    await expect(other.getByRole('heading', { name: 'my_falls.py' })).toBeVisible();
    await other.close();
  });
});

test('files come in and go out, and what is no program is refused', async ({ page }) => {
  await page.goto(path);
  const { code, notice, button } = playground(page);
  await expect(code).toBeVisible();
  const open = async (name: string, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/x-python', buffer });
  await open('my threads.py', Buffer.from('print("from a file")\r\n'));
  await expect(code).toContainText('from a file');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Download').click()]);
  expect(download.suggestedFilename()).toBe('my_threads.py');

  await open('long.py', Buffer.alloc(200_001, '#'));
  await expect(notice).toContainText('200 kB');
  await open('picture.py', Buffer.from([0x89, 0x50, 0xff, 0x00]));
  await expect(notice).toContainText('could not be read as text');
  await expect(code).toContainText('from a file');
});

test('the keyboard is enough', async ({ page }) => {
  test.slow();
  await visit(page, path, { isolated: true });
  const { code, output, button, waitForEnd } = playground(page);
  await expect(code).toBeVisible();

  await button('Programs').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Programs' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('rlock');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: /rlock\.py/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(code).toContainText('RLock');
  await expect(button('Programs')).toBeFocused();

  await code.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Slash');
  await expect(code).toContainText('# """A thread that takes');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Enter');
  await waitForEnd();
  await expect(output).toContainText('RLock: was let in again');
  await expect(code).toBeFocused();
  // Tab is not trapped.
  await page.keyboard.press('Tab');
  await expect(code).not.toBeFocused();
});

test('on a phone nothing sticks out, and Run stays at hand', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, `${path}#example=starting_gun`, { isolated: true });
  const { code, run, button, waitForEnd } = playground(page);
  await expect(code).toContainText('starting gun');
  await expectNotSideways(page);
  await button('Run').click();
  await waitForEnd();
  await expect(run.getByRole('status').first()).toBeInViewport();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(button('Run')).toBeInViewport();
  await button('Share').click();
  await expectNotSideways(page);
  await button('Programs').click();
  await expect(page.getByRole('dialog', { name: 'Programs' })).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page);
});
