import { cp, mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildPythonPage } from '../e2e/python/open.mjs';
import { startServer } from '../tools/serve.mjs';
import { atLeast, atMost, figure, median, middleHalf, numberArg } from './support/bench.mjs';

export const name = 'Python’s processes';

const folder = '.cache/bench-python-processes';
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const pyodideFiles = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
const support = (/** @type {string} */ path) => fileURLToPath(new URL(`support/${path}`, import.meta.url));

/**
 * What the two pages offer.
 * @typedef {{ startBare(count: number, source: string): Promise<void>, runBare(count: number, expression: string, times: number): Promise<number> }} BarePage
 */

/**
 * One piece of work on one interpreter and on two: in bare Pyodide workers that are handed expressions, and in a ProcessPoolExecutor of ours.
 * @param {import('./support/bench.mjs').BenchContext} context
 */
export async function run({ browser, args }) {
  const rounds = numberArg(args, 'rounds', 9);
  buildPythonPage(folder);
  await cp(support('bareProcesses'), `${folder}/bare`, { recursive: true });
  await mkdir(`${folder}/bare/pyodide`, { recursive: true });
  for (const file of pyodideFiles) await cp(`node_modules/pyodide/${file}`, `${folder}/bare/pyodide/${file}`);
  const program = await readFile(support('programs/processes.py'), 'utf8');
  const { parts, steps } = { parts: 16, steps: 1_200_000 };
  const count = /def count.*?return counted/s.exec(program)?.[0] ?? '';

  const server = await startServer({ dir: folder, base: '/', headers: isolated });
  /** @type {{ one: number, two: number, bareOne: number, bareTwo: number, taskMs: number }[]} */
  const all = [];
  let fetches = 0;
  try {
    const context = await browser.newContext();
    const bare = await context.newPage();
    await bare.goto(`${server.url}bare/`);
    await bare.evaluate(
      (source) => /** @type {BarePage} */ (/** @type {unknown} */ (window)).startBare(2, source),
      count,
    );
    const page = await context.newPage();
    page.on('request', (request) => (fetches += Number(request.url().endsWith('.wasm'))));
    await page.goto(server.url);
    await page.waitForFunction(() => window.python !== undefined);
    const bareRound = (/** @type {number} */ workers) =>
      bare.evaluate(
        ([many, expression, times]) =>
          /** @type {BarePage} */ (/** @type {unknown} */ (window)).runBare(many, expression, times),
        /** @type {const} */ ([workers, `count(${steps})`, parts]),
      );
    // One more round than is counted: the first starts the interpreters.
    for (let index = 0; index <= rounds; index += 1) {
      await bare.bringToFront();
      const [bareOne, bareTwo] = [await bareRound(1), await bareRound(2)];
      await page.bringToFront();
      const ran = await page.evaluate((source) => window.python?.run(source), program);
      if (ran?.outcome.status !== 'finished') throw new Error(JSON.stringify(ran?.outcome) + ran?.stderr);
      if (index > 0) all.push({ ...JSON.parse(ran.stdout), bareOne, bareTwo });
    }
    await context.close();
  } finally {
    await server.close();
  }
  const times = (/** @type {keyof typeof all[number]} */ key) => all.map((round) => round[key]);
  // The best of all rounds, because other programs of the machine take one core now and then, which halves one speed-up and not the other.
  const best = (/** @type {keyof typeof all[number]} */ key) => Math.min(...times(key));
  const speedUp = best('one') / best('two');
  const bareSpeedUp = best('bareOne') / best('bareTwo');
  return [
    figure(
      'one process',
      best('one'),
      'ms',
      `best of ${all.length} rounds, ${parts} tasks of ${steps.toLocaleString('en')} steps`,
    ),
    figure('one bare worker', best('bareOne'), 'ms'),
    figure(
      'speed-up of two bare workers',
      bareSpeedUp,
      '×',
      `round by round ${middleHalf(all.map(({ bareOne, bareTwo }) => bareOne / bareTwo))}`,
    ),
    atLeast(
      'speed-up of two processes / of two bare workers',
      speedUp / bareSpeedUp,
      0.9,
      '×',
      `${speedUp.toFixed(2)}, round by round ${middleHalf(all.map(({ one, two }) => one / two))}`,
    ),
    atMost(
      'submit to result of an empty task',
      median(times('taskMs')),
      2,
      'ms',
      'the median of 100, one after another',
    ),
    atMost('WebAssembly fetched, for three interpreters', fetches, 1, 'times', 'compiled once, and handed over'),
  ];
}
