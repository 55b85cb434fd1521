import { expectNoViolations } from '../support/accessibility';
import { expect, test } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { lessons } from '../support/pages';
import { setTheme } from '../support/visit';

for (const [width, height] of [
  [1280, 800],
  [360, 740],
] as const) {
  test(`the first page is played, and its result is beside it: ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    const game = page.getByRole('region', { name: 'Whose turn is it?' });
    const turn = (name: string) => game.getByRole('button', { name: `${name}’s turn` });
    const told = game.getByRole('status');
    const course = page.getByRole('heading', { name: 'The course' });
    await expect(turn('Ada')).toBeInViewport({ ratio: 1 });
    const placesOf = async () => [await turn('Ada').boundingBox(), await course.boundingBox()];
    const before = await placesOf();

    await turn('Ada').click();
    await expect(told).toHaveText('Ada read the counter: seen is 0.');
    await turn('Ben').click();
    await game.getByRole('button', { name: 'Undo' }).click();
    await expect(told).toHaveText('Ada read the counter: seen is 0.');
    // With the keyboard.
    for (const name of ['Ben', 'Ada', 'Ben']) {
      await turn(name).focus();
      await page.keyboard.press('Enter');
    }
    await expect(told).toContainText('You lost an update. It is lost in 4 of the 6 orders.');
    await expect(told).toContainText('Ben read 0 before Ada wrote 1, and then wrote 1 over it.');
    await expect(told).toBeInViewport({ ratio: 1 });
    for (const way of ['Mend it', 'Start the course', 'Run your own'])
      await expect(game.getByRole('link', { name: way })).toBeInViewport({ ratio: 1 });
    await expect(turn('Ben')).toBeFocused();
    expect(await placesOf()).toEqual(before);
    await expectNotSideways(page);
    await setTheme(page, width > height ? 'light' : 'dark');
    await expectNoViolations(page, '.turns');

    await game.getByRole('button', { name: 'Start over' }).click();
    for (const name of ['Ben', 'Ben', 'Ada', 'Ada']) await turn(name).click();
    await expect(told).toContainText('This order kept both. 4 of the 6 orders lose one.');
    await game.getByRole('link', { name: 'Mend it' }).click();
    await expect(page.locator('#puzzle-record-fix')).toBeInViewport();
  });
}

test('who comes back goes on where the course was left', async ({ page }) => {
  const [first, second, third] = lessons;
  await page.goto('./');
  const begin = page.locator('.home-begin').getByRole('link');
  await expect(begin).toHaveText('Start the course');
  await begin.click();
  await expect(page).toHaveURL(new RegExp(`/${first?.id}/$`));
  await page.goto(`./${second?.id}/`);
  const questions = page.locator('.question');
  for (const question of await questions.all()) await question.getByRole('radio').first().check();
  await expect(page.getByText('this lesson is finished')).toBeInViewport();
  await page.goto('./');
  await expect(begin).toHaveText(/^Continue: /);
  await begin.click();
  await expect(page).toHaveURL(new RegExp(`/${third?.id}/$`));
});

test('the end of the course leads on', async ({ page }) => {
  await page.goto(`./${lessons.at(-1)?.id}/`);
  const end = page.getByRole('region', { name: 'Where to go from here' });
  await expect(end).toContainText('Not finished yet');
  await end.getByRole('link', { name: 'Your own code' }).click();
  await expect(page).toHaveURL(/\/playground\/$/);
});
