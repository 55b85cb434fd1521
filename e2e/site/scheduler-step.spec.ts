import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/accessibility';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { setTheme, visit } from '../support/visit';
import { test } from '../support/withPython';

interface Stepper {
  readonly panel: Locator;
  /** "Step 7 of 12, 3 switches". */
  readonly count: Locator;
  /** What the last step did. */
  readonly happened: Locator;
  readonly ending: Locator;
  readonly slider: Locator;
  readonly listing: Locator;
  thread(number: number): Locator;
  button(name: string): Locator;
  /** A shared variable's value. */
  shared(name: string): Locator;
  /** How many steps have been taken. */
  at(): Promise<number>;
  /** Presses keys one after another, and waits until each is obeyed. */
  press(...keys: readonly string[]): Promise<void>;
  /** The threads of the steps that have been taken, by the tape. */
  lanes(): Promise<readonly number[]>;
}

/** Opens an example that is stepped by line, and waits until it can be stepped. */
async function open(page: Page, example: string): Promise<Stepper> {
  await visit(page, `./scheduler/#example=${example}&under=line`);
  const panel = page.getByRole('region', { name: 'Step', exact: true });
  await expect(panel.locator('.step-board')).toBeVisible({ timeout: startMs });
  const count = panel.locator('.told-count');
  const at = async (): Promise<number> => Number(/^Step (\d+)/.exec(await count.innerText())?.[1]);
  return {
    panel,
    count,
    at,
    happened: panel.locator('.told-happened'),
    ending: panel.locator('.told-ending'),
    slider: panel.getByRole('slider', { name: 'Step', exact: true }),
    listing: panel.locator('.step-listing'),
    thread: (number) => panel.locator('.deck-thread').nth(number),
    button: (name) => panel.getByRole('button', { name, exact: true }),
    shared: (name) =>
      panel
        .getByRole('group', { name: 'Shared variables' })
        .locator('dl > div')
        .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
        .locator('dd'),
    async press(...keys) {
      for (const key of keys) {
        const before = await count.innerText();
        await page.keyboard.press(key);
        await expect(count).not.toHaveText(before);
      }
    },
    async lanes() {
      const tops = await panel
        .locator('.tape-block')
        .evaluateAll((blocks) => blocks.map((block) => Number(block.getAttribute('y'))));
      const lanes = [...new Set(tops)].toSorted((a, b) => a - b);
      return tops.map((top) => lanes.indexOf(top)).slice(0, await at());
    },
  };
}

test('an update is lost by mouse, undone, done again, scrubbed and begun anew', async ({ page }) => {
  test.slow();
  const { panel, count, happened, ending, slider, listing, thread, button, shared, at } = await open(
    page,
    'lost_update',
  );
  const first = await at();

  await test.step('the main thread has gone first, and waits', async () => {
    await expect(thread(0)).toHaveAttribute('aria-disabled', 'true');
    await expect(thread(0)).toContainText('waits for the end of Thread-1');
    await expect(thread(1)).toContainText('value = counter');
    await expect(happened).toContainText('started Thread-1');
    await expect(listing.locator('.listing-signs .thread-mark').filter({ visible: true })).toHaveCount(3);
    await thread(0).click({ force: true });
    expect(await at()).toBe(first);
  });

  await test.step('lose an update', async () => {
    await thread(1).click();
    await expect(happened).toHaveText('Thread-1 began with line 15: read counter (0) and value is now 0.');
    await expect(listing.locator('.listing-last')).toContainText('value = value + 1');
    // Presses that follow each other quickly are all heard, in order.
    for (let press = 0; press < 3; press += 1) await thread(2).click();
    await expect(happened).toContainText('Thread-2 ran line 17: set counter to 1. Thread-2 has ended.');
    await expect(shared('counter')).toHaveText(/^1\s*was 0$/);
    await thread(1).click();
    await thread(1).click();
    await expect(happened).toContainText('Thread-1 ran line 17: wrote counter (still 1).');
    await expect(ending).toHaveText('Finished. It printed “1”. All threads have ended.');
    await expect(panel.getByRole('group', { name: 'Why it broke' })).toContainText('A lost update');
    await expect(panel.locator('.step-printed')).toHaveText('1');
  });

  const end = await at();
  await test.step('back and forth', async () => {
    await button('Undo').click();
    await expect(ending).toHaveCount(0);
    // The main thread's steps go with the choice that led to them.
    expect(await at()).toBe(first + 5);
    await expect(count).toHaveText(new RegExp(`^Step ${first + 5} of ${end}, 2 switches$`));
    await button('Redo').click();
    await expect(ending).toBeVisible();
    await button('Restart').click();
    expect(await at()).toBe(first);
    await expect(shared('counter')).toHaveText(/^0/);
    await expect(button('Restart')).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('scrub', async () => {
    await slider.fill(String(first + 1));
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      `Step ${first + 1} of ${end}: Thread-1 ran line 15, value = counter; a switch, any CPython`,
    );
    await expect(shared('counter')).toHaveText('0');
    await panel
      .locator('.tape-block')
      .nth(first + 3)
      .click({ force: true });
    expect(await at()).toBe(first + 4);
    await expect(shared('counter')).toHaveText(/^1/);
  });

  await test.step('choose otherwise', async () => {
    await slider.fill(String(first + 1));
    await thread(1).click();
    await expect(count).toHaveText(new RegExp(`^Step ${first + 2}, 0 switches$`));
    await expect(button('Redo')).toHaveAttribute('aria-disabled', 'true');
  });
});

test('all of it is done with the keyboard alone, which is not trapped', async ({ page }) => {
  test.slow();
  const { panel, count, ending, thread, button, shared, press, at } = await open(page, 'lost_update');
  const first = await at();

  await test.step('keys, wherever nobody types', async () => {
    await press('1', '2', '2', '2', '1', '1');
    await expect(ending).toContainText('It printed “1”.');
    await press('u', 'Backspace', 'Control+z', 'y', 'Control+Shift+z');
    await expect(count).toHaveText(new RegExp(`^Step ${first + 5} of`));
    await expect(shared('counter')).toHaveText('1');
  });

  await test.step('no key leaves the board: Home and End are its own, and n is nobody’s', async () => {
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
    await press('Home');
    expect(await at()).toBe(first);
    await press('End');
    await expect(ending).toBeVisible();
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await thread(1).focus();
    await press('Home');
    expect(await at()).toBe(first);
    expect(await page.evaluate(() => scrollY)).toBe(60);
  });

  await test.step('buttons', async () => {
    await page.keyboard.press('Enter');
    await expect(thread(1)).toBeFocused();
    await expect(count).toHaveText(new RegExp(`^Step ${first + 1} of`));
    await page.keyboard.press('Tab');
    await expect(thread(2)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(button('Undo')).toBeFocused();
    await page.keyboard.press('Space');
    expect(await at()).toBe(first);
    await expect(button('Undo')).toBeFocused();
  });

  await test.step('Tab goes through the panel and leaves it', async () => {
    const inside = (): Promise<boolean> => panel.evaluate((element) => element.contains(document.activeElement));
    let presses = 0;
    for (; presses < 40 && (await inside()); presses += 1) await page.keyboard.press('Tab');
    expect(presses).toBeLessThan(20);
  });

  await test.step('who types is left alone', async () => {
    await panel.getByRole('combobox', { name: 'Threads go' }).selectOption('random');
    const seed = panel.getByRole('spinbutton', { name: 'with the seed' });
    await seed.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12');
    await expect(seed).toHaveValue('12');
    expect(await at()).toBe(first);
  });
});

test('a seed plays one schedule twice, and Pause and any choice end it', async ({ page }) => {
  test.slow();
  const { panel, ending, button, thread, lanes, at } = await open(page, 'lost_update');
  const first = await at();
  const seed = panel.getByRole('spinbutton', { name: 'with the seed' });
  await panel.getByRole('combobox', { name: 'Threads go' }).selectOption('random');
  await panel.getByRole('combobox', { name: 'Speed' }).selectOption('50');
  const play = async (number: number): Promise<readonly number[]> => {
    await seed.fill(String(number));
    await button('Restart').click({ force: true });
    // Otherwise the steps that were played before would be played again.
    await thread(number % 2 === 0 ? 1 : 2).click();
    await button('Undo').click();
    await button('Play').click();
    await expect(ending).toBeVisible();
    await expect(button('Play')).toHaveAttribute('aria-disabled', 'true');
    return lanes();
  };
  const once = await play(4);
  const other = await play(7);
  expect(await play(4)).toEqual(once);
  expect(other).not.toEqual(once);

  await panel.getByRole('combobox', { name: 'Speed' }).selectOption('2');
  await button('Restart').click();
  await button('Play').click();
  await button('Pause').click();
  await expect(button('Play')).toBeVisible();
  await button('Play').click();
  await expect.poll(at).toBeGreaterThan(first + 1);
  await page.keyboard.press('u');
  await expect(button('Play')).toBeVisible();
});

test('a deadlock is reached, told and left again; bytecode stands beside the code; it fits a phone', async ({
  page,
}) => {
  test.slow();
  const { panel, count, happened, ending, thread, button, listing, press, at } = await open(page, 'opposite_orders');

  await test.step('each takes its first lock', async () => {
    await press('1', '1', '2', '2');
    await expect(ending).toContainText('Deadlock. No thread can go on.');
    await expect(panel.getByRole('group', { name: 'Why it stands still' })).toContainText(
      'Thread-1 waits for lock knife, held by Thread-2.',
    );
    for (const number of [0, 1, 2]) await expect(thread(number)).toHaveAttribute('aria-disabled', 'true');
    await expect(thread(1)).toContainText('waits for lock knife, held by Thread-2');
    await expect(panel.getByRole('group', { name: 'Locks' })).toContainText('wanted by');
    await expectNoViolations(page, '.step-panel');
    await setTheme(page, 'dark');
    await page.keyboard.press('u');
    await expect(ending).toHaveCount(0);
    await expect(thread(1)).toHaveAttribute('aria-disabled', 'false');
  });

  await test.step('nothing that is not pressed moves, and all that a step changes is on the screen', async () => {
    const parts = [
      '.step-code',
      '.deck-threads',
      '.deck-history',
      '.told-count',
      '.step-told',
      '.step-state',
      '.step-time',
    ];
    const tops = (): Promise<readonly number[]> =>
      panel.evaluate(
        (element, selectors) => selectors.map((one) => element.querySelector(one)?.getBoundingClientRect().top ?? -1),
        parts.filter((part) => part !== '.step-state'),
      );
    for (const size of [
      { width: 360, height: 740 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size);
      await panel.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await page.keyboard.press('Home');
      await expect(button('Restart')).toHaveAttribute('aria-disabled', 'true');
      const before = await tops();
      for (let step = 0; step < 10; step += 1) {
        for (const key of ['1', '2', '1', '2']) {
          if ((await thread(Number(key)).getAttribute('aria-disabled')) === 'true') continue;
          await press(key);
          expect(await tops()).toEqual(before);
        }
        await press('u');
        expect(await tops()).toEqual(before);
        await press('Home');
      }
      for (const part of ['.step-code', '.deck-threads', '.told-count', '.step-told', '.step-state'])
        await expect(panel.locator(part)).toBeInViewport({ ratio: 1 });
    }
  });

  await test.step('instruction by instruction', async () => {
    await page.getByRole('radio', { name: 'bytecode' }).check();
    const dis = panel.getByRole('group', { name: 'Bytecode' });
    await expect(dis.getByRole('table')).toHaveCount(3);
    const begun = await at();
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await expect(count).toHaveText(new RegExp(`^Step ${begun + 2}\\b`));
    await expect(happened).toContainText(/^Thread-1 ran [A-Z_]+/);
    await expect(dis.locator('tr[data-last="true"]')).toHaveCount(1);
    // What the next instruction stands for is underlined in the code.
    await expect(listing.locator('.listing-place').first()).toBeVisible();
    await expectNoViolations(page, '.step-panel');
  });

  await test.step('on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNotSideways(page);
    await setTheme(page, 'light');
    await expectNoViolations(page, '.step-panel');
  });
});
