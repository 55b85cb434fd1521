import { cp, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildPythonPage } from '../e2e/python/open.mjs';
import { startServer } from '../tools/serve.mjs';
import { atMost, figure, median, middleHalf, numberArg } from './support/bench.mjs';

export const name = 'Starting Python';

const folder = '.cache/bench-python';
const program = 'print(sum(range(1000)))';
/** How long the first process of a program takes until it has begun, in milliseconds, where no idle interpreter is kept for it. */
const startingProcess = `
import multiprocessing, time

def began(when):
    when.value = time.time()

if __name__ == "__main__":
    when = multiprocessing.Value("d")
    start = time.time()
    process = multiprocessing.Process(target=began, args=(when,))
    process.start()
    process.join()
    print((when.value - start) * 1000)
`;
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const pyodideFiles = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/** Our page, and beside it a page with nothing but Pyodide as it comes. */
async function buildPages() {
  buildPythonPage(folder);
  await cp(fileURLToPath(new URL('support/barePython', import.meta.url)), `${folder}/bare`, { recursive: true });
  await mkdir(`${folder}/bare/pyodide`, { recursive: true });
  for (const file of pyodideFiles) await cp(`node_modules/pyodide/${file}`, `${folder}/bare/pyodide/${file}`);
}

/**
 * Both pages in a browser that has fetched nothing yet, one after the other: the time from the wish to run a program to its first output.
 * @param {import('./support/bench.mjs').BenchContext} context
 */
export async function run({ browser, args }) {
  const rounds = numberArg(args, 'rounds', 7);
  await buildPages();
  const server = await startServer({ dir: folder, base: '/', headers: isolated });
  /** @type {{ ours: number, bare: number, bareAgain: number, next: number, another: number, process: number, visit: number }[]} */
  const all = [];
  try {
    const bareRound = async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${server.url}bare/`);
      const took = () =>
        page.evaluate(
          (source) =>
            /** @type {{ barePython(source: string): Promise<number> }} */ (/** @type {unknown} */ (window)).barePython(
              source,
            ),
          program,
        );
      const [bare, bareAgain] = [await took(), await took()];
      await page.context().close();
      return { bare, bareAgain };
    };
    const ourRound = async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => window.python !== undefined);
      const first = async () =>
        (await page.evaluate((source) => window.python?.run(source), program))?.firstOutputMs ?? Number.NaN;
      const [ours, next] = [await first(), await first()];
      await page.evaluate(() => window.python?.close());
      const another = await first();
      const started = await page.evaluate((source) => window.python?.run(source), startingProcess);
      // What a visit keeps for the next is written in the background.
      await page.waitForFunction(async () =>
        (await (await caches.open('timeslice-python')).keys()).some(({ url }) => url.includes('snapshot')),
      );
      await page.reload();
      await page.waitForFunction(() => window.python !== undefined);
      const visit = await first();
      await page.context().close();
      return { ours, next, another, process: Number(started?.stdout), visit };
    };
    for (let index = 0; index < rounds; index += 1) {
      // In turns, so that neither always has the warmer machine.
      const [one, two] =
        index % 2 === 0 ? [await bareRound(), await ourRound()] : [await ourRound(), await bareRound()];
      all.push(/** @type {typeof all[number]} */ ({ ...one, ...two }));
    }
  } finally {
    await server.close();
  }
  const times = (/** @type {keyof typeof all[number]} */ key) => all.map((round) => round[key]);
  const ratio = (/** @type {keyof typeof all[number]} */ key, /** @type {keyof typeof all[number]} */ base) =>
    median(times(key)) / median(times(base));
  return [
    figure(
      'first output with bare Pyodide',
      median(times('bare')),
      'ms',
      `median of ${all.length}, nothing fetched before`,
    ),
    figure('first output with ours', median(times('ours')), 'ms'),
    atMost(
      'ours / bare',
      ratio('ours', 'bare'),
      1.1,
      '×',
      `round by round ${middleHalf(all.map(({ ours, bare }) => ours / bare))}`,
    ),
    figure('a second bare Pyodide, everything fetched', median(times('bareAgain')), 'ms'),
    atMost(
      'another interpreter of ours / a second bare one',
      ratio('another', 'bareAgain'),
      0.25,
      '×',
      `${Math.round(median(times('another')))} ms`,
    ),
    atMost(
      'a process that no interpreter waits for / a second bare one',
      ratio('process', 'bareAgain'),
      0.25,
      '×',
      `${Math.round(median(times('process')))} ms`,
    ),
    atMost(
      'first output on a second visit / with bare Pyodide',
      ratio('visit', 'bare'),
      0.25,
      '×',
      `${Math.round(median(times('visit')))} ms; / a second bare one: ${ratio('visit', 'bareAgain').toFixed(2)}`,
    ),
    atMost('next run: first output', median(times('next')), 100, 'ms'),
  ];
}
