import { expect, type Page } from '@playwright/test';
import { replaceText } from './editor';

/** How long Python may take to start, in milliseconds, on a machine that has other things to do. */
export const startMs = 60_000;

/** A lesson with a program, which Python's tests edit and run. */
export const lessonWithProgram = './threads/';

/** Puts `source` in the place of the open lesson's first program, runs it, and waits until it ended. Returns all that the run shows, as text. */
export async function runInLesson(page: Page, source: string): Promise<string> {
  const run = page.locator('.program-run').first();
  const before = (await run.count()) === 0 ? 0 : Number(await run.getAttribute('data-count'));
  await startInLesson(page, source);
  // The panel may still show the run before.
  await expect.poll(async () => Number(await run.getAttribute('data-count'))).toBeGreaterThan(before);
  await expect(run).toHaveAttribute('data-phase', 'ended');
  return run.innerText();
}

/** Puts `source` in the place of the open lesson's first program, and presses Run. */
export async function startInLesson(page: Page, source: string): Promise<void> {
  const editor = page.locator('.cm-content').first();
  if ((await editor.count()) === 0)
    await page
      .getByRole('button', { name: /^(Edit|Your version):/ })
      .first()
      .click();
  // The note stands under the editor once the editor listens.
  await page.locator('.program-editor .draft-note').first().waitFor();
  await replaceText(page, editor, source);
  // The first program's own: while that runs, it has no Run, and the first on the page is another's.
  await page.locator('figure[data-program]').first().getByRole('button', { name: /^Run:/ }).click();
}

/** Two scripts, WebAssembly, the library, Pyodide's packages, the kernel, and the snapshot of a Python that has started. */
const filesOfPython = 7;

/** The sizes of what is kept of Python, smallest first. */
export function keptSizes(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const cache = await caches.open('timeslice-python');
    const kept = await Promise.all(
      (await cache.keys()).map(async (request) => (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0),
    );
    return kept.sort((one, other) => one - other);
  });
}

/** The browser goes on writing for a moment after the first program has run. */
export async function untilKept(page: Page): Promise<void> {
  await expect.poll(async () => (await keptSizes(page)).length).toBe(filesOfPython);
}
