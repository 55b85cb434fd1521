import { sleep, waitFor } from './driver.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {{ readonly name: string, readonly run: (driver: Driver) => Promise<string | void> }} Check `run` may give a remark. */

const loadMs = 10_000;
// Enough for every strategy in turn, with a calibration before each, on a slow machine.
const runMs = 90_000;
const stopMs = 2_000;

/** Opens a page as a returning reader sees it: delivered by the service worker, with shared memory. @param {Driver} driver @param {string} url */
async function open(driver, url) {
  await driver.goto(url);
  await waitFor('the service worker', () => driver.evaluate(() => navigator.serviceWorker.controller !== null), loadMs);
  if (await driver.evaluate(() => crossOriginIsolated)) return;
  await driver.goto(url);
  await waitFor('isolation', () => driver.evaluate(() => crossOriginIsolated), loadMs);
}

/** @param {Driver} driver */
function expectNoErrors(driver) {
  const errors = driver.errors();
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** @param {Driver} driver @param {string} url @param {string} title */
async function opens(driver, url, title) {
  await open(driver, url);
  await waitFor(
    'a heading',
    () => driver.evaluate(() => (document.querySelector('h1')?.getBoundingClientRect().height ?? 0) > 0),
    loadMs,
  );
  // If the page's scripts change its title, they do so soon.
  await sleep(300);
  const shown = await driver.evaluate(() => document.title);
  if (shown !== title) throw new Error(`the title is "${shown}", and the page's own HTML says "${title}"`);
  expectNoErrors(driver);
}

/** @param {Driver} driver @param {string} id */
const statusOf = (driver, id) =>
  driver.evaluate(
    (id) => document.querySelector(`[data-experiment="${id}"]`)?.getAttribute('data-status') ?? 'missing',
    id,
  );

/** Browsers take two clicks within about half a second for a double click. */
const doubleClickMs = 700;

/** Presses Run, again where the page was not ready for it yet. @param {Driver} driver @param {string} id */
async function start(driver, id) {
  const label = await driver.evaluate(
    (id) =>
      [...document.querySelectorAll(`[data-experiment="${id}"] .run-bar button`)]
        .map((button) => button.textContent?.trim())
        .find((text) => text === 'Run all' || text === 'Run') ?? '',
    id,
  );
  await waitFor(
    'the run to begin',
    async () => {
      if ((await statusOf(driver, id)) === 'idle')
        await driver.click(`[data-experiment="${id}"] .run-bar button`, label);
      await sleep(200);
      return (await statusOf(driver, id)) !== 'idle';
    },
    loadMs,
  );
}

/** @param {Driver} driver @param {string} url @param {string} id */
async function runs(driver, url, id) {
  await open(driver, url);
  await start(driver, id);
  await waitFor(`${id} to end`, async () => (await statusOf(driver, id)) !== 'running', runMs);
  const status = await statusOf(driver, id);
  if (status !== 'finished') throw new Error(`it ended as ${status}`);
  expectNoErrors(driver);
}

/** @param {Driver} driver @param {string} url @param {string} id */
async function stops(driver, url, id) {
  await open(driver, url);
  await start(driver, id);
  // An earlier click would be the second of a double click, which the page does not take for Stop.
  await sleep(doubleClickMs);
  try {
    await driver.click(`[data-experiment="${id}"] .run-bar button`, 'Stop');
  } catch (error) {
    if ((await statusOf(driver, id)) === 'finished') return 'it was finished before Stop could be pressed';
    throw error;
  }
  await waitFor('the run to stop', async () => (await statusOf(driver, id)) !== 'running', stopMs);
  const status = await statusOf(driver, id);
  if (status === 'finished') return 'it was finished before Stop had an effect';
  if (status !== 'stopped') throw new Error(`it ended as ${status}`);
  expectNoErrors(driver);
  return undefined;
}

/**
 * Python starts on the built site, under the policies of its pages, and runs the program that is open.
 * @param {Driver} driver @param {string} url of the playground
 */
async function runsPython(driver, url) {
  await open(driver, url);
  const shown = () =>
    driver.evaluate(() => {
      const run = document.querySelector('.program-run');
      return { phase: run?.getAttribute('data-phase') ?? 'none', text: run?.textContent ?? '' };
    });
  await waitFor(
    'the run to begin',
    async () => {
      if ((await shown()).phase === 'none') await driver.click('button', 'Run').catch(() => undefined);
      await sleep(doubleClickMs);
      return (await shown()).phase !== 'none';
    },
    loadMs,
  );
  await waitFor('the program to end', async () => (await shown()).phase === 'ended', runMs);
  const { text } = await shown();
  // Without stack switching there are no threads, and Python says so.
  const threads = await driver.evaluate(() => 'Suspending' in WebAssembly);
  if (!text.includes(threads ? 'All have counted after' : 'RuntimeError'))
    throw new Error(`it showed: ${text.slice(0, 500)}`);
  expectNoErrors(driver);
}

/** Programs of the scheduler's menu, with what “Is it safe?” answers: one of each kind. */
const verdicts = [
  ['counted_with_a_lock', 'safe'],
  ['lost_update', 'hidden'],
  ['last_seat', 'unsafe'],
  ['sharing/counter_plain', 'undecided'],
];

/**
 * A program of each kind is judged.
 * @param {Driver} driver @param {string} url of the scheduler
 */
async function judges(driver, url) {
  await open(driver, url);
  // What is recorded can be stepped in every browser.
  await waitFor('the scheduler', () => driver.evaluate(() => document.querySelector('.step-board') !== null), loadMs);
  const threads = await driver.evaluate(() => 'Suspending' in WebAssembly);
  for (const [example = '', kind = ''] of threads ? verdicts : verdicts.slice(0, 1)) {
    await driver.evaluate((example) => void (location.hash = `#example=${example}`), example);
    await waitFor(
      `${example} to be open`,
      () =>
        driver.evaluate(
          (name) =>
            document.querySelector('.scheduler-bench .bench-head')?.textContent?.includes(name) === true &&
            document.querySelector('.explore-safe') !== null,
          `${example.replace(/^.*\//, '')}.py`,
        ),
      loadMs,
    );
    // Two presses in quick succession would be a double click.
    await sleep(doubleClickMs);
    await driver.click('.explore-safe', 'Is it safe?');
    const shown = () =>
      driver.evaluate(() => {
        const answer = document.querySelector('.safety');
        const words = document.querySelector('.explore-press')?.textContent ?? '';
        return { kind: answer?.getAttribute('data-verdict') ?? 'none', words };
      });
    if (!threads) {
      // Without stack switching there are no schedules, and the page says so.
      await waitFor('the reason', async () => (await shown()).words.includes('cannot suspend WebAssembly'), loadMs);
      return;
    }
    await waitFor(`the verdict on ${example}`, async () => (await shown()).kind !== 'none', runMs);
    const found = await shown();
    if (found.kind !== kind) throw new Error(`${example} is ${found.kind}, not ${kind}: ${found.words.slice(0, 400)}`);
  }
  expectNoErrors(driver);
}

const plain = (/** @type {string} */ html) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;/g, '&');

/**
 * What every engine has to pass, read off the built pages themselves.
 * @param {string} siteUrl Ends with a slash.
 * @returns {Promise<Check[]>}
 * @throws where a page is missing, or no page has an experiment.
 */
export async function checksOf(siteUrl) {
  /** @type {Check[]} */
  const pages = [];
  /** @type {Check[]} */
  const experiments = [];
  const titles = new Set();
  // The page for unknown addresses names all others.
  const others = await (await fetch(`${siteUrl}404.html`)).text();
  for (const path of new Set([...others.matchAll(/\sdata-path="([^"]*)"/g)].map((match) => match[1] ?? ''))) {
    const url = siteUrl + path;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    const html = await response.text();
    const title = plain(/<title>([^<]*)</.exec(html)?.[1] ?? '');
    if (titles.has(title)) throw new Error(`${url} has the title of another page: "${title}"`);
    titles.add(title);
    pages.push({ name: `${path === '' ? 'home' : path} opens`, run: (driver) => opens(driver, url, title) });
    for (const [, id = ''] of html.matchAll(/\sdata-experiment="([^"]+)"/g)) {
      experiments.push({ name: `${path}${id} runs to a result`, run: (driver) => runs(driver, url, id) });
      experiments.push({ name: `${path}${id} stops`, run: (driver) => stops(driver, url, id) });
    }
  }
  if (experiments.length === 0) throw new Error('No page has an experiment.');
  const python = ['', ', and again'].map((when) => ({
    name: `playground/ runs Python${when}`,
    run: (/** @type {Driver} */ driver) => runsPython(driver, `${siteUrl}playground/`),
  }));
  const schedules = {
    name: 'scheduler/ judges a program of each kind',
    run: (/** @type {Driver} */ driver) => judges(driver, `${siteUrl}scheduler/`),
  };
  return [...python, schedules, ...pages, ...experiments];
}
