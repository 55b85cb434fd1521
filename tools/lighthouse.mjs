import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromiumArgs, ensureChromium } from './browser.mjs';
import { weighPages } from './budget.mjs';
import { startServer } from './serve.mjs';

/** The least each category may score, of 100. */
export const goals = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const categories = /** @type {(keyof typeof goals)[]} */ (Object.keys(goals));

/** What Lighthouse says of a page: scores of 100, and the audits that cost points. @typedef {{ readonly url: string, readonly scores: Readonly<Record<keyof typeof goals, number>>, readonly lost: readonly string[] }} PageScores */

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer()
      .once('error', failed)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() =>
          address === null || typeof address === 'string'
            ? failed(new Error('There is no free port.'))
            : done(address.port),
        );
      });
  });

/** @param {string} url @param {number} port @returns {Promise<PageScores>} */
async function audit(url, port) {
  const result = await lighthouse(url, {
    port,
    onlyCategories: categories,
    disableFullPageScreenshot: true,
    logLevel: 'error',
  });
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scoreOf = (/** @type {keyof typeof goals} */ id) => Math.round((lhr.categories[id]?.score ?? 0) * 100);
  const lost = categories.flatMap((id) =>
    (lhr.categories[id]?.auditRefs ?? []).flatMap((ref) => {
      const { score, title, displayValue } = lhr.audits[ref.id] ?? {};
      return ref.weight > 0 && typeof score === 'number' && score < 0.9
        ? [`${id}: ${title}${displayValue === undefined ? '' : ` (${displayValue})`}`]
        : [];
    }),
  );
  return {
    url,
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    lost,
  };
}

/**
 * Audits pages as a phone would load them for the first time (Lighthouse's mobile settings), each in a fresh Chromium.
 * Of `repeats` audits the one with the middle performance counts: that score depends on what else the machine does.
 * @param {readonly string[]} urls
 * @param {{ readonly executablePath: string, readonly repeats?: number }} options
 * @returns {Promise<PageScores[]>}
 */
export async function auditPages(urls, { executablePath, repeats = 3 }) {
  const results = [];
  for (const url of urls) {
    const runs = [];
    for (let run = 0; run < repeats; run += 1) {
      const port = await freePort();
      const browser = await chromium.launch({
        executablePath,
        args: [...chromiumArgs(), `--remote-debugging-port=${port}`],
      });
      try {
        runs.push(await audit(url, port));
      } finally {
        await browser.close();
      }
    }
    const middle = runs.toSorted((a, b) => a.scores.performance - b.scores.performance)[Math.floor(runs.length / 2)];
    if (middle !== undefined) results.push(middle);
  }
  return results;
}

/** The addresses of all pages of a built site. @param {string} dist @param {string} siteUrl */
export const pagesOf = async (dist, siteUrl) =>
  (await weighPages(dist)).map(({ page }) => (page === '/' ? siteUrl : `${siteUrl}${page.slice(1)}/`));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const executablePath = await ensureChromium();
  const server = await startServer();
  try {
    const urls = (await pagesOf('dist', server.url)).filter(
      (url) => process.argv.length < 3 || process.argv.slice(2).some((part) => url.includes(part)),
    );
    for (const { url, scores, lost } of await auditPages(urls, { executablePath })) {
      const missed = categories.some((id) => scores[id] < goals[id]);
      console.log(`${missed ? 'MISS' : 'ok  '} ${url}  ${categories.map((id) => `${id} ${scores[id]}`).join('  ')}`);
      for (const reason of lost) console.log(`       ${reason}`);
      if (missed) process.exitCode = 1;
    }
  } finally {
    await server.close();
  }
}
