import { readFile } from 'node:fs/promises';
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
    await page.getByRole('button', { name: 'Lessons' }).click();
    const drawer = page.getByRole('dialog', { name: 'Lessons' });
    await expect(drawer.locator('.lesson-list li')).toHaveCount(lessons.length);
    await drawer
      .getByRole('link', { name: /Threads/ })
      .first()
      .click();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Threads, and when to use them');
    await page.getByRole('button', { name: 'Lessons' }).click();
    await drawer.getByRole('button', { name: 'Help' }).click();
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    await expect(drawer).toBeHidden();
  });
});
