import type { Browser } from '@playwright/test';
import type { Schedule } from '../../src/core/schedule/types';
import { digestOf } from '../../src/lab/scheduler/digest';
import { editorStyle, expect, test } from '../support/fixtures';
import { startMs } from '../support/pythonRun';
import { scheduler, schedulerPath, sharedAddress, sharedSource } from '../support/scheduler';
/** The schedule in an address. */
function scheduleIn(address: string): string {
  return /&schedule=(.*)$/.exec(address)?.[1] ?? '';
}

test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

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
  await page.goto(await sharedAddress([]));
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
  await page.goto(await sharedAddress([...Array<number>(main).fill(0), 1, 2, 1, 2]));
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
  await open(await sharedAddress([]));
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
    await open(start.replace(`text=${digestOf(sharedSource)}`, 'text=01234567'));
    await button(/^Replay/).click();
    await expect(notice('differs')).toContainText('another version of this program', { timeout: startMs });
  });

  await test.step('steps that cannot be taken', async () => {
    await open(await sharedAddress(steps(1, 1, 7, 1)));
    await button(/^Replay/).click();
    await expect(notice('differs')).toContainText(`Only ${main + 2} of the ${main + 4} steps could be taken`, {
      timeout: startMs,
    });
    await ready();
    expect(scheduleIn(await address())).toContain(`a${main}b2`);
  });

  await test.step('damaged, and newer', async () => {
    const whole = await sharedAddress(steps(1, 2));
    await open(whole.slice(0, -2));
    await expect(notice('trouble')).toContainText('damaged');
    await expect(notice('shared')).toBeVisible();
    await open(whole.replace('schedule=s1.', 'schedule=s9.'));
    await expect(notice('trouble')).toContainText('newer version');
    await open(`${schedulerPath}#program=d1.AAAAqrtoodamagedtobeaprogram`);
    await expect(notice('trouble')).toContainText('is damaged');
    await ready();
  });
});

/** Shared before addresses said a rule: two threads that print a line each, and five steps. */
const oldProgram =
  'd1.nbWZVatWykvMTVWyUsrNzEvVK6hUquXKzC3ILypRKMkoSk1MycxL5-LiSklNUyjPL8rW0LTiUgCCgqLMvBINpUQlTaAkXKFeCJilUZJYlJ5aYgvSoKlXDOSVaGgSqQoA';
const oldSteps = '&step=line&main=first&tasks=order&python=3.14.2&text=2c0f9546&state=43458760&schedule=s1.5.a2bca';

test('what was shared before there were rules opens as it was, and is shared with its rule from now on', async ({
  page,
}) => {
  test.slow();
  const { button, ready, notice, address } = scheduler(page);
  await page.goto(`${schedulerPath}#program=${oldProgram}${oldSteps}`);
  await button('Replay these 5 steps').click();
  await ready();
  await expect(page.getByRole('radio', { name: 'anywhere' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'line' })).toBeChecked();
  await expect(page.locator('.told-ending')).toContainText('Finished');
  await expect(notice('differs')).toHaveCount(0);
  expect(await address()).toContain('&rule=anywhere&step=line&');

  await page.goto('about:blank');
  await page.goto(`${schedulerPath}#program=${oldProgram}`);
  await button('Step through it').click();
  await ready();
  await expect(page.getByRole('radio', { name: 'line' })).toBeChecked();
});
