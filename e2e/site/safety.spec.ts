import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { setTheme, visit } from '../support/visit';
import { test } from '../support/withPython';

/** Eight threads that count to 100,000 each. */
const counting = `import threading
counter = 0
def work():
    global counter
    for _ in range(100_000):
        counter += 1
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 800_000
print("done")
`;

/** Puts a program into the playground's editor. */
const write = (page: Page, source: string): Promise<void> =>
  replaceText(page, page.getByRole('textbox', { name: /^Program, / }), source);

/** Asks “Is it safe?” of what `part` holds, and what comes of it. */
function safetyIn(page: Page, part = '.safety-ask') {
  // A lesson may show a program twice.
  const box = page.locator(part).first();
  const words = box.locator('[data-result="verdict"]');
  return {
    box,
    ask: box.getByRole('button', { name: /^(Is it safe\?|Stop the check): / }),
    sentence: words.locator('p').first(),
    smaller: box.getByRole('region', { name: /smaller|more schedules than can be tried/ }),
    table: box.getByRole('table', { name: /^Outcomes by rule/ }),
    verdict: (kind: string): Promise<void> =>
      expect(box.locator('.safety')).toHaveAttribute('data-verdict', kind, { timeout: startMs }),
  };
}

test('in the playground, a program that is too large is checked with smaller numbers, and its verdict is shared and stepped through', async ({
  page,
}) => {
  test.slow();
  await visit(page, './playground/');
  await write(page, counting);
  const { box, ask, sentence, smaller, table, verdict } = safetyIn(page);

  await test.step('what would differ is shown, and nothing is changed', async () => {
    await ask.click();
    await expect(smaller).toContainText('With these 3 lines changed');
    await expect(smaller.getByRole('listitem')).toContainText([
      /Line 5.*range\(100_000\).*range\(2\)/s,
      /Line 7.*range\(8\).*range\(2\)/s,
      /Line 12.*counter == 800_000.*counter == 4/s,
    ]);
    await verdict('undecided');
    await expect(page.getByRole('textbox', { name: /^Program, / })).toContainText('800_000');
  });

  await test.step('the smaller program', async () => {
    const go = smaller.getByRole('button', { name: 'Check the smaller program' });
    for (const _ of ['once', 'twice']) {
      await go.click();
      await verdict('hidden');
    }
    await expect(smaller).toContainText('Checked is a smaller program: yours with these 3 lines changed.');
    await expect(sentence).toContainText('The smaller program: Right with the GIL, wrong without');
    await expect(go).toBeInViewport();
    await expect(sentence).toBeInViewport();
    await expect(page.getByRole('textbox', { name: /^Program, / })).toContainText('800_000');
    await expectNoViolations(page, '.safety-ask');
  });

  await test.step('its verdict is shared, and checked again where it is opened', async () => {
    await box.getByRole('button', { name: 'Share this verdict' }).click();
    const address = await box.getByRole('textbox', { name: 'Address of the program' }).inputValue();
    expect(address).toMatch(/\/scheduler\/#program=.*&rule=gil&.*&verdict=hidden$/);
    await box.getByRole('button', { name: 'Close' }).click();
    const other = await page.context().newPage();
    for (const [shared, words] of [
      [address, 'The verdict that was shared is confirmed.'],
      [address.replace('verdict=hidden', 'verdict=safe'), 'another one: “Right in every schedule'],
    ] as const) {
      await other.goto('about:blank');
      await other.goto(shared);
      await expect(other.getByText('and a verdict on it, came with the address')).toBeVisible();
      await expect(other.locator('.safety')).toHaveCount(0);
      await other.getByRole('button', { name: 'Check its verdict' }).click();
      await expect(other.locator('[data-result="claim"]')).toContainText(words, { timeout: startMs });
      await expect(other.locator('[data-result="claim"]')).toBeInViewport();
      await expect(other.getByRole('radio', { name: 'CPython with the GIL' })).toBeChecked();
    }
    await other.close();
  });

  await test.step('an edit makes it an answer of the past', async () => {
    await write(page, 'import threading\nthreading.Thread(target=print).start(\n');
    await expect(box.getByText('What follows is of the program before your last edit.')).toBeVisible();
    await ask.click();
    await expect(box.getByRole('alert')).toContainText('SyntaxError', { timeout: startMs });
    await write(page, 'import threading\nthreading.Thread(target=print).start()\nwhile True:\n    pass\n');
    await ask.click();
    await verdict('undecided');
    await write(page, counting);
    await ask.click();
    await smaller.getByRole('button', { name: 'Check the smaller program' }).click();
    await verdict('hidden');
  });

  await test.step('what is wrong is stepped through', async () => {
    await table.getByRole('button', { name: /^Step through without the GIL: AssertionError/ }).click();
    await expect(page.getByRole('heading', { name: 'You are the scheduler' })).toBeVisible();
    await expect(page.locator('.told-count')).toHaveText(/^Step 0 of \d+, 0 switches$/, { timeout: startMs });
    await expect(page.getByRole('radio', { name: 'CPython without the GIL' })).toBeChecked();
    await expect(page.getByRole('heading', { name: /_small\.py/ })).toBeVisible();
  });
});

test('the playground says of which programs it cannot tell', async ({ page }) => {
  await visit(page, './playground/');
  const { ask } = safetyIn(page);
  await expect(ask).toBeVisible();
  await write(page, 'print("no threads")\n');
  await expect(ask).toHaveCount(0);
  await write(page, `import urllib.request\n${counting}`);
  await expect(page.locator('.bench-safety')).toHaveText(/has no answer for this program: it uses the network/);
  await expect(ask).toHaveCount(0);
});

test('under a lesson’s program the keyboard is enough, on a small screen; checks take turns, and can be stopped', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await setTheme(page, 'dark');
  await visit(page, './sharing/');
  const plain = safetyIn(page, 'figure[data-program="counter_plain.py"] .safety-ask');
  const call = safetyIn(page, 'figure[data-program="counter_call.py"] .safety-ask');

  await test.step('one after the other', async () => {
    await plain.ask.click();
    await expect(plain.box).toContainText('(1 of 2): ');
    await call.ask.click();
    await expect(call.box).toContainText('Waiting until the other run has ended.');
    await call.ask.press('Enter');
    await call.verdict('undecided');
    await expect(call.sentence).toHaveText('? Not decided: no schedule was tried.');
    await plain.verdict('undecided');
  });

  for (const [{ ask, smaller, sentence, verdict, box }, kind] of [
    [call, 'unsafe'],
    [plain, 'hidden'],
  ] as const)
    await test.step(kind, async () => {
      await ask.focus();
      await page.keyboard.press('Enter');
      await expect(ask).toBeFocused();
      await expect(smaller.getByRole('listitem')).toContainText([/INCREMENTS = 1_000_000.*INCREMENTS = 2/s]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await verdict(kind);
      const go = smaller.getByRole('button', { name: 'Check the smaller program' });
      await expect(go).toBeFocused();
      await expect(go).toBeInViewport();
      await expect(sentence).toBeInViewport();
      await expectNotSideways(page);
      await expectNoViolations(page, `figure:has([data-safety="${await box.getAttribute('data-safety')}"])`);
    });
});
