import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { incidentIndex } from '../../src/lessons/incidents/incidentIndex';
import { expectNoViolations, rulesOfColours } from '../support/accessibility';
import { expect, test } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { lessons } from '../support/pages';
import { setTheme } from '../support/visit';

const notesKey = 'timeslice-incidents';
const file = (content: object): string => JSON.stringify({ site: 'timeslice', version: 1, ...content });

/** Stores what a reader has stored who opens the page for the first time in this test. */
async function store(page: Page, kept: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((all) => {
    if (sessionStorage.getItem('stored') === null)
      for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
    sessionStorage.setItem('stored', 'done');
  }, kept);
}

const schedules = (freeThreaded: number | null) =>
  ({ kind: 'schedules', gil: 22, freeThreaded, at: Date.UTC(2026, 10, 20, 12) }) as const;
const ran = {
  kind: 'run',
  before: 'longest pause: 812 ms',
  after: 'longest pause: 4 ms',
  at: Date.UTC(2026, 10, 21, 12),
} as const;
/** The notes of a reader who has closed all incidents: the second one at the second try. */
const closed = Object.fromEntries(
  incidentIndex.map(({ id, diagnosis }, index) => [
    id,
    {
      looks: ['log', 'stack'],
      named: index === 1 ? ['another', diagnosis] : [diagnosis],
      proof: index === 1 ? ran : schedules(index === 2 ? null : 96),
    },
  ]),
);
const [first, second, third, fourth] = incidentIndex.map(({ id }) => id);
const some = {
  [first ?? '']: closed[first ?? ''],
  [second ?? '']: { ...closed[second ?? ''], proof: null },
  [third ?? '']: { looks: ['log'], named: ['another'], proof: null },
  [fourth ?? '']: { looks: [], named: ['another'], proof: schedules(96) },
};
const progress = file({
  progress: {
    visited: ['gil'],
    answers: { 'gil/why-not-faster': 'gil', 'gil/late': 'five', 'gil/small-task': 'half' },
    predictions: { counting: { kind: 'choice', option: 'a' }, other: { kind: 'skipped' } },
    solved: ['tea', 'kitchen', 'tea-fix'],
    fewest: { tea: 2, kitchen: 5 },
  },
});

const incident = (page: Page, index: number) => page.locator('.sheet-incidents li').nth(index);
const field = (page: Page) => page.getByRole('textbox', { name: 'Your name' });

test('a first visit finds a sheet to fill, with the way to every incident', async ({ page }) => {
  await page.goto('./certificate/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On the way to the certificate');
  await expect(page.locator('.sheet-words')).toHaveText('has closed none of the six incidents of this course so far.');
  await expect(page.locator('.sheet-course dd').first()).toHaveText(`0 of ${lessons.length}`);
  for (const [index, { id, title }] of incidentIndex.entries()) {
    await expect(incident(page, index)).toContainText('Not begun yet');
    const link = incident(page, index).getByRole('link', { name: title });
    await expect(link).toHaveAttribute('href', `../incidents/#incident-${id}`);
  }
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.locator('.sheet-foot')).toContainText('nobody has checked it');
});

test('what is done is counted, and what is missing is said', async ({ page }) => {
  await store(page, { 'timeslice-progress': progress, [notesKey]: file({ incidents: some }) });
  await page.goto('./certificate/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On the way to the certificate');
  await expect(page.locator('.sheet-words')).toContainText('has closed one of the six incidents');
  const course = page.locator('.sheet-course');
  await expect(course).toContainText(`1 of ${lessons.length}`);
  await expect(course.locator('rect[data-finished="true"]')).toHaveCount(1);
  await expect(course.locator('div', { hasText: 'questions answered, 2 of them right' })).toContainText(/3 of \d+/);
  await expect(course.locator('div', { hasText: 'prediction made' })).toContainText('1');
  await expect(course.locator('div', { hasText: /of the \d+ to break, 1 at par/ })).toContainText(/3 of \d+/);

  await expect(incident(page, 0)).toHaveAttribute('data-closed', 'true');
  await expect(incident(page, 1)).toContainText('2 places looked at, right at the second try');
  await expect(incident(page, 1)).toContainText('The program is not mended yet');
  await expect(incident(page, 2)).toContainText('1 place looked at, 1 diagnosis made, none right yet');
  // Mended, but its cause was not found.
  await expect(incident(page, 3)).toContainText('and all 96 without it');
  for (const index of [1, 2, 3, 4, 5]) await expect(incident(page, index)).toContainText('open');
  await expectNoViolations(page);
});

test('with all incidents closed it is a certificate, which says what was measured, in light and dark', async ({
  page,
}) => {
  await store(page, { 'timeslice-progress': progress, [notesKey]: file({ incidents: closed }) });
  await setTheme(page, 'light');
  await page.goto('./certificate/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Certificate');
  await expect(page.locator('.sheet-words')).toContainText('has found the cause of all six incidents of this course');
  await expect(incident(page, 0)).toContainText('right at the first try');
  await expect(incident(page, 0)).toContainText(
    'All 22 kinds of schedules with the GIL end well, and all 96 without it.',
  );
  await expect(incident(page, 0)).toContainText('20 Nov 2026');
  await expect(incident(page, 1)).toContainText(
    'It printed longest pause: 812 ms before it was mended, and longest pause: 4 ms after.',
  );
  await expect(incident(page, 2)).toContainText('without it there are more than can be tried');
  await expect(page.locator('.sheet-today')).toContainText(
    await page.evaluate(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format()),
  );
  await expectNoViolations(page);
  await setTheme(page, 'dark');
  await expectNoViolations(page, undefined, rulesOfColours);

  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }));
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body[data-printed]')).toBeAttached();
});

test('the name stays in this browser, and stands on the paper', async ({ page }) => {
  await page.goto('./certificate/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet-name label')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await field(page).fill('Ada Lovelace');
  await page.reload();
  await expect(field(page)).toHaveValue('Ada Lovelace');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Ada Lovelace')).toBeVisible();
  await expect(page.locator('.sheet-name label')).toBeHidden();
});

/** As long as names and printed lines may be. */
const longest = {
  'timeslice-certificate': file({ name: 'Wilhelmina Featherstonehaugh-Cholmondeley of Hohenlohe-Oehrin' }),
  [notesKey]: file({
    incidents: Object.fromEntries(
      Object.entries(closed).map(([id, notes]) => [
        id,
        { ...notes, proof: { ...ran, before: 'pauses '.repeat(20), after: 'pauses '.repeat(20) } },
      ]),
    ),
  }),
};
const printed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'nothing done': {},
  'all closed': { [notesKey]: file({ incidents: closed }) },
  'the longest words': longest,
};
for (const [name, kept] of Object.entries(printed))
  test(`it prints on one page: ${name}`, async ({ page }) => {
    await store(page, kept);
    await page.goto('./certificate/');
    await expect(page.locator('.sheet')).toHaveAttribute('data-complete', String(notesKey in kept));
    // A4 without its margins.
    await page.setViewportSize({ width: 673, height: 987 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const hidden of await page.locator('main button, .side, .top-bar, .certificate-bar, .skip-link').all())
      await expect(hidden).toBeHidden();
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(30, 28, 25)');
    await expectNotSideways(page);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
    }
  });

test('no figure and no line makes a phone scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await store(page, { 'timeslice-progress': progress, ...longest });
  await page.goto('./certificate/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Certificate');
  await expectNotSideways(page);
  await expectNoViolations(page);
});

test('damaged notes are put aside, and those of a newer site are left alone', async ({ page }) => {
  const damaged = '{"site":"timeslice","version":1,"incid';
  await store(page, { [notesKey]: damaged });
  await page.goto('./certificate/');
  await expect(page.locator('.sheet-words')).toContainText('has closed none');
  expect(await page.evaluate(() => localStorage.getItem('timeslice-incidents-rescued'))).toBe(damaged);

  const newer = JSON.stringify({ site: 'timeslice', version: 2, incidents: {} });
  await page.evaluate(([key, text]) => localStorage.setItem(key ?? '', text ?? ''), [notesKey, newer]);
  await page.reload();
  await expect(page.locator('.certificate .notice')).toContainText('written by a newer Timeslice');
  expect(await page.evaluate((key) => localStorage.getItem(key), notesKey)).toBe(newer);
});

test('a proof of no date that there is leaves the page readable', async ({ page }) => {
  const odd = { ...closed, [first ?? '']: { ...closed[first ?? ''], proof: { ...schedules(96), at: 1e300 } } };
  await store(page, { [notesKey]: file({ incidents: odd }) });
  await page.goto('./certificate/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Certificate');
});

test('the progress dialog leads to it, and its file takes the notes to another browser', async ({ page }, info) => {
  await store(page, { [notesKey]: file({ incidents: some }) });
  await page.goto('./glossary/');
  await page.getByRole('button', { name: 'Progress' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your progress' });
  await expect(dialog).toContainText('1 of 6 incidents closed');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  const path = info.outputPath('progress.json');
  await download.saveAs(path);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ site: 'timeslice', incidents: some });

  await dialog.getByRole('button', { name: 'Reset…' }).click();
  await dialog.getByRole('button', { name: 'Really forget everything' }).click();
  await expect(dialog).toContainText('0 of 6 incidents closed');
  await dialog.getByLabel('Progress file').setInputFiles(path);
  await expect(dialog).toContainText('1 of 6 incidents closed');

  await dialog.getByRole('link', { name: 'Certificate' }).click();
  await expect(page).toHaveURL(/\/certificate\/$/);
  await expect(dialog).toBeHidden();
  await expect(page.locator('.sheet-words')).toContainText('has closed one of the six incidents');
});
