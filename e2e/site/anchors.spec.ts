import { anchorsOf, expectLanded, sharedAddresses } from '../support/anchors';
import { expect, test } from '../support/fixtures';
import { withoutServiceWorker } from '../support/visit';

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

for (const viewport of sizes) {
  test.describe(`at a width of ${viewport.width}`, () => {
    test.use({ viewport });

    for (const [folder, shared] of Object.entries(sharedAddresses)) {
      test(`every address within ${folder} lands`, async ({ page }) => {
        await withoutServiceWorker(page);
        // With it, a link to a puzzle does not fetch Python: all puzzles of a lesson would do so here.
        await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
        await page.goto(`./${folder}/`);
        const anchors = await anchorsOf(page);
        expect(anchors).toEqual([...new Set(anchors)]);
        expect(anchors).toEqual(expect.arrayContaining([...shared]));
        // From the end to the beginning and on: nothing above has been laid out yet.
        for (const id of anchors.toReversed()) {
          await page.evaluate((to) => void (location.hash = to), id);
          await expectLanded(page, id);
        }
      });
    }

    for (const address of [
      'threads/?downloads.pages=6#downloads',
      'gil/#sweep',
      'sharing/#puzzle-table-fix',
      'choose/#check',
    ])
      test(`${address} lands from outside, on the first visit and on the next one`, async ({ page }) => {
        const id = address.split('#')[1] ?? '';
        await page.goto(`./${address}`);
        await expectLanded(page, id);
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        await page.goto('./sources/');
        await page.goto(`./${address}`);
        await expectLanded(page, id);
      });
  });
}
