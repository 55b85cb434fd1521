import { readFileSync } from 'node:fs';
import { difference, parseExpectation, type Expectation } from '../../src/lessons/expectation';
import type { Page } from '@playwright/test';
import { editorStyle, expect, test } from '../support/fixtures';
import { runInLesson, startInLesson, startMs } from '../support/pythonRun';
import { startTrialServer } from '../python/network/server.mjs';
import { visit } from '../support/visit';

/** Programs of the lessons that fetch pages, and how many pages each waits for one after another. */
const lessons = {
  threads: [
    ['downloads_sequential', 3],
    ['downloads_threaded', 1],
    ['downloads_pool', 2],
    ['failing_download', 0],
  ],
  async: [
    ['downloads_async', 1],
    ['downloads_group', 1],
  ],
} as const;

/** How late a program may be, since two shared cores are slow at times. */
const mostLateSeconds = 0.9;

/** What the program must print, where a page takes a second and not the time that its expectation was written for. */
function expectationOf(lesson: string, name: string, rounds: number): string {
  const text = readFileSync(new URL(`../../src/lessons/${lesson}/${name}.expect.txt`, import.meta.url), 'utf8');
  return text.replace(/<[\d.]+> s$/mu, `<${rounds - 0.01}..${rounds + mostLateSeconds}> s`);
}

/** A lesson may show a program twice, and once in a tab that is not open. */
const programOf = (page: Page, name: string) =>
  page.locator(`[data-program="${name}.py"]`).filter({ visible: true }).first();
const lines = (page: Page, name: string) => programOf(page, name).locator('.console-text');

/** Runs a program of the open lesson, and gives how its output differs from what is expected; null where it does not. */
async function differenceOfRun(page: Page, name: string, expectation: Expectation): Promise<string | null> {
  const program = programOf(page, name);
  const run = program.locator('.program-run');
  const before = (await run.count()) === 0 ? 0 : Number(await run.getAttribute('data-count'));
  await program.getByRole('button', { name: /^Run:/ }).click();
  // The panel may still show the run before.
  await expect.poll(async () => Number(await run.getAttribute('data-count'))).toBeGreaterThan(before);
  await expect(run).toHaveAttribute('data-end', 'finished', { timeout: startMs });
  const printed = await lines(page, name).allTextContents();
  return difference(expectation, printed.map((line) => `${line.replace(/\n$/, '')}\n`).join(''));
}

test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

for (const [lesson, programs] of Object.entries(lessons)) {
  test(`the programs of the lesson ${lesson} do in the page what it says`, async ({ page }) => {
    await visit(page, `./${lesson}/`, { isolated: true });
    for (const [name, rounds] of programs) {
      const program = programOf(page, name);
      const expectation = parseExpectation(expectationOf(lesson, name, rounds));
      // What else the machine does may spoil the time of one run, not of three.
      let wrong = await differenceOfRun(page, name, expectation);
      for (let tries = 1; tries < 3 && wrong !== null; tries += 1)
        wrong = await differenceOfRun(page, name, expectation);
      expect(wrong).toBeNull();
      if (rounds === 0) continue;
      // This site answered, which is never passed off as the sites that the program names.
      await expect(program.locator('.program-run > .hint')).toContainText(
        'Pages of this site answered in the place of',
      );
      await program.getByText('What really ran').click();
      await expect(program.locator('.what-ran')).toContainText(
        /www\.python\.org \(after [1-9]\d*\.\d+\s.*pages of this site answered in their place, from the service worker/,
      );
    }
  });
}

test('another site is read when the reader allows it, and not otherwise', async ({ page, tolerate }) => {
  const server = await startTrialServer();
  tolerate.origin(server.url);
  const program = `import requests
try:
    print("read", requests.get("${server.url}/text").status_code)
except requests.ConnectionError as error:
    print("not read:", error)`;
  await visit(page, './threads/', { isolated: true });
  const asked: string[] = [];
  page.context().on('request', (request) => request.url().startsWith(server.url) && asked.push(request.url()));

  await startInLesson(page, program);
  await expect(page.getByRole('group', { name: 'A question of the program' })).toContainText(server.url, {
    timeout: 90_000,
  });
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(lines(page, 'downloads_sequential').first()).toContainText('not read:');
  expect(asked).toEqual([]);

  await startInLesson(page, program);
  await page.getByRole('button', { name: 'Allow for this run' }).click();
  await expect(lines(page, 'downloads_sequential').first()).toHaveText('read 200');
  expect(asked).toEqual([`${server.url}/text`]);
  await server.close();
});

test('what another site says to which a redirect led is kept from the program unless the reader allows that site too', async ({
  page,
  tolerate,
}) => {
  const [first, second] = await Promise.all([startTrialServer(), startTrialServer()]);
  tolerate.origin(first.url);
  tolerate.origin(second.url);
  const program = `import requests
try:
    print("read", requests.get("${first.url}/redirect?to=${second.url}/text").url)
except requests.ConnectionError as error:
    print("not read:", error)`;
  await visit(page, './threads/', { isolated: true });
  for (const [answer, printed] of [
    ['Refuse', `: ${first.url} sent the browser on to ${second.url}, from which the reader`],
    ['Allow for this run', `read ${second.url}/text`],
  ] as const) {
    await startInLesson(page, program);
    const question = page.getByRole('group', { name: 'A question of the program' });
    await expect(question).toContainText(first.url);
    await question.getByRole('button', { name: 'Allow for this run' }).click();
    await expect(question).toContainText(second.url);
    await question.getByRole('button', { name: answer }).click();
    await expect(lines(page, 'downloads_sequential').first()).toContainText(printed);
  }
  await Promise.all([first.close(), second.close()]);
});

test('pages that are slow, fail or break off do so in a program too', async ({ page, baseURL, tolerate }) => {
  tolerate.error(/Failed to load resource|ERR_INCOMPLETE|net::/);
  await visit(page, './threads/', { isolated: true });
  const program = `import requests
for query in "latency=300", "latency=2000", "latency=0&fail=503", "latency=300&fail=drop":
    try:
        answer = requests.get(f"${baseURL ?? ''}pages/oak.html?{query}", timeout=1)
        answer.raise_for_status()
        print(query, answer.status_code, len(answer.content))
    except requests.RequestException as error:
        print(query, type(error).__name__)`;
  let shown = await runInLesson(page, program);
  // A busy machine may be late with the quick page, too.
  for (let tries = 1; tries < 3 && /latency=300\S* ReadTimeout/.test(shown); tries += 1)
    shown = await runInLesson(page, program);
  expect(shown).toMatch(/latency=300\s+200 8192|latency=300 200 8192/);
  expect(shown).toContain('latency=2000 ReadTimeout');
  expect(shown).toContain('latency=0&fail=503 HTTPError');
  expect(shown).toContain('latency=300&fail=drop ChunkedEncodingError');
});

test('Stop ends a program that waits for a page', async ({ page }) => {
  await visit(page, './threads/', { isolated: true });
  await startInLesson(
    page,
    'import requests\nprint("asking", flush=True)\nrequests.get("https://httpbin.org/delay/9")',
  );
  await expect(lines(page, 'downloads_sequential').first()).toHaveText('asking');
  const stoppedAt = Date.now();
  await page
    .locator('[data-program="downloads_sequential.py"] figcaption')
    .getByRole('button', { name: /^Stop/ })
    .click();
  await expect(page.locator('.program-run').first()).toHaveAttribute('data-end', 'stopped');
  expect(Date.now() - stoppedAt).toBeLessThan(2000);
  expect(await runInLesson(page, 'print("next")')).toContain('next');
});
