import { expect, test, watch } from './fixtures';

test('errors and requests to other sites are noticed, unless the test expects them', async ({ browser, baseURL }) => {
  const site = baseURL ?? '';
  const context = await browser.newContext();
  const watched = watch(context, new URL(site).origin);
  const page = await context.newPage();
  await page.goto(site);
  expect(watched.complaints()).toEqual([]);

  await page.evaluate(() => {
    console.error('said on purpose');
    setTimeout(() => {
      throw new Error('thrown on purpose');
    });
    // A page that is left before has thrown nothing.
    return new Promise((resolve) => {
      setTimeout(resolve);
    });
  });
  // No server listens there.
  await page.goto('http://localhost:1/').catch(() => null);
  await expect.poll(() => watched.complaints().join('\n')).toMatch(/said on purpose[\s\S]*thrown on purpose/);
  expect(watched.complaints().join('\n')).toContain('request to another site: http://localhost:1/');

  watched.error(/on purpose|ERR_|CONNECTION/);
  watched.origin('http://localhost:1');
  expect(watched.complaints()).toEqual([]);
  await context.close();
});
