import { firstLoadLimitKb, weighPages } from '../tools/budget.mjs';
import { atMost, figure } from './support/bench.mjs';

export const name = 'Sizes: JavaScript of the first load, gzipped';

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, siteUrl }) {
  const rows = [];
  for (const { page, kilobytes, files } of await weighPages('dist')) {
    const loaded = await loadedKb(browser, page === '/' ? siteUrl : `${siteUrl}${page.slice(1)}/`);
    rows.push(atMost(`${page} what the HTML asks for`, kilobytes, firstLoadLimitKb, 'kB', `${files.length} files`));
    const fetched = `${page} what the browser fetched`;
    rows.push(
      page === '/'
        ? figure(
            fetched,
            loaded.kilobytes,
            'kB',
            'the engine of its tape comes when the tape is seen; the limit is for lessons',
          )
        : atMost(
            fetched,
            loaded.kilobytes,
            firstLoadLimitKb,
            'kB',
            `${loaded.files} files, until the page was at rest`,
          ),
    );
  }
  return rows;
}

/** What really comes over the wire for a page that nobody touches, without what the service worker keeps for later. @param {import('@playwright/test').Browser} browser @param {string} url */
async function loadedKb(browser, url) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  /** @type {import('@playwright/test').Request[]} */
  const scripts = [];
  page.on('requestfinished', (request) => request.resourceType() === 'script' && scripts.push(request));
  await page.goto(url, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  await page.close();
  return {
    kilobytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1000,
    files: scripts.length,
  };
}
