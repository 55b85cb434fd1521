import { expect, test } from '../support/fixtures';
import { lessons } from '../support/pages';

// A4 without its margins, in CSS pixels.
test.use({ viewport: { width: 673, height: 987 } });

for (const { id } of lessons)
  test(`${id} prints as a handout`, async ({ page }) => {
    await page.goto(`./${id}/`);
    const puzzles = await page.locator('.puzzle').count();
    await expect(page.locator('.puzzle .on-paper pre')).toHaveCount(puzzles);
    await page.locator('.question').first().getByRole('radio').first().check();
    // What was guessed before prints as a question all the same.
    const guess = page.locator('.prediction .choice').first();
    if ((await guess.count()) > 0) {
      for (const option of await guess.getByRole('radio').all()) await option.check();
      for (const select of await guess.getByRole('combobox').all()) await select.selectOption({ index: 1 });
      await guess.getByRole('button', { name: 'That is my guess' }).click();
    }
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    for (const hidden of await page.locator('main button, .link-sign, .side, .answer, .neighbours, .result').all())
      await expect(hidden).toBeHidden();
    // Every program is there, of each tab too, and none is cut off at any side.
    const cut = await page.locator('main pre').evaluateAll((listings) =>
      listings
        // What is also printed with its puzzle is left out.
        .filter((pre) => pre.closest('details:not([open], .outcome), .suspect') === null)
        .filter(
          (pre) =>
            pre.clientHeight === 0 || pre.scrollHeight > pre.clientHeight + 1 || pre.scrollWidth > pre.clientWidth + 1,
        )
        .map((pre) => pre.closest('[id]')?.id),
    );
    expect(cut).toEqual([]);
    const experiments = await page
      .locator('.card[data-experiment] > .card-head')
      .evaluateAll((heads) => heads.map((head) => getComputedStyle(head, '::after').content));
    expect(new Set(experiments)).toEqual(new Set(experiments.length === 0 ? [] : ['"My guess:"']));
    for (const shown of await page
      .locator('.prediction legend, .prediction label, .rank, .outcome > :last-child')
      .all())
      await expect(shown).toBeVisible();
    // Paper is white, and what was answered does not show.
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(30, 28, 25)');
    await expect(page.locator('.question input').first()).toHaveCSS('appearance', 'none');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  });
