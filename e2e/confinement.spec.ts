import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { lessonWithProgram, runInLesson, untilKept } from './support/pythonRun';
import { visit } from './support/visit';

/** Programs that try to get out of Python. Each prints "got" and what it got hold of. */
const attacks = ['imports', 'objects', 'machine', 'lies'] as const;
const source = (name: (typeof attacks)[number]): string => readFileSync(new URL(`python/attacks/${name}.py`, import.meta.url), 'utf8');

/** What a program must leave as it is: what the site keeps here, and the page itself. */
function lookAround(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    // What the editor holds is kept there while it is typed.
    const { 'timeslice-drafts': _, ...local } = { ...localStorage } as Record<string, string>;
    const kept: Record<string, string[]> = {};
    for (const name of await caches.keys()) kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
    return { local, session: { ...sessionStorage }, kept, databases: await indexedDB.databases(), title: document.title, scripts: document.scripts.length, images: document.images.length };
  });
}

for (const kept of [true, false]) {
  test.describe(kept ? 'Behind the service worker' : 'Without a service worker', () => {
    test('no program gets out of Python', async ({ page, context, tolerate }) => {
      test.slow();
      // What is refused below Python ends the interpreter, and Pyodide says so.
      tolerate.error(/Text is not run as code|fatal error|Applying inline style/);
      if (kept) await visit(page, lessonWithProgram, { isolated: true });
      else await page.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      if (!kept) await page.goto(lessonWithProgram);
      expect(await runInLesson(page, 'print("at home")')).toContain('at home');
      await untilKept(page);
      for (const attack of attacks) {
        const program = source(attack);
        const before = await lookAround(page);
        const requests: string[] = [];
        const note = (request: Request): unknown => requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
        context.on('request', note);
        const shown = await runInLesson(page, program);
        expect(shown, attack).toContain('got []');
        expect(shown, attack).not.toContain('got to here');
        // It did find objects to try its arts on.
        if (attack === 'objects') expect(shown).toContain('roots True objects True refused True');
        expect(await lookAround(page), attack).toEqual(before);
        // A new interpreter, where the program broke its own, fetches what belongs to it.
        expect(requests.filter((request) => !/^GET .*\/(assets|pyodide)\/[\w.-]+$/.test(request)), attack).toEqual([]);
        context.off('request', note);
      }
      expect(await runInLesson(page, 'print("still", "here")')).toContain('still here');
    });
  });
}
