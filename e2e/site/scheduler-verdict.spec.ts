import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { setTheme, visit } from '../support/visit';
import { test } from '../support/withPython';

interface Verdict {
  readonly panel: Locator;
  readonly ask: Locator;
  /** The sentence, and what stands behind it. */
  readonly sentence: Locator;
  readonly findings: Locator;
  readonly table: Locator;
  /** The outcome's row. */
  row(words: string): Locator;
  write(source: string): Promise<void>;
  /** Asks, and waits for this answer. */
  answer(kind: string): Promise<void>;
}

async function open(page: Page): Promise<Verdict> {
  await visit(page, './scheduler/#example=lost_update');
  const panel = page.getByRole('region', { name: 'Try them all' });
  const ask = panel.locator('.explore-safe');
  await expect(ask).toBeVisible();
  const words = panel.locator('[data-result="verdict"]');
  const table = panel.getByRole('table', { name: /^Outcomes by rule/ });
  return {
    panel,
    ask,
    table,
    sentence: words.locator('p').first(),
    findings: words.locator('p').nth(1),
    row: (text) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: text }) }),
    async write(source) {
      const edit = page.getByRole('button', { name: 'Edit', exact: true });
      if (await edit.isVisible()) await edit.click();
      await replaceText(page, page.getByRole('textbox', { name: /^Program, / }), source);
    },
    async answer(kind) {
      await ask.click();
      await expect(panel.locator('.safety')).toHaveAttribute('data-verdict', kind, { timeout: startMs });
    },
  };
}

/** Threads that each run `work` once. */
const twice = (body: string, end: string, threads = 2): string => `import threading
${body}
threads = [threading.Thread(target=work) for _ in range(${threads})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
${end}
`;

const programs = {
  safe: twice(
    'lock, counter = threading.Lock(), 0\ndef work():\n    global counter\n    with lock:\n        counter += 1',
    'print(counter)',
  ),
  hidden: twice('counter = 0\ndef work():\n    global counter\n    counter += 1', 'print(counter)'),
  // Between the look and the act something is called, so that CPython with the GIL may switch there.
  unsafe: twice(
    'seats, sold = 1, []\ndef work():\n    global seats\n    if seats > 0:\n        sold.append(1)\n        seats -= 1',
    'print(seats)',
  ),
  // A failed assert decides, whatever is printed.
  asserts: twice('counter = 0\ndef work():\n    global counter\n    counter += 1', 'assert counter == 2'),
  large: twice(
    'lock, counter = threading.Lock(), 0\ndef work():\n    global counter\n    for _ in range(4):\n        with lock:\n            counter += 1',
    'print(counter)',
    3,
  ),
};

test('a program of each kind is judged, and a race that the GIL hides is stepped through', async ({ page }) => {
  test.slow();
  const { panel, ask, sentence, findings, table, row, write, answer } = await open(page);

  await test.step('right in both', async () => {
    await write(programs.safe);
    await answer('safe');
    await expect(sentence).toContainText('Right in every schedule, with and without the GIL.');
    await expect(findings).toHaveText(
      /^With the GIL, all \d+ kinds of schedules are right\. Without the GIL, all \d+ kinds of schedules are right\.$/,
    );
    await expect(table.getByRole('row')).toHaveCount(2);
  });

  await test.step('wrong in both, until the reader says what is right', async () => {
    await write(programs.unsafe);
    await answer('unsafe');
    await expect(sentence).toContainText('Wrong in both, with and without the GIL.');
    await expect(panel.getByText('Taken as right, since no outcome is marked')).toBeVisible();
    await row('Ends at 0').getByRole('checkbox', { name: 'This is right' }).check();
    await expect(row('Ends at -1')).toHaveAttribute('data-tone', 'fails');
    await expect(findings).toHaveText(/With the GIL, \d+ of the \d+ kinds of schedules are wrong\./);
    await row('Ends at -1').getByRole('checkbox', { name: 'This is right' }).check();
    await expect(sentence).toContainText('Right in every schedule');
    for (const one of await table.getByRole('checkbox').all()) await one.uncheck();
    await expectNoViolations(page, '.explore');
  });

  await test.step('an assert that fails', async () => {
    await write(programs.asserts);
    await answer('hidden');
    await expect(row('Exception')).toContainText('AssertionError');
  });

  await test.step('not decided', async () => {
    await write(programs.large);
    await panel.getByText('Limits, and variables to watch').click();
    await panel.getByRole('spinbutton', { name: /^Most schedules/ }).fill('100');
    await answer('undecided');
    await expect(sentence).toContainText(
      /Not decided: [\d,]+ schedules tried of an unknown number\. Nothing wrong was found/,
    );
    await expect(findings).toContainText('the search ended at its limit of 100 schedules. Fewer rounds of its loops');
    await panel.getByRole('spinbutton', { name: /^Most schedules/ }).fill('100000');
    await ask.click();
    await expect(panel.locator('.explore-status')).toContainText('CPython with the GIL (1 of 2): ');
    await expect(panel.locator('.explore-status')).toContainText('tried', { timeout: startMs });
    await ask.click();
    await expect(findings).toContainText('you stopped the search.');
    await expect(ask).toHaveText('Is it safe?');
  });

  await test.step('hidden by the GIL', async () => {
    await write(programs.hidden);
    await answer('hidden');
    await expect(sentence).toContainText('Right with the GIL, wrong without: the GIL hides a race.');
    await expect(ask).toBeInViewport();
    await expect(sentence).toBeInViewport();
    await expect(row('Ends at 1').getByRole('cell')).toHaveText(['none', /^2 of 4/]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\| Ends at 1 \(wrong\) \| none \| 2 of 4; simplest: `[\d× ]+` \(\d switches\) \|/);
    expect(copied).toContain('counter += 1');
  });

  await test.step('step through it', async () => {
    await row('Ends at 1').getByRole('button', { name: 'Step through without the GIL: 1' }).click();
    await expect(page.getByRole('radio', { name: 'CPython without the GIL' })).toBeChecked();
    const stepper = page.getByRole('region', { name: 'Step', exact: true });
    await stepper.getByRole('slider', { name: 'Step', exact: true }).press('End');
    await expect(stepper.locator('.told-ending')).toContainText('It printed “1”.');
    await expect(stepper.getByRole('group', { name: 'Why it broke' })).toContainText('A lost update');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const address = await page.getByRole('textbox', { name: 'Address of the program' }).inputValue();
    expect(address).toContain('&rule=free-threaded&main=free&');
    await row('Ends at 2').getByRole('button', { name: 'Step through with the GIL: 2' }).click();
    await expect(page.getByRole('radio', { name: 'CPython with the GIL' })).toBeChecked();
    await expect(page.getByRole('group', { name: 'Step by' })).toHaveCount(0);
  });

  await test.step('an edit makes it an answer of the past', async () => {
    await write(`${programs.hidden}# edited\n`);
    await expect(panel.getByText('What follows is of the program before your last edit.')).toBeVisible();
    await write('def (\n');
    await ask.click();
    await expect(panel.getByRole('alert')).toContainText('SyntaxError', { timeout: startMs });
  });
});

test('the keyboard alone is enough for a verdict, on a small screen and in the dark', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await setTheme(page, 'dark');
  const { panel, ask, sentence, table } = await open(page);
  await ask.focus();
  await page.keyboard.press('Enter');
  await expect(panel.locator('.safety')).toHaveAttribute('data-verdict', 'hidden', { timeout: startMs });
  await expect(ask).toBeFocused();
  await expect(ask).toBeInViewport();
  await expect(sentence).toBeInViewport();
  await expect(table).toBeInViewport();
  await expectNotSideways(page);
  await expectNoViolations(page, '.explore');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(panel.locator('.safety')).toHaveAttribute('data-verdict', 'unsafe');
  await page.keyboard.press('Space');
  await expect(panel.locator('.safety')).toHaveAttribute('data-verdict', 'hidden');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'CPython without the GIL' })).toBeChecked();
  await expect(page.locator('.told-count')).toHaveText(/^Step \d+ of \d+, 0 switches$/, { timeout: startMs });
  await expectNotSideways(page);
  await setTheme(page, 'light');
  await expectNoViolations(page, '.scheduler-bench');
});
