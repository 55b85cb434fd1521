import type { Browser, Locator, Page } from '@playwright/test';
import type { Schedule } from '../../src/core/schedule/types';
import { encodeRun, programOf, usualSettings, type SharedRun } from '../../src/lab/scheduler/address';
import { digestOf } from '../../src/lab/scheduler/digest';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { editorStyle, expect, test } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { program as lessonProgram } from '../support/program';
import { startMs, untilKept } from '../support/pythonRun';
import { setTheme, visit, withoutServiceWorker } from '../support/visit';

const path = './scheduler/';

interface Scheduler {
  readonly code: Locator;
  /** The program with its threads. */
  readonly pane: Locator;
  notice(kind: string): Locator;
  button(name: string | RegExp): Locator;
  /** Waits until the program can be stepped. */
  ready(): Promise<void>;
  /** Puts a text in place of the editor's, which must be open. */
  write(source: string): Promise<void>;
  /** The address of what is open, where the reader stands: what Share gives. */
  address(): Promise<string>;
}

function scheduler(page: Page): Scheduler {
  const bench = page.locator('.scheduler-bench');
  const code = bench.getByRole('textbox', { name: /^Program, / });
  const button = (name: string | RegExp): Locator => bench.getByRole('button', { name, exact: true });
  return {
    code,
    pane: bench.locator('.scheduler-pane'),
    notice: (kind) => bench.locator(`.scheduler-notes [data-notice="${kind}"]`),
    button,
    async ready() {
      await expect(bench.locator('.step-board')).toBeVisible({ timeout: startMs });
      await expect(bench.locator('.told-count')).toHaveText(/^Step \d+/);
    },
    async write(source) {
      await replaceText(page, code, source);
    },
    async address() {
      await button('Share').click();
      const value = await bench.getByRole('textbox', { name: 'Address of the program' }).inputValue();
      await bench.locator('.share-panel').getByRole('button', { name: 'Close' }).click();
      return value;
    },
  };
}

/** Three lines in each of two threads; the main thread's own steps, which no reader chooses, are four. */
const source = `import threading


def work():
    print("one")
    print("two")
    print("three")


ada, bob = threading.Thread(target=work), threading.Thread(target=work)
ada.start()
bob.start()
ada.join()
bob.join()
`;
const program = programOf(source, 'two.py', usualSettings);

/** An address as somebody may have sent it, with steps that depend on the test. */
const sent = async (schedule: Schedule, facts: Partial<Pick<SharedRun, 'python' | 'state'>> = {}): Promise<string> =>
  `${path}#${await encodeRun(program, schedule, { python: '3.14.2', state: '00000000', ...facts })}`;

/** The schedule in an address. */
function scheduleIn(address: string): string {
  return /&schedule=(.*)$/.exec(address)?.[1] ?? '';
}

test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

test('an example is chosen and stepped; an edit is stepped anew, and outlives a reload', async ({ page }) => {
  test.slow();
  await visit(page, path);
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
    await page.getByRole('radio', { name: 'bytecode' }).check();
    await ready();
    expect(await address()).toContain('&step=bytecode&');
    await page.getByRole('radio', { name: 'line' }).check();
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

/** Opens an address in a new browser, agrees to the replay, and gives the address that this browser would share. */
async function inAnotherBrowser(browser: Browser, address: string): Promise<string> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    const { button, ready, notice, address: shared } = scheduler(page);
    await button(/^Replay these \d+ steps$/).click();
    await ready();
    await expect(notice('differs')).toHaveCount(0);
    return await shared();
  } finally {
    await context.close();
  }
}

test('a shared address brings another browser to the state that was shared, and runs nothing before its reader agrees', async ({
  page,
  browser,
}) => {
  test.slow();
  const { button, ready, notice, address, pane } = scheduler(page);
  await page.goto(await sent([]));
  await expect(notice('shared')).toContainText('Read it before it runs');
  await expect(button(/^Replay/)).toHaveCount(0);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await expect(pane).toContainText('print("three")');
  expect(requested.filter((url) => url.includes('pyodide'))).toEqual([]);
  await button('Step through it').click();
  await ready();
  const start = scheduleIn(await address());
  expect(start).toMatch(/^s1\.\d+\.a\d+$/);
  const main = Number(start.split('.')[1]);

  // The address does not tell the right state: the page says so, and shares the state in which the reader is.
  await page.goto(await sent([...Array<number>(main).fill(0), 1, 2, 1, 2]));
  await button(`Replay these ${main + 4} steps`).click();
  await ready();
  await expect(notice('differs')).toContainText('not the one that was shared');
  const right = await address();
  expect(scheduleIn(right)).toContain('bcbc');
  expect(page.url()).toBe(right);

  await test.step('in another browser, and here again', async () => {
    expect(await inAnotherBrowser(browser, right)).toBe(right);
    await page.reload();
    await ready();
    await expect(notice('differs')).toHaveCount(0);
    await expect(notice('shared')).toHaveCount(0);
    for (let time = 0; time < 20; time += 1) {
      await page.evaluate(() => {
        location.hash = '#example=lost_update';
      });
      await expect(pane.locator('.step-board')).toContainText('value = counter');
      await page.goto(right);
      await expect(pane.locator('.step-board')).toContainText('print("three")');
      expect(await address()).toBe(right);
    }
  });
});

test('what differs from a shared address is said, and shown as far as it goes', async ({ page }) => {
  test.slow();
  const { button, ready, notice, address } = scheduler(page);
  // The page stays, and Python with it: only the fragment changes.
  const open = (address: string): Promise<unknown> => page.goto(address);
  await open(await sent([]));
  await button('Step through it').click();
  await ready();
  const start = await address();
  const main = Number(scheduleIn(start).split('.')[1]);
  const steps = (...chosen: readonly number[]): Schedule => [...Array<number>(main).fill(0), ...chosen];

  await test.step('another Python', async () => {
    await open(start.replace('python=3.14.2', 'python=3.13.1'));
    await button(/^Replay/).click();
    await expect(notice('differs')).toContainText(
      'The steps were made with Python 3.13.1, and this page has 3.14.2. Even so',
      { timeout: startMs },
    );
  });

  await test.step('an edited program', async () => {
    await open(start.replace(`text=${digestOf(source)}`, 'text=01234567'));
    await button(/^Replay/).click();
    await expect(notice('differs')).toContainText('another version of this program', { timeout: startMs });
  });

  await test.step('steps that cannot be taken', async () => {
    await open(await sent(steps(1, 1, 7, 1)));
    await button(/^Replay/).click();
    await expect(notice('differs')).toContainText(`Only ${main + 2} of the ${main + 4} steps could be taken`, {
      timeout: startMs,
    });
    await ready();
    expect(scheduleIn(await address())).toContain(`a${main}b2`);
  });

  await test.step('damaged, and newer', async () => {
    const whole = await sent(steps(1, 2));
    await open(whole.slice(0, -2));
    await expect(notice('trouble')).toContainText('damaged');
    await expect(notice('shared')).toBeVisible();
    await open(whole.replace('schedule=s1.', 'schedule=s9.'));
    await expect(notice('trouble')).toContainText('newer version');
    await open(`${path}#program=d1.AAAAqrtoodamagedtobeaprogram`);
    await expect(notice('trouble')).toContainText('is damaged');
    await ready();
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

  await test.step('and back to the playground', async () => {
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
    await page.locator('.bench').getByRole('button', { name: 'Step through' }).click();
    await expect(notice('outside')).toContainText('This program starts processes');
  });
});

test('the keyboard is enough', async ({ page }) => {
  test.slow();
  await page.goto(path);
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
  await page.goto(path);
  const { pane, ready } = scheduler(page);
  await ready();
  const search = page.getByRole('region', { name: 'Try them all' });
  await search.getByRole('button', { name: 'Try them all' }).click();
  await expect(search).toContainText('All 20 schedules at line granularity', { timeout: startMs });
  await search
    .getByRole('button', { name: /Step through/ })
    .first()
    .click();
  await ready();
  await expect(pane.locator('.step-board')).toBeInViewport();
});

test('without a network, on the second visit, it steps', async ({ page, context }) => {
  test.slow();
  await visit(page, path, { isolated: true });
  const { ready } = scheduler(page);
  await ready();
  await untilKept(page);
  await context.setOffline(true);
  await page.goto(path);
  await ready();
});

test('a browser that cannot suspend WebAssembly says so, and shows the program', async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(WebAssembly, 'Suspending'));
  await page.goto(path);
  const { notice, pane, button, code } = scheduler(page);
  await expect(notice('lost')).toContainText('cannot suspend WebAssembly');
  await expect(pane).toContainText('value = counter');
  await button('Edit').click();
  await expect(code).toContainText('value = counter');
});

test('what is missing of Python is told, and can be tried again', async ({ page, tolerate }) => {
  test.slow();
  tolerate.error(/net::ERR_|Failed to load resource/);
  await withoutServiceWorker(page);
  await page.route('**/pyodide/*.wasm', (route) => route.abort('connectionreset'));
  await page.goto(path);
  const { notice, ready } = scheduler(page);
  await expect(notice('lost')).toContainText('Python could not be fetched');
  await page.unroute('**/pyodide/*.wasm');
  await notice('lost').getByRole('button', { name: 'Try again' }).click();
  await ready();
  await expect(notice('lost')).toHaveCount(0);
});

test('it can be used by everyone, in both themes and on a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
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
  await page.goto(await sent([0]));
  await expect(notice('shared')).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page);
  await button('Programs').click();
  await expect(page.getByRole('dialog', { name: 'Programs' })).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page);
});
