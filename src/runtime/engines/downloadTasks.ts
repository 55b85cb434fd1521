import { planPages } from '../../core/engines/downloadPlan';
import type { DownloadParams, PageTask } from '../../core/engines/downloads';
import { StrategyFailure } from '../../core/experiment/experiment';
import { pagePath } from '../../core/engines/pages';
import type { Millis } from '../../core/base/time';
import { parseOwnUrls } from './ownUrls';
import { siteRoot } from '../siteRoot';

/** The site's own pages are late only when something is wrong, so the limit lies far beyond their latency. */
const graceMs: Millis = 10_000;
const ownTimeoutMs: Millis = 15_000;

export interface DownloadTasks {
  readonly tasks: readonly PageTask[];
  /** Whether these are the reader's own addresses. */
  readonly own: boolean;
  readonly problems: readonly string[];
}

/**
 * What to fetch: the reader's own addresses where there are any, else the site's pages as the parameters plan them.
 * @throws a `StrategyFailure` when none of the reader's lines is an address.
 */
export function planDownloads(params: DownloadParams): DownloadTasks {
  const { urls, problems } = parseOwnUrls(params.ownUrls);
  if (urls.length > 0) {
    const tasks = urls.map(({ href, name }) => ({ name, url: href, timeoutMs: ownTimeoutMs, local: null }));
    return { tasks, own: true, problems };
  }
  if (problems.length > 0)
    throw new StrategyFailure(
      `None of your lines can be fetched. ${problems.join(' ')} Or empty the field, and the site's own pages are fetched.`,
    );

  const root = siteRoot();
  const tasks = planPages(params).map((page) => ({
    name: page.name,
    url: new URL(pagePath(page), root).href,
    timeoutMs: page.latencyMs + graceMs,
    local: { latencyMs: page.latencyMs, failure: page.failure },
  }));
  return { tasks, own: false, problems: [] };
}
