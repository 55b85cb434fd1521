import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { encodeProgram } from '../../src/lab/workbench/share';
import { expectNoViolations } from '../support/accessibility';
import { expect, test } from '../support/fixtures';
import { visit } from '../support/visit';

/** A page of another origin, with the frames and the script that its author was given. */
let host: { readonly server: Server; readonly url: string };
let body = '';

test.beforeAll(async () => {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="en"><title>A class</title><style>body { margin: 0 }</style>${body}</html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
});
test.afterAll(() => new Promise((resolve) => host.server.close(resolve)));

test.beforeEach(({ tolerate }) => {
  tolerate.origin(new URL(host.url).origin);
  body = '';
});

/** Opens the host's page with these frames. */
async function openHost(page: Page, html: string): Promise<void> {
  body = html;
  await page.evaluate((url) => location.assign(url), host.url);
  await page.waitForURL(host.url);
}

/** What a reader copies from the dialog that is open. */
async function copiedCode(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Use it in your own page' });
  await expect(dialog.getByRole('textbox')).toHaveCount(2);
  const texts = await dialog
    .getByRole('textbox')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  return texts.join('\n');
}

/** The frame holds all of its content: it is as high as it says. */
async function expectWhole(page: Page, frame: FrameLocator, nth = 0): Promise<void> {
  await expect(frame.locator('html')).toHaveAttribute('data-alive', 'true');
  await expect
    .poll(async () => {
      const own = await frame.locator('body').evaluate((all) => Math.ceil(all.getBoundingClientRect().height));
      const given = await page
        .locator('iframe')
        .nth(nth)
        .evaluate((one) => one.getBoundingClientRect().height);
      return own > 100 && own === given;
    })
    .toBe(true);
  expect(await frame.locator('html').evaluate((all) => all.scrollWidth - innerWidth)).toBe(0);
}

test('an experiment stands alone in a page of another origin, as high as it is, and runs there', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('./threads/?downloads.pages=4#downloads');
  await page.getByRole('link', { name: 'Link to Downloads: who waits for whom?' }).click();
  await page.getByRole('button', { name: 'Embed' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expectNoViolations(page, 'dialog[open]');
  const code = await copiedCode(page);
  expect(code).toContain('threads/?embed&amp;theme=dark&amp;downloads.pages=4#downloads"');

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openHost(page, code);
  const frame = page.frameLocator('iframe');
  await expectWhole(page, frame);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('.card')).toHaveCount(1);
  await expect(frame.locator('.side, .top-bar, .notices, .lesson-head, .neighbours')).toHaveCount(0);
  await expect(frame.getByRole('status').filter({ hasText: 'In this frame' })).toContainText('workers share no memory');
  await expect(frame.getByRole('link', { name: 'Open in Timeslice' })).toHaveAttribute(
    'href',
    /threads\/\?downloads\.pages=4#downloads$/,
  );
  expect(asked.filter((url) => url.includes('pyodide') || url.includes('service-worker'))).toEqual([]);

  const section = frame.locator('[data-experiment="downloads"]');
  await section.getByRole('button', { name: 'Run all' }).click();
  await expect(section).toHaveAttribute('data-status', 'finished');
  await expectWhole(page, frame);
});

test('a puzzle can be linked and embedded without its solution', async ({ page }) => {
  await visit(page, './puzzles/tickets/');
  await page.getByRole('link', { name: 'Link to Sell it twice' }).click();
  await page.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use it in your own page' });
  await expect(dialog.getByRole('textbox', { name: 'The frame' })).toHaveValue(/title="Puzzle: Sell it twice"/);
  await expect(dialog.getByRole('textbox', { name: 'The frame' })).not.toHaveValue(/solutions/);
  await dialog.getByRole('checkbox', { name: /Without its solution/ }).check();
  await expectNoViolations(page, 'dialog[open]');
  await expect(dialog.getByRole('textbox', { name: 'The frame' })).toHaveValue(
    /tickets\/\?embed&amp;solutions=off#puzzle-tickets"/,
  );
  const link = await dialog.getByRole('textbox', { name: 'Or a link to it' }).inputValue();
  await page.goto(link);
  const card = page.locator('#puzzle-tickets');
  await expect(card.getByRole('button', { name: 'Give me a hint' })).toBeVisible();
  await expect(card.getByRole('button', { name: /solution/ })).toHaveCount(0);
});

test('where storage is blocked, a program and a puzzle work, and one line says that nothing is kept', async ({
  page,
  baseURL,
}) => {
  await page.goto('./');
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'caches'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
  });
  const site = baseURL ?? '';
  await openHost(
    page,
    ['threads/?embed#program-threaded', 'sharing/?embed#puzzle-record']
      .map((path) => `<iframe title="${path}" width="320" height="900" src="${site}${path}"></iframe>`)
      .join(''),
  );
  const [program, puzzle] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
  await expect(program.getByText('nothing is kept')).toBeVisible();
  await expect(program.getByText('nothing is kept')).toHaveCount(1);
  await program.getByRole('button', { name: /^Run: / }).click();
  await expect(program.locator('.program-run')).toHaveAttribute('data-end', 'finished');
  await puzzle.getByRole('button', { name: 'Start: Lose an update' }).click();
  await expect(puzzle.getByRole('button', { name: /^Ada/ })).toBeVisible();
  await expect(puzzle.locator('.card')).toHaveCount(1);
});

test('the scheduler waits for a press, and a program of another author never runs within a page', async ({
  page,
  baseURL,
}) => {
  await page.goto('./');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const site = baseURL ?? '';
  const own = await encodeProgram('print("hello")', { name: 'own.py' });
  await openHost(
    page,
    [`scheduler/?embed#example=lost_update`, `playground/?embed#${own}`, `scheduler/?embed#${own}`]
      .map((path) => `<iframe title="A program" width="320" height="900" src="${site}${path}"></iframe>`)
      .join(''),
  );
  const [session, playground, stepped] = [0, 1, 2].map((nth) => page.frameLocator(`iframe >> nth=${nth}`)) as [
    FrameLocator,
    FrameLocator,
    FrameLocator,
  ];
  for (const frame of [playground, stepped]) {
    const note = frame.locator('[data-notice="framed"]');
    await expect(note).toContainText('Here it does not run');
    await expect(note.getByRole('link')).toHaveAttribute('href', /(playground|scheduler)\/#program=d1\./);
    await expect(frame.getByRole('button', { name: 'Programs' })).toHaveCount(0);
  }
  await expect(playground.getByRole('button', { name: 'Run', exact: true })).toHaveAttribute('aria-disabled', 'true');
  const start = session.getByRole('button', { name: 'Step through it' });
  await expect(start).toBeVisible();
  expect(asked.filter((url) => url.includes('pyodide'))).toEqual([]);
  await start.click();
  await expect(session.locator('.step-panel')).toBeVisible();
});

test('the service worker lets any site frame an embedded part, and no other page', async ({ page }) => {
  await visit(page, './playground/');
  const policies = await page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).headers.get('Content-Security-Policy'))),
    ['../gil/?embed', '../gil/?embed&theme=dark', '../gil/', '../gil/?embedded'],
  );
  expect(policies).toEqual([null, null, "frame-ancestors 'self'", "frame-ancestors 'self'"]);
});

test('a shared example is embedded by its name, and what is not the site’s own with a word of warning', async ({
  page,
}) => {
  await page.goto('./playground/#example=barrier');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Embed' }).click();
  expect(await copiedCode(page)).toContain('playground/?embed#example=barrier"');
  await page.keyboard.press('Escape');
  await page.locator('.cm-content').click();
  await page.keyboard.type('# mine');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Embed' }).click();
  await expect(page.getByRole('dialog')).toContainText('opens it in a window of its own');
  expect(await copiedCode(page)).toContain('playground/?embed#program=');
});
