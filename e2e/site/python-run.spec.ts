import { expectNoViolations } from '../support/accessibility';
import { expect, test } from '../support/fixtures';
import { program } from '../support/program';
import { setTheme, visit, withoutServiceWorker } from '../support/visit';

const unlocked = 'database_unlocked.py';

const interruptible = `
import time

def compute():
    print("computing")
    while True:
        pass

def rest():
    print("sleeping")
    time.sleep(600)

count = 0
for work in (rest, compute, rest, lambda: input("Name? ")):
    try:
        work()
    except KeyboardInterrupt:
        count += 1
print("interrupted", count, "times")
`;

// Starting Python costs seconds, so what can share it does.
test("a lesson's program runs, by keyboard alone, and shows its threads", async ({ page }) => {
  test.slow();
  await visit(page, './sharing/', { isolated: true });
  const { figure, panel, output, button, waitForEnd } = program(page, unlocked);

  await test.step('Run', async () => {
    await button('Run').focus();
    await page.keyboard.press('Enter');
    await expect(button('Stop')).toBeFocused();
    await waitForEnd();
    await expect(button('Run')).toBeFocused();
    await expect(panel.getByRole('status').first()).toHaveText(/^Finished in [\d.]+\s(ms|s)\.$/);
    await expect(output).toContainText('Ada read 0');
    await expect(output).toContainText(/Expected 2, got 1/);
  });

  await test.step('the second press of a double click does not stop it', async () => {
    await button('Run').dblclick();
    await waitForEnd();
    await expect(panel.getByRole('status').first()).toHaveText(/^Finished/);
  });

  await test.step('who wrote', async () => {
    await expect(output.locator('.console-who', { hasText: 'Thread-1' }).first()).toBeVisible();
    const filter = panel.getByRole('combobox', { name: 'Show the output of' });
    await filter.selectOption({ label: 'MainThread' });
    await expect(output).not.toContainText('Ada');
    await expect(output).toContainText('Expected 2');
    await filter.selectOption({ label: 'All threads' });
  });

  await test.step('timeline', async () => {
    await expect(panel.getByRole('application', { name: unlocked })).toBeVisible();
    await panel.getByText('The timeline in words').click();
    const words = panel.locator('.timeline-transcript');
    for (const lane of ['MainThread', 'Thread-1 (add_one)', 'Thread-2 (add_one)'])
      await expect(words).toContainText(lane);
  });

  await test.step('what really ran', async () => {
    await panel.getByText('What really ran').click();
    await expect(panel.locator('.what-ran')).toContainText('CPython 3.14.2');
    await expect(panel.locator('.what-ran')).toContainText('signalled');
  });

  await test.step('nothing for axe to find', async () => {
    await expectNoViolations(page, `[data-program="${unlocked}"]`);
    await setTheme(page, 'dark');
    await expectNoViolations(page, `[data-program="${unlocked}"]`);
    await setTheme(page, 'light');
  });

  await test.step('leaving the lesson stops what runs, and Python stays warm', async () => {
    await button('Edit').click();
    await program(page, unlocked).write('while True:\n    pass\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(panel).toHaveAttribute('data-phase', 'running');
    await page.getByRole('link', { name: 'The GIL' }).first().click();
    const other = program(page, 'is_there_a_gil.py');
    await other.button('Run').click();
    await other.waitForEnd();
    await expect(figure).toHaveCount(0);
  });
});

test('a program can be edited, stopped, asked and put right', async ({ page }) => {
  test.slow();
  await visit(page, './sharing/', { isolated: true });
  const { figure, panel, output, button, write, waitForEnd } = program(page, unlocked);
  const run = async (source: string): Promise<void> => {
    await write(source);
    await page.keyboard.press('ControlOrMeta+Enter');
  };
  const before = await figure.locator('pre').boundingBox();
  await button('Edit').click();
  await expect(figure.locator('.cm-content')).toBeFocused();

  await test.step('the editor stands where the listing stood', async () => {
    const after = await figure.locator('.cm-content').boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThan(12);
  });

  await test.step('a second editor, which is there at once, gets the focus as well', async () => {
    const second = program(page, 'counter_plain.py');
    await second.button('Edit').click();
    await expect(second.figure.locator('.cm-content')).toBeFocused();
  });

  await test.step('a changed program runs', async () => {
    await run('print("changed")\n');
    await waitForEnd();
    await expect(output).toHaveText('changed');
  });

  await test.step('Reset, Restore, and a draft that outlives the page', async () => {
    await button('Reset').click();
    await expect(figure.locator('.cm-content')).toContainText('class FakeDatabase');
    await button('Restore').click();
    await expect(figure.locator('.cm-content')).toHaveText('print("changed")');
    await page.reload();
    await button('Your version').click();
    await expect(figure.locator('.cm-content')).toHaveText('print("changed")');
  });

  await test.step('an endless loop is stopped, and the next run works', async () => {
    await run('while True:\n    pass\n');
    await expect(panel).toHaveAttribute('data-phase', 'running');
    await panel.getByRole('button', { name: 'Stop' }).click();
    await waitForEnd('stopped');
    await run('print("after it")\n');
    await waitForEnd();
    await expect(output).toHaveText('after it');
  });

  await test.step('input() is answered in the console', async () => {
    await run(
      'name = input("Who? ")\nprint("Hello", name)\ntry:\n    input()\nexcept EOFError:\n    print("no more")\n',
    );
    const field = panel.getByRole('textbox', { name: /^The program \(thread MainThread\) asks ?: Who\?/ });
    await expect(field).toBeFocused();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await expect(output).toContainText('Who? Ada');
    await expect(output).toContainText('Hello Ada');
    await panel.getByRole('button', { name: 'End of input' }).click();
    await waitForEnd();
    await expect(output).toContainText('no more');
    // What was pressed is gone.
    await expect(panel.getByRole('group', { name: 'Output' })).toBeFocused();
  });

  await test.step('Ctrl+C interrupts what waits, what computes and what asks, and the program goes on', async () => {
    const interrupt = panel.getByRole('button', { name: 'Ctrl+C' });
    await run(interruptible);
    await expect(output).toContainText('sleeping');
    await interrupt.click();
    await expect(output).toContainText('computing');
    await page.keyboard.press('Enter');
    await expect(output).toContainText(/sleeping.*sleeping/s);
    const box = panel.getByRole('group', { name: 'Output' });
    await box.focus();
    await output.getByText('computing').selectText();
    await page.keyboard.press('Control+c');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.keyboard.press('Control+c');
    const field = panel.getByRole('textbox', { name: /^The program \(thread MainThread\) asks ?: Name\?/ });
    await expect(field).toBeVisible();
    // What was selected was copied, and interrupted nothing.
    await expect(output.getByText('^C')).toHaveCount(3);
    await interrupt.focus();
    await page.keyboard.press('Space');
    await waitForEnd();
    await expect(output).toContainText('interrupted 4 times');
    await expect(field).toHaveCount(0);
    await expect(interrupt).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Run again' })).toBeFocused();
  });

  await test.step('an exception names its line, which is marked', async () => {
    await run('def inner():\n    return 1 / 0\n\ninner()\n');
    await waitForEnd('failed');
    await expect(panel.getByRole('status').first()).toContainText(
      /Failed after .* in line 2: ZeroDivisionError: division by zero/,
    );
    await expect(figure.locator('.editor-error-line')).toHaveText('    return 1 / 0');
    await output.getByRole('button', { name: 'line 4' }).click();
    await expect(figure.locator('.editor-error-line')).toHaveText('inner()');
    await run('for x in range(3)\n    print(x)\n');
    await waitForEnd('failed');
    await expect(figure.locator('.editor-error')).toContainText("SyntaxError: expected ':'");
  });

  await test.step('a flood leaves the page at work and the latest lines in view', async () => {
    await run('for i in range(100_000):\n    print("line", i)\n');
    await waitForEnd();
    await expect(output).toContainText('line 99999');
    await expect(panel).toContainText(/[\d,]+ earlier lines are not shown here/);
    expect(await output.locator('.console-line').count()).toBeLessThan(1100);
  });

  await test.step('Clear takes the run away', async () => {
    await panel.getByRole('button', { name: 'Clear the output' }).click();
    await expect(panel).toHaveCount(0);
    await expect(button('Run')).toBeFocused();
  });
});

test.describe('without a service worker, and so without shared memory', () => {
  test.beforeEach(({ page }) => withoutServiceWorker(page));

  test('threads still take turns, and the page says how', async ({ page }) => {
    await page.goto('./sharing/');
    const { panel, output, button, write, waitForEnd } = program(page, unlocked);
    await button('Run').click();
    await waitForEnd();
    await expect(output).toContainText('Expected 2, got 1');
    await panel.getByText('What really ran').click();
    await expect(panel.locator('.what-ran')).toContainText('sys.monitoring');

    await test.step('and the page says so where a Ctrl+C cannot reach a program that computes', async () => {
      await button('Edit').click();
      await write('while True:\n    pass\n');
      await page.keyboard.press('ControlOrMeta+Enter');
      await panel.getByRole('button', { name: 'Ctrl+C' }).click();
      await expect(panel.getByRole('status').first()).toContainText(
        'Python has not noticed your Ctrl+C yet. This page shares no memory with Python',
      );
      await panel.getByRole('button', { name: 'Stop' }).click();
      await waitForEnd('stopped');
    });
  });

  test('where WebAssembly cannot be suspended, programs without threads run, and the others say why not', async ({
    page,
  }) => {
    await page.route(/python\.worker-[\w-]+\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: `delete WebAssembly.Suspending; delete WebAssembly.promising;\n${await response.text()}`,
      });
    });
    await page.goto('./unveiled/');
    const without = program(page, 'working_or_waiting.py');
    await without.button('Run').click();
    await without.waitForEnd();
    await page.goto('./sharing/');
    const { figure, panel, button, waitForEnd } = program(page, unlocked);
    await button('Run').click();
    await waitForEnd('failed');
    await expect(panel.locator('.hint').first()).toContainText(/cannot suspend WebAssembly \(JSPI\).*Firefox from 153/);
    await expect(figure.locator('.line-mark')).toBeVisible();
  });
});
