import { expect, test } from '../support/fixtures';
import { lessons, paths } from '../support/pages';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [index, { id, title }] of lessons.entries()) {
    test(`${id} can be read, with its own title and description`, async ({ page }) => {
      const response = await page.goto(`./${id}/`);
      expect(response?.status()).toBe(200);
      await expect(page).toHaveTitle(`${title} · Timeslice`);
      await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /.{60,}/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const words = (await page.locator('.prose').innerText()).split(/\s+/).length;
      expect(words).toBeGreaterThan(800);
      // Each page of the course links to the next, by an address that is relative to where the site is served.
      const next = lessons[index + 1];
      if (next !== undefined) {
        await page.locator('a[rel="next"]').click();
        await expect(page).toHaveURL(new RegExp(`/timeslice/${next.id}/$`));
      }
    });
  }

  test('the glossary can be read, and leads from a lesson and back to one', async ({ page }) => {
    await page.goto('./gil/');
    await page.locator('.prose a.term', { hasText: 'switch interval' }).click();
    await expect(page).toHaveURL(/\/timeslice\/glossary\/#switch-interval$/);
    const entry = page.locator('.glossary-entry', { has: page.locator('#switch-interval') });
    await expect(entry).toBeInViewport();
    await expect(entry).toContainText('5 ms');
    await entry.getByRole('link', { name: 'The GIL', exact: true }).click();
    await expect(page).toHaveURL(/\/timeslice\/gil\/#five-milliseconds$/);
  });

  test('every program of a tabbed experiment shows', async ({ page }) => {
    await page.goto('./threads/');
    const programs = page.locator('[data-experiment="downloads"] [data-program]');
    expect(await programs.count()).toBeGreaterThan(1);
    for (const program of await programs.all()) await expect(program).toBeVisible();
  });
});

test('descriptions and titles are all different', async ({ request }) => {
  const heads = await Promise.all(
    paths.map(async (path) => {
      const html = await (await request.get(path)).text();
      return [/<title>(.*?)<\/title>/.exec(html)?.[1], /name="description" content="(.*?)"/.exec(html)?.[1]];
    }),
  );
  expect(new Set(heads.map(([title]) => title)).size).toBe(paths.length);
  expect(new Set(heads.map(([, description]) => description)).size).toBe(paths.length);
});

test('no page carries a style attribute, and each has a policy that allows the site alone', async ({ request }) => {
  for (const path of paths) {
    const html = await (await request.get(path)).text();
    expect(html).not.toMatch(/ style="/);
    expect(html).toContain("default-src 'self'; script-src 'self'");
    expect(html).not.toContain('unsafe-inline');
  }
});

test('a prerendered page stays as it is when scripts take over', async ({ page }) => {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator('#app')).not.toBeEmpty();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { readonly value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 600);
        }),
    );
    expect(shift, `layout shift of ${path}`).toBeLessThan(0.02);
  }
});

test('an unknown address says so and leads back', async ({ page, tolerate }) => {
  tolerate.error(/404/);
  // The site's root is found only after the link has been pressed.
  let find = () => {};
  const pressed = new Promise<void>((resolve) => {
    find = resolve;
  });
  await page.route('**/manifest.webmanifest', async (route) => {
    await pressed;
    await route.continue();
  });
  const response = await page.goto('./no/such/page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
  await page.getByRole('link', { name: 'When threading is bad' }).click();
  find();
  await expect(page).toHaveURL(/\/timeslice\/gil\/$/);
});

test('following links inside the site changes title, heading and address', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'When threading is bad' }).click();
  await expect(page).toHaveTitle('When threading is bad · Timeslice');
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('More about threads');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When threading is bad');
});

test('the text of a lesson comes once: with its page, or as code for who comes from another page', async ({ page }) => {
  const texts = (name: string): Promise<string[]> =>
    page.evaluate(
      (name) =>
        [...document.querySelectorAll(`main .prose :is(p, ol, table, code)`)]
          .map((element) => element.textContent)
          .filter((text) => text.includes(name)),
      name,
    );
  await page.goto('./gil/');
  const cameWithPage = await texts('GIL');
  expect(cameWithPage.length).toBeGreaterThan(0);
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

  // A link that stands in such a text, followed without a load; then back, where the texts must be fetched.
  await page.evaluate(() => Object.assign(window, { stays: true }));
  const link = page.locator('.prose p > a[href^="../threads/"]').first();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Threads, and when to use them');
  expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When threading is bad');
  expect(await texts('GIL')).toEqual(cameWithPage);
  const laterFiles = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(laterFiles.length).toBeGreaterThan(files.length);
});

test('a link to an experiment leads to it', async ({ page }) => {
  await page.goto('./gil/#counting');
  await expect(page.locator('#counting')).toBeInViewport();
});
