import { readFile } from 'node:fs/promises';

/** @param {import('@playwright/test').Page} page @returns {Promise<number>} What the scripts of the page and its workers have, in MiB. */
export async function scriptsMemory(page) {
  const bytes = await page.evaluate(async () => {
    const measure = /** @type {{ measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }} */ (
      /** @type {unknown} */ (performance)
    );
    return (await measure.measureUserAgentSpecificMemory()).bytes;
  });
  return bytes / 2 ** 20;
}

/** What asks the system how much memory the busiest of the browser's pages has, in MiB; not a number where the system does not tell. @param {import('@playwright/test').Browser} browser */
export async function processMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const [page] = processInfo.filter(({ type }) => type === 'renderer').toSorted((a, b) => b.cpuTime - a.cpuTime);
    const status = await readFile(`/proc/${page?.id}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
  };
}
