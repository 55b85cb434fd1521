import { anchorsOf, bringToRest, expectLanded, movedFrom, sharedAddresses } from '../support/anchors';
import { expect, test } from '../support/fixtures';
import { visit, withoutServiceWorker } from '../support/visit';

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
        const anchors = [...(await anchorsOf(page)), ...(await movedFrom(page))];
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
      'waiting/#puzzle-table-fix',
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

test('a link in the course lands, and a step back leads to where it was pressed', async ({ page }) => {
  await visit(page, './sharing/', { isolated: true });
  const link = page.locator('.prose a[href$="gil/#counting"]').first();
  await bringToRest(link);
  await link.click();
  await expect(page).toHaveURL(/gil\/#counting$/);
  await expectLanded(page, 'counting');
  await page.goBack();
  await expect(page).toHaveURL(/sharing\/$/);
  await expect(link).toBeInViewport();
  await page.goForward();
  await expectLanded(page, 'counting');
});

test('on the first visit too, a step back from another page leads to where the reader was', async ({ page }) => {
  await page.goto('./threads/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const step = page.getByRole('button', { name: 'Step: where_is_main.py' });
  await bringToRest(step);
  await step.click();
  await expect(page).toHaveURL(/scheduler\//);
  await page.goBack();
  await expect(page).toHaveURL(/threads\/$/);
  await expect(step).toBeInViewport();
});

test('a part that moved is one press away from its old address, and stands in the old frames', async ({ page }) => {
  await page.goto('./sharing/#puzzle-table');
  await page.getByRole('link', { name: 'Woken for nothing' }).click();
  await expect(page).toHaveURL(/waiting\/#puzzle-table$/);
  await expectLanded(page, 'puzzle-table');
  await page.goto('./sharing/?embed#puzzle-table');
  await expect(page.getByRole('heading', { name: 'Woken for nothing' })).toBeVisible();
  // What is framed is chosen when the page is loaded.
  await page.goto('./sources/');
  await page.goto('./sharing/?embed#program-table');
  await expect(page.getByText('table.py', { exact: true }).first()).toBeVisible();
});

test('a sign beside each heading sets and copies its address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./gil/');
  const heading = page.getByRole('heading', { name: 'Five milliseconds', exact: true });
  const sign = page.getByRole('link', { name: 'Link to Five milliseconds', exact: true });
  await heading.scrollIntoViewIfNeeded();
  await expect(sign).toHaveCSS('opacity', '0');
  const before = await heading.boundingBox();
  await heading.hover();
  await expect(sign).toHaveCSS('opacity', '1');
  expect(await heading.boundingBox()).toEqual(before);
  await sign.click();
  await expect(page).toHaveURL(/gil\/#five-milliseconds$/);
  await expectLanded(page, 'five-milliseconds');
  await expect(page.getByRole('status').filter({ hasText: 'Link copied.' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('everything that can be linked to has a sign', async ({ page }) => {
  for (const folder of Object.keys(sharedAddresses)) {
    await page.goto(`./${folder}/`);
    const signs = await page
      .locator('.link-sign')
      .evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))));
    expect(signs).toEqual(await anchorsOf(page));
    const tooSmall = await page
      .locator('.link-sign')
      .evaluateAll(
        (links) =>
          links
            .map((link) => link.getBoundingClientRect())
            .filter(({ width, height }) => width > 0 && (width < 24 || height < 24)).length,
      );
    expect(tooSmall, 'signs that a finger would miss').toBe(0);
  }
});

test('what is linked to is open: a program in its tab, and whole; a puzzle', async ({ page }) => {
  await page.goto('./threads/#downloads-pool');
  await expectLanded(page, 'downloads-pool');
  await expect(page.locator('#downloads-pool')).toHaveAttribute('data-folded', 'false');
  await page.goto('./sharing/#puzzle-record');
  await expect(page.getByRole('button', { name: 'Close: Lose an update' })).toBeVisible();
  await expect(page.locator('#puzzle-record').getByRole('button', { name: /^Ada/ })).toBeVisible();
  await expectLanded(page, 'puzzle-record');
});

test('what arrives late moves nothing, and a reader who has scrolled is left alone', async ({ page }) => {
  await page.goto('./sharing/#queue');
  await expectLanded(page, 'queue');
  const topPx = (): Promise<number> =>
    page.locator('#queue').evaluate((card) => Math.round(card.getBoundingClientRect().top));
  const grow = (px: number): Promise<void> =>
    page.evaluate((height) => {
      const head = document.querySelector<HTMLElement>('.lesson-head');
      if (head !== null) head.style.paddingBottom = `${height}px`;
      // As in browsers that do not hold the text still by themselves.
      document.documentElement.style.overflowAnchor = 'none';
    }, px);
  await grow(300);
  await expectLanded(page, 'queue');
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 200);
  await expect.poll(topPx).toBeLessThan(0);
  await grow(500);
  await expect.poll(topPx).toBeGreaterThan(0);
});

test('in a frame of another page a link lands too', async ({ page, baseURL }) => {
  await page.goto('./');
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<h1>A class</h1><div style="height: 300px"></div><iframe title="Lesson" width="700" height="600" src="${baseURL ?? ''}sharing/#queue"></iframe><div style="height: 2000px"></div>`,
    }),
  );
  await page.evaluate((url) => location.assign(url), new URL('/host.html', baseURL).href);
  await page.waitForURL('**/host.html');
  const frame = page.frames().find((one) => one.url().includes('sharing'));
  if (frame === undefined) throw new Error('The page has no frame.');
  await frame.waitForSelector('html[data-alive]', { state: 'attached' });
  await expectLanded(frame, 'queue');
});
