import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../support/accessibility';
import { expect, test } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { lessons, paths } from '../support/pages';

test('the theme follows the system, can be chosen, and is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.getByRole('radio', { name: 'Light' }).check();
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await paper()).toBe(light);
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  await page.getByRole('radio', { name: 'System' }).check();
  expect(await paper()).toBe(dark);
});

test('single keys move between lessons and open the help, unless switched off', async ({ page }) => {
  await page.goto('./threads/');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/gil\/$/);
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/threads\/$/);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  await help.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/threads\/$/);
});

test('answers explain themselves, are remembered, and finish a lesson', async ({ page }) => {
  await page.goto('./threads/');
  const questions = page.locator('.question');
  await expect(questions).toHaveCount(3);
  for (const question of await questions.all()) {
    const options = question.getByRole('radio');
    const verdicts = new Set<boolean>();
    for (const option of await options.all()) {
      await option.check();
      await expect(question.locator('.answer:not(:empty)')).toHaveText(/^(Right|Not quite)\. .{20,}/);
      verdicts.add((await question.locator('.answer:not(:empty)').innerText()).startsWith('Right'));
    }
    expect(verdicts).toEqual(new Set([true, false]));
  }
  await expect(page.locator('.side')).toContainText(`1 of ${lessons.length} finished`);
  await page.reload();
  await expect(page.locator('.side li', { hasText: 'Threads' }).first()).toContainText('finished');
  await expect(page.locator('.question input:checked')).toHaveCount(3);
});

test('progress can be exported, reset and imported, and a wrong file changes nothing', async ({ page }, info) => {
  await page.goto('./threads/');
  await page.locator('.question').first().getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Progress' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your progress' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  const file = info.outputPath('progress.json');
  await download.saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ site: 'timeslice', version: 1 });

  await dialog.getByRole('button', { name: 'Reset…' }).click();
  await dialog.getByRole('button', { name: 'Really forget everything' }).click();
  await expect(page.locator('.question input:checked')).toHaveCount(0);

  await dialog
    .getByLabel('Progress file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"no": 1}') });
  await expect(dialog).toContainText('Nothing was changed');
  await dialog.getByLabel('Progress file').setInputFiles(file);
  await expect(dialog).toContainText('Imported');
  await expect(page.locator('.question input:checked')).toHaveCount(1);
});

test('a lesson’s contents say where the reader is, lead there, and count its puzzles', async ({ page }) => {
  await page.goto('./sharing/');
  const contents = page.locator('.side .contents');
  const headings = page.locator('.lesson .headed-2 > h2');
  const titles = await headings.allTextContents();
  await expect(contents.getByRole('link')).toHaveText(titles);
  const here = contents.locator('[aria-current="location"]');
  await expect(here).toHaveCount(0);
  await contents.getByRole('link', { name: 'Look, then act' }).click();
  await expect(page.getByRole('heading', { name: 'Look, then act' })).toBeInViewport();
  await expect(page).toHaveURL(/#look-then-act$/);
  await expect(here).toHaveText('Look, then act');
  const puzzles = await page.locator('.lesson .puzzle').count();
  await expect(contents).toContainText(`0 of ${puzzles} puzzles solved`);
  await page.evaluate(() =>
    localStorage.setItem(
      'timeslice-progress',
      JSON.stringify({
        site: 'timeslice',
        version: 1,
        progress: {
          visited: ['sharing'],
          answers: {},
          predictions: {},
          solved: ['tickets', 'transfers', 'no-puzzle-of-this-lesson'],
        },
      }),
    ),
  );
  await page.reload();
  await expect(contents).toContainText(`2 of ${puzzles} puzzles solved`);

  await test.step('those of the next lesson come with it', async () => {
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('So where does async fit?');
    await expect(contents.getByRole('link')).toHaveText(await headings.allTextContents());
    await expect(contents).toContainText('puzzle');
  });
});

test('a lesson’s contents are there before its scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto('./gil/');
  await expect(page.locator('.side .contents').getByRole('link')).toHaveText(
    await page.locator('.lesson .headed-2 > h2').allTextContents(),
  );
  await context.close();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  for (const path of paths) {
    test(`${path} is not wider than the screen`, async ({ page }) => {
      await page.goto(path);
      await expectNotSideways(page);
    });
  }

  test('a drawer holds the lessons and closes when one is chosen', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'Menu' }).click();
    const drawer = page.getByRole('dialog', { name: 'Menu' });
    await expect(drawer.locator('.lesson-list li')).toHaveCount(lessons.length);
    await drawer
      .getByRole('link', { name: /Threads/ })
      .first()
      .click();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Threads, and when to use them');
    await page.getByRole('button', { name: 'Menu' }).click();
    await drawer.getByRole('button', { name: 'Help' }).click();
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    await expect(drawer).toBeHidden();
  });

  test('the drawer has the contents of the lesson', async ({ page }) => {
    await page.goto('./gil/');
    await page.getByRole('button', { name: 'Menu' }).click();
    const drawer = page.getByRole('dialog', { name: 'Menu' });
    await drawer.locator('.contents').getByRole('link', { name: 'Five milliseconds' }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Five milliseconds' })).toBeInViewport();
  });

  test('what stands over a program is one line, with a menu behind a button', async ({ page }) => {
    await page.goto('./threads/');
    const figure = page.locator('#program-sequential');
    const button = (word: string): Locator => figure.getByRole('button', { name: `${word}: downloads_sequential.py` });
    const name = figure.locator('figcaption code').first();
    const more = button('More');
    await name.scrollIntoViewIfNeeded();
    const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const middles = await Promise.all(
      [name, button('Run'), more].map(async (part) => {
        const { y, height } = await boxOf(part);
        return y + height / 2;
      }),
    );
    expect(Math.max(...middles) - Math.min(...middles), 'how far they are from one line, in pixels').toBeLessThan(6);
    expect((await boxOf(name)).height, 'the name is in one piece').toBeLessThan(30);
    await expect(button('Edit')).toBeHidden();

    await test.step('the menu opens and closes by keyboard', async () => {
      await more.press('Enter');
      await expect(button('Edit')).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(button('Edit')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(button('Edit')).toBeHidden();
      await expect(more).toBeFocused();
      await expectNotSideways(page);
    });

    await test.step('what is pressed in it closes it', async () => {
      await more.tap();
      await expect(button('Step')).toBeInViewport({ ratio: 1 });
      await expectNoViolations(page, '#program-sequential');
      await button('Edit').tap();
      await expect(figure.getByRole('textbox', { name: /^Program/ })).toBeVisible();
      await expect(button('Reset')).toBeHidden();
      await more.tap();
      await expect(button('Reset')).toBeVisible();
    });
  });
});
