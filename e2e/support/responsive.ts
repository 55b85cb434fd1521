import type { Page } from '@playwright/test';

/** How long a page may stand still at most while a test attacks it. What froze pages did so for ten seconds and more; the rest is left to a slow machine. */
export const mostGapMs = 5000;

/** Notes from now on how long the page stands still at a time. Ask for the longest with `longestGap`. */
export async function watchGaps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let last = performance.now();
    const told = { longest: 0 };
    Object.assign(globalThis, { gaps: told });
    setInterval(() => {
      const now = performance.now();
      told.longest = Math.max(told.longest, now - last);
      last = now;
    }, 20);
  });
}

/** The longest time in milliseconds that the page stood still since it was loaded. */
export async function longestGap(page: Page): Promise<number> {
  // Twice, so that what stands still now is counted as well.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  return page.evaluate(() => (globalThis as unknown as { gaps: { longest: number } }).gaps.longest);
}

/** Lets the test speak in the name of the page's interpreters: see `forge`. */
export async function exposeInterpreters(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // The page speaks to them by ports, and to nothing else that it starts by hand.
    const ports = new Set<MessagePort>();
    Object.assign(globalThis, { interpreters: ports });
    const { start } = MessagePort.prototype;
    MessagePort.prototype.start = function begin() {
      ports.add(this);
      start.call(this);
    };
  });
}

/** Says something in the name of an interpreter that runs a program, as a program could that had dug its way out of Python. `news`, a function or the text of one, is called in the page, `times` times. */
export function forge(page: Page, times: number, news: string | ((time: number) => unknown)): Promise<void> {
  return page.evaluate(
    ([count, text]) => {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- a function of the test's own, which has to get into the page
      const make = new Function(`return (${text})`)() as (time: number) => unknown;
      const { interpreters } = globalThis as unknown as { interpreters: ReadonlySet<MessagePort> };
      if (interpreters.size === 0) throw new Error('There is no interpreter in whose name to speak.');
      for (let time = 0; time < count; time += 1) {
        const data = { timeslice: 'news', news: make(time) };
        for (const port of interpreters) port.dispatchEvent(new MessageEvent('message', { data }));
      }
    },
    [times, String(news)] as const,
  );
}
