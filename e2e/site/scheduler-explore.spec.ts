import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { setTheme, visit } from '../support/visit';
import { test } from '../support/withPython';

interface Explore {
  readonly panel: Locator;
  readonly go: Locator;
  /** What the search has shown, in words. */
  readonly words: Locator;
  readonly outcomes: Locator;
  /** Opens the editor and puts a text into it. */
  write(source: string): Promise<void>;
  /** Tries all schedules, and waits for the end. */
  tryAll(phase?: string): Promise<void>;
  choose(option: string): Promise<void>;
}

/** Opens an example whose schedules are tried by line. */
async function explore(page: Page, example = 'lost_update'): Promise<Explore> {
  await visit(page, `./scheduler/#example=${example}&under=line`);
  const panel = page.getByRole('region', { name: 'Try them all' });
  const go = panel.locator('.explore-go');
  await expect(go).toBeVisible();
  return {
    panel,
    go,
    words: panel.locator('[data-result="schedules"]'),
    outcomes: panel.getByRole('list', { name: 'Outcomes' }).getByRole('listitem'),
    async write(source) {
      const edit = page.getByRole('button', { name: 'Edit', exact: true });
      if (await edit.isVisible()) await edit.click();
      const code = page.getByRole('textbox', { name: /^Program, / });
      await replaceText(page, code, source);
    },
    async tryAll(phase = 'ended') {
      await go.click();
      await expect(panel).toHaveAttribute('data-phase', phase, { timeout: startMs });
    },
    choose: (option) => panel.getByRole('radio', { name: option, exact: true }).check(),
  };
}

const withThreads = (body: string, targets: string): string => `import threading
${body}
threads = [threading.Thread(target=target) for target in ${targets}]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

/** Five lines in each of two threads. */
const fivePoints = `${withThreads(
  `counter = 0
def add():
    global counter
    name = "first"
    value = counter
    value = value + 1
    name = "last"
    counter = value`,
  '(add, add)',
)}print(counter)
`;

const deadlock = withThreads(
  `a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        with b:
            pass
def two():
    with b:
        with a:
            pass`,
  '(one, two)',
);

/** A program that has too many schedules to try them all. */
const manySchedules = withThreads(
  `def count():
    for number in range(20):
        pass`,
  '(count, count, count)',
);

const endless = withThreads(
  `rounds = 0
def turn():
    global rounds
    while True:
        rounds += 1`,
  '(turn, turn)',
);

test('all schedules are tried, counted, marked and stepped through', async ({ page }) => {
  test.slow();
  const { panel, words, outcomes, write, tryAll, choose } = await explore(page);
  const sentence = words.locator('p').first();
  await write(fivePoints);

  await test.step('every schedule', async () => {
    await tryAll();
    await expect(sentence).toHaveText('All 252 schedules at line granularity: 12 end at 2, 240 end at 1.');
    await expect(outcomes).toHaveCount(2);
    await expect(outcomes.first()).toContainText('240 schedules');
    await expect(panel.locator('[data-chart="outcomes"] [data-bar]')).toHaveCount(2);
    await expectNoViolations(page, '.explore');
  });

  await test.step('what is right', async () => {
    await outcomes.filter({ hasText: '12 schedules' }).getByRole('checkbox', { name: 'This is right' }).check();
    await expect(words.locator('p').nth(1)).toHaveText('240 of 252 schedules fail.');
    await expect(panel.locator('[data-bar="fails"]')).toHaveCount(1);
    await expect(panel.locator('[data-bar="right"]')).toHaveCount(1);
  });

  await test.step('step through an outcome', async () => {
    await outcomes.filter({ hasText: '12 schedules' }).getByRole('button', { name: 'Step through: Ends at 2' }).click();
    await expect(page.locator('.told-count')).toHaveText(/^Step \d+ of \d+, 0 switches$/);
    await expect(sentence).toBeVisible();
  });

  await test.step('bounds', async () => {
    await choose('0');
    await tryAll();
    await expect(sentence).toHaveText(
      'All 2 schedules at line granularity without preemptions: 2 end at 2. None of them fails; with more preemptions, one may.',
    );
    await choose('1');
    await tryAll();
    await expect(sentence).toHaveText(
      /^All \d+ schedules at line granularity with at most 1 preemption: \d+ end at 2, \d+ end at 1\.$/,
    );
  });

  await test.step('one of each kind', async () => {
    await choose('all');
    await choose('one of each kind');
    await tryAll();
    await expect(sentence).toHaveText(
      /^All schedules at line granularity, shown by 4 that stand for the others .*: 2 end at 1, 2 end at 2\.$/,
    );
    await expect(words.locator('p').nth(1)).toHaveText('2 of 4 kinds of schedules fail.');
    // A schedule that stood for others need not have the fewest switches; a second search looks for it.
    await expect(outcomes.first()).toContainText('at most');
    await outcomes
      .first()
      .getByRole('button', { name: /^Step through/ })
      .click();
    await expect(page.locator('.told-count')).toHaveText(/^Step \d+ of \d+, 0 switches$/);
    // It ends after a short time: on a busy machine before it is certain.
    await expect(outcomes.first()).toContainText(/fewest switches: (at most )?4/);
  });

  await test.step('an edit makes it a result of the past', async () => {
    await write(`${fivePoints}# edited\n`);
    await expect(panel.getByText('What follows is of the program before your last edit.')).toBeVisible();
    await expect(outcomes.first().getByRole('button', { name: /^Step through/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });
});

test('the number of switches beside an outcome is what the stepper counts in the schedule that it shows', async ({
  page,
}) => {
  test.slow();
  const stepper = page.getByRole('region', { name: 'Step', exact: true });
  const counts = { inTheList: /fewest switches: ([\d,]+)$/m, inTheStepper: /^Step \d+, ([\d,]+) switch/ };
  for (const { example, anyOrder } of [
    { example: 'lost_update', anyOrder: false },
    { example: 'update_across_await', anyOrder: true },
  ]) {
    await test.step(example, async () => {
      const { panel, outcomes, tryAll } = await explore(page, example);
      if (anyOrder) {
        await page.getByRole('button', { name: 'Settings' }).click();
        await page.getByRole('checkbox', { name: 'Tasks may go on in any order' }).check();
      }
      await panel.getByRole('radio', { name: 'every schedule', exact: true }).check();
      await tryAll();
      await expect(outcomes).toHaveCount(2);
      for (const outcome of await outcomes.all()) {
        await outcome.getByRole('button', { name: /^Step through/ }).click();
        // Before its first step, with the others to come.
        await expect(stepper.locator('.told-count')).toHaveText(/ of [\d,]+, 0 switches$/);
        await stepper.getByRole('slider', { name: 'Step', exact: true }).press('End');
        await expect(stepper.locator('.told-count')).toHaveText(counts.inTheStepper);
        const [, inTheStepper] = counts.inTheStepper.exec(await stepper.locator('.told-count').innerText()) ?? [];
        const [, inTheList] = counts.inTheList.exec(await outcome.innerText()) ?? [];
        expect(inTheStepper).toMatch(/^\d+$/);
        expect(inTheList).toBe(inTheStepper);
      }
    });
  }
});

test('a deadlock is told, a search is stopped, and what cannot be explored says so', async ({ page }) => {
  test.slow();
  const { panel, go, words, outcomes, write, tryAll } = await explore(page);
  const sentence = words.locator('p').first();

  await test.step('deadlock', async () => {
    await write(deadlock);
    await tryAll();
    await expect(sentence).toHaveText(
      /^All \d+ schedules at line granularity: \d+ deadlock, \d+ end without printing anything\.$/,
    );
    await expect(outcomes.first()).toContainText(
      'Thread-1 waits for lock b, held by Thread-2. Thread-2 waits for lock a, held by Thread-1.',
    );
    await outcomes.first().getByRole('button', { name: 'Step through: Deadlock' }).click();
    await expect(page.locator('.told-count')).toHaveText(/^Step \d+ of \d+, 0 switches$/);
  });

  await test.step('stop', async () => {
    await write(manySchedules);
    await go.click();
    await expect(panel).toHaveAttribute('data-phase', 'running', { timeout: startMs });
    await go.click();
    await expect(panel).toHaveAttribute('data-phase', 'ended', { timeout: 5000 });
    await expect(panel.getByText('You stopped the search.')).toBeVisible();
    await expect(sentence).toHaveText(
      /^No failure among [\d,]+ of an unknown number of schedules at line granularity: [\d,]+ ends? without printing anything\./,
    );
    await expect(outcomes).toHaveCount(1);
    await expect(go).toHaveText('Try them all');
  });

  await test.step('the worker that searches dies', async () => {
    await go.click();
    await expect(panel).toHaveAttribute('data-phase', 'running', { timeout: startMs });
    await expect(outcomes).toHaveCount(1);
    const searcher = page.workers().find((worker) => worker.url().includes('search.worker'));
    await searcher?.evaluate(() => self.close());
    await expect(panel.getByRole('alert')).toContainText('What was found before is kept.');
    await expect(outcomes).toHaveCount(1);
    await expect(go).toHaveText('Try them all');
  });

  await test.step('endless', async () => {
    await panel.getByText('Limits, and variables to watch').click();
    await panel.getByRole('spinbutton', { name: /^Most steps of a schedule/ }).fill('100');
    await write(endless);
    await tryAll();
    const notice = panel.locator('[data-notice="unended"]');
    await expect(notice).toContainText('schedules came to an end.');
    await expect(notice).toContainText('What was cut off after 100 steps may not end at all');
    await expect(notice.getByRole('button', { name: 'Try the others all the same' })).toBeVisible();
  });

  await test.step('a long text', async () => {
    await write('for line in range(40):\n    print(line, "of what is printed")\n');
    await tryAll();
    await expect(sentence).toHaveText(/^The only schedule at line granularity ends at 0 of what is printed .*…\.$/);
    await expectNoViolations(page, '.explore');
  });

  await test.step('outside', async () => {
    await write('name = input()\n');
    await tryAll();
    await expect(panel.locator('[data-notice="advice"]')).toContainText(
      'This program waits for something from outside of it: input()',
    );
  });

  await test.step('no program', async () => {
    await write('def (\n');
    await tryAll('refused');
    await expect(panel.getByRole('alert')).toContainText('SyntaxError: invalid syntax');
  });

  await test.step('variables', async () => {
    await write(
      withThreads('total = 0\ndef add():\n    global total\n    value = total\n    total = value + 1', '(add, add)'),
    );
    const known = panel.getByRole('group', { name: 'Watch global variables' });
    if (await known.isVisible()) await known.getByRole('checkbox', { name: 'total' }).check();
    else await panel.getByRole('textbox', { name: 'Watch global variables' }).fill('total');
    await tryAll();
    await expect(sentence).toHaveText('All 6 schedules at line granularity: 2 end at total = 2, 4 end at total = 1.');
  });
});

test('the keyboard alone is enough, on a small screen and in the dark', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await setTheme(page, 'dark');
  const { panel, go, outcomes } = await explore(page);
  await go.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(panel.getByRole('radio', { name: 'all' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(panel.getByRole('radio', { name: '3' })).toBeChecked();
  await go.focus();
  await page.keyboard.press('Enter');
  await expect(panel).toHaveAttribute('data-phase', 'ended', { timeout: startMs });
  await expect(go).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Is it safe?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(outcomes.first().getByRole('button', { name: /^Step through/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(outcomes.last().locator('..').getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expectNotSideways(page);
  await expectNoViolations(page, '.explore');
  await setTheme(page, 'light');
  await expectNoViolations(page, '.explore');
});
