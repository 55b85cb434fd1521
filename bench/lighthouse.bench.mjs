import { ensureChromium } from '../tools/browser.mjs';
import { auditPages, goals, pagesOf } from '../tools/lighthouse.mjs';
import { atLeast, numberArg } from './support/bench.mjs';

export const name = 'Lighthouse, mobile';

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ siteUrl, args }) {
  const urls = await pagesOf('dist', siteUrl);
  const results = await auditPages(urls, {
    executablePath: await ensureChromium(),
    repeats: numberArg(args, 'audits', 3),
  });
  return results.flatMap(({ url, scores, lost }) =>
    Object.entries(goals).map(([category, goal]) => {
      const reasons = lost
        .filter((reason) => reason.startsWith(`${category}: `))
        .map((reason) => reason.slice(category.length + 2));
      return atLeast(
        `/${url.slice(siteUrl.length)} ${category}`,
        scores[/** @type {keyof typeof goals} */ (category)],
        goal,
        '',
        reasons.join('; '),
      );
    }),
  );
}
