import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeProgram } from '../../src/lab/workbench/share';
import { editorStyle, expect, test } from '../support/fixtures';
import { lessonWithProgram, runInLesson, startInLesson } from '../support/pythonRun';
import { exposeInterpreters, forge, longestGap, mostGapMs, watchGaps } from '../support/responsive';
import { visit } from '../support/visit';

test.beforeEach(({ tolerate }) => tolerate.error(editorStyle));

test.describe('an address', () => {
  for (const [what, source] of [
    ['blank lines', '\n'.repeat(199_000)],
    ['comments', '#\n'.repeat(99_500)],
    ['one long line', 'x'.repeat(199_000)],
    ['brackets', '('.repeat(199_000)],
    ['joined letters', `# ${'ب'.repeat(99_000)}`],
  ] as const) {
    for (const path of ['scheduler', 'playground'] as const) {
      test(`that holds ${what} does not freeze the ${path}`, async ({ page }) => {
        await watchGaps(page);
        await page.goto(`./${path}/#${await encodeProgram(source)}`);
        await expect(page.locator('[data-notice="shared"]')).toContainText('came with the address', {
          timeout: 90_000,
        });
        expect(await longestGap(page)).toBeLessThan(mostGapMs);
      });
    }
  }

  test('of an example that there is not is told in short', async ({ page }) => {
    await watchGaps(page);
    await page.goto(`./playground/#example=${'/'.repeat(200_000)}`);
    await expect(page.locator('[data-notice="trouble"]')).toContainText('There is no example called “/////', {
      timeout: 90_000,
    });
    expect((await page.locator('[data-notice="trouble"]').innerText()).length).toBeLessThan(300);
    expect(await longestGap(page)).toBeLessThan(mostGapMs);
  });
});

test('texts of a program that are too long to be read do not freeze the page', async ({ page }) => {
  test.slow();
  await watchGaps(page);
  await visit(page, lessonWithProgram, { isolated: true });
  const status = page.locator('.program-run [role=status]').first();

  expect(await runInLesson(page, 'raise ValueError("x" * 1_000_000)')).toContain('ValueError: xxxxx');
  expect((await status.innerText()).length).toBeLessThan(400);
  expect((await page.locator('.editor-error').innerText()).length).toBeLessThan(400);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    'it breaks where it is too wide',
  ).toBeLessThanOrEqual(0);

  const names = `import threading, sys
lock = threading.Lock()
def work():
    with lock: pass
thread = threading.Thread(target=work, name="x/." * 50_000)
thread.start()
thread.join()
print("x" * 1_000_000)
print("ب" * 1_000_000)
for _ in range(900): print(" " * 1990 + "x", file=sys.stderr)
print("the end")`;
  await runInLesson(page, names);
  // A flood is drawn a moment later.
  await expect(page.locator('.program-run').first().getByRole('log')).toContainText('the end');

  await startInLesson(page, 'print(input("x" * 100_000))');
  const field = page.getByRole('textbox', { name: /asks\s*: xxxx/ });
  await field.fill('an answer');
  await field.press('Enter');
  await expect(page.locator('.program-run').first()).toHaveAttribute('data-phase', 'ended');
  expect(await longestGap(page)).toBeLessThan(mostGapMs);
});

for (const isolated of [true, false]) {
  test(`what is forged in the name of an interpreter does not freeze a page ${isolated ? 'with' : 'without'} shared memory`, async ({
    page,
  }) => {
    test.slow();
    await watchGaps(page);
    await exposeInterpreters(page);
    await visit(page, lessonWithProgram, { isolated });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
    const run = page.locator('.program-run').first();
    const stop = page.getByRole('button', { name: /^Stop/ }).first();
    const attack = async (work: () => Promise<void>): Promise<void> => {
      await startInLesson(page, 'import time\nprint("began", flush=True)\nwhile True: time.sleep(0.1)');
      await expect(run.getByRole('log')).toContainText('began');
      await work();
      await stop.click();
      await expect(run).toHaveAttribute('data-phase', 'ended');
    };
    await attack(() => forge(page, 20_000, (time) => ({ kind: 'question', thread: time, lane: 'main' })));
    await attack(() => forge(page, 20_000, (time) => ({ kind: 'question', thread: time, lane: `thread-${time}` })));
    await attack(() =>
      forge(page, 6000, (time) => ({
        kind: 'fetch',
        id: 1e6 + time,
        mailbox: null,
        request: { url: `http://h${time}.example/`, method: 'GET', headers: [], body: null, timeoutMs: null },
      })),
    );
    await attack(() =>
      forge(page, 1, () => ({
        kind: 'output',
        pieces: [{ stream: 'stderr', lane: 'main', text: '\n'.repeat(20_000_000) }],
      })),
    );
    await attack(() =>
      forge(page, 20, (time) => ({
        kind: 'output',
        pieces: Array.from({ length: 1000 }, (_, lane) => ({ stream: 'stdout', lane: `l${time}-${lane}`, text: 'x' })),
      })),
    );
    await attack(() =>
      forge(page, 20, (time) => ({
        kind: 'events',
        events: Array.from({ length: 1000 }, (_, lane) => ({
          kind: 'start',
          at: 1e15,
          lane: `l${time}-${lane}`,
          laneKind: 'thread',
          name: `${'9'.repeat(990)}x`,
        })),
      })),
    );
    await attack(async () => {
      for (const slot of ['-1', '0', '1.5', '31', '1e9']) {
        await forge(
          page,
          1,
          `() => ({ kind: 'startProcess', order: { slot: ${slot}, parentSlot: 0, pid: 1e12, parentPid: 42, name: 'x', task: new Uint8Array(4) } })`,
        );
        await forge(page, 1, `() => ({ kind: 'signalProcess', slot: ${slot}, signal: 9 })`);
      }
    });
    // Where the memory of processes is not shared, the page keeps it: a program must not write into a pipe's lock there, and then read.
    await attack(async () => {
      await forge(page, 1, () => ({ kind: 'memoryCall', thread: null, operation: 'newPipe', args: [] }));
      await forge(page, 20_000, (time) => ({
        kind: 'memoryCall',
        thread: null,
        operation: 'poke',
        args: [-4 * (time + 1) - 192 * 65536, new Uint8Array([7, 0, 0, 0])],
      }));
      await forge(page, 1, () => ({ kind: 'memoryCall', thread: null, operation: 'read', args: [0, 10, false] }));
    });
    expect(await longestGap(page)).toBeLessThan(mostGapMs);
    expect(await runInLesson(page, 'print("still", "here")')).toContain('still here');
  });
}

test('Python starts where a page may not even look for caches', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'caches', {
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
  await page.goto(lessonWithProgram);
  expect(await runInLesson(page, 'print("at", "home")')).toContain('at home');
});

test.describe('another site', () => {
  let server: Server;
  let framer: string;

  test.beforeEach(async ({ baseURL }) => {
    server = createServer((request, response) => {
      const page = decodeURIComponent((request.url ?? '/').slice(1));
      response.setHeader('Content-Type', 'text/html');
      response.end(
        page === 'favicon.ico'
          ? ''
          : `<!doctype html><title>Another site</title><iframe style="width:1000px;height:700px" src="${new URL(page, baseURL).href.replaceAll('"', '%22')}"></iframe>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    framer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterEach(() => new Promise((resolve) => server.close(resolve)));

  for (const path of ['playground', 'scheduler'] as const) {
    test(`that frames the ${path} at a first visit gets no program run that came with the address`, async ({
      page,
      tolerate,
    }) => {
      tolerate.origin(new URL(framer).origin);
      tolerate.error(/service worker|ServiceWorker/i);
      await page.evaluate(
        (url) => location.assign(url),
        framer + encodeURIComponent(`./${path}/#${await encodeProgram('print("hello")')}`),
      );
      const frame = page.frameLocator('iframe');
      const note = frame.locator('[data-notice="framed"]');
      await expect(note).toContainText('Here it does not run');
      await expect(note.getByRole('link', { name: 'Open this page in a window of its own' })).toHaveAttribute(
        'href',
        /#program=d1\./,
      );
      const button = frame.getByRole('button', { name: path === 'playground' ? 'Run' : 'Step', exact: true }).first();
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await button.dispatchEvent('click');
      await expect(frame.locator('.program-run, .step-board')).toHaveCount(0);
      await expect(frame.getByRole('button', { name: /I have read it|Step through it/ })).toHaveCount(0);
    });
  }

  test('that frames a page gets no word of the reader about a third site', async ({ page, tolerate }) => {
    test.slow();
    tolerate.origin(new URL(framer).origin);
    tolerate.error(/service worker|ServiceWorker/i);
    await page.evaluate((url) => location.assign(url), framer + encodeURIComponent('./playground/'));
    const frame = page.frameLocator('iframe');
    const editor = frame.locator('.cm-content');
    await editor.fill('import requests\nprint("answer", requests.get("http://third.example/").status_code)');
    await frame.getByRole('button', { name: 'Run', exact: true }).click();
    const question = frame.getByRole('group', { name: 'A question of the program' });
    await expect(question).toContainText('it cannot be allowed here');
    await expect(question.getByRole('button')).toHaveText(['Refuse']);
    await question.getByRole('button', { name: 'Refuse' }).click();
    await expect(frame.locator('.program-run')).toHaveAttribute('data-end', 'failed');
  });

  test('cannot frame what the service worker brings', async ({ page }) => {
    await visit(page, './playground/');
    for (const path of ['./', './playground/', './threads/']) {
      const policy = await page.evaluate(
        async (url) => (await fetch(url)).headers.get('Content-Security-Policy'),
        `../${path}`,
      );
      expect(policy, path).toBe("frame-ancestors 'self'");
    }
  });
});

test('a reader who agrees to something has had the time to read it, and sees it', async ({ page }) => {
  // Presses each button that agrees as soon as it is there, and for as long as it does not listen yet.
  await page.addInitScript(() => {
    const pressed = { times: 0 };
    Object.assign(globalThis, { pressed });
    const press = (): void => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent !== 'Allow for this run' || button.ariaDisabled === 'false') continue;
        button.click();
        pressed.times += 1;
      }
    };
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver(press).observe(document.body, { childList: true, subtree: true }),
    );
  });
  await visit(page, lessonWithProgram, { isolated: true });
  await startInLesson(page, 'import requests\nprint("answer", requests.get("http://third.example/").status_code)');
  const allow = page.getByRole('button', { name: 'Allow for this run' });
  await expect(allow).toHaveAttribute('aria-disabled', 'false');
  expect(
    await page.evaluate(() => (globalThis as unknown as { pressed: { times: number } }).pressed.times),
    'and all in vain',
  ).toBeGreaterThan(0);
  // Another window comes to the front.
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await expect(allow).toHaveAttribute('aria-disabled', 'true');
  await allow.dispatchEvent('click');
  await expect(allow).toBeVisible();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.locator('.program-run').first()).toHaveAttribute('data-end', 'failed');
});
