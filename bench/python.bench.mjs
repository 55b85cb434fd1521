import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildPythonPage } from '../e2e/python/open.mjs';
import { startServer } from '../tools/serve.mjs';
import { atLeast, atMost, figure, median, middleHalf, numberArg, within } from './support/bench.mjs';

/** @typedef {import('./support/bench.mjs').Row} Row */

export const name = 'Python’s threads';

const folder = '.cache/bench-python-threads';
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const pyodideFiles = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
const path = (/** @type {string} */ place) => fileURLToPath(new URL(`support/${place}`, import.meta.url));
const source = (/** @type {string} */ program) => readFile(path(`python/${program}.py`), 'utf8');

/** Our page, and beside it one with Pyodide as it comes. */
async function buildPages() {
  buildPythonPage(folder);
  await cp(path('bareTimings'), `${folder}/bareTimings`, { recursive: true });
  await mkdir(`${folder}/bare/pyodide`, { recursive: true });
  for (const file of pyodideFiles) await cp(`node_modules/pyodide/${file}`, `${folder}/bare/pyodide/${file}`);
}

/** Programs of one thread, in turns with and without the kernel. @param {(source: string) => Promise<string>} ours @param {(source: string) => Promise<string>} bare @param {number} rounds @returns {Promise<Row[]>} */
async function oneThread(ours, bare, rounds) {
  const program = await source('snippets');
  /** @type {Record<string, { ours: number[], bare: number[] }>} */
  const times = {};
  // One more round than is counted: in the first the browser compiles what runs often.
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of round % 2 === 0
      ? /** @type {const} */ (['ours', 'bare'])
      : /** @type {const} */ (['bare', 'ours'])) {
      /** @type {Record<string, number>} */
      const took = JSON.parse(await (way === 'ours' ? ours : bare)(program));
      for (const [snippet, seconds] of Object.entries(took))
        if (round > 0) (times[snippet] ??= { ours: [], bare: [] })[way].push(seconds);
    }
  }
  // Other programs of the machine only ever add to a time, so the best time is the truest.
  const speeds = Object.entries(times).map(([snippet, { ours, bare }]) => ({
    snippet,
    speed: Math.min(...bare) / Math.min(...ours),
    spread: middleHalf(bare.map((time, index) => time / (ours[index] ?? Number.NaN))),
  }));
  const mean = Math.exp(speeds.reduce((sum, { speed }) => sum + Math.log(speed), 0) / speeds.length);
  return [
    ...speeds.map(({ snippet, speed, spread }) =>
      figure(`speed of ${snippet} / with bare Pyodide`, speed, '×', `round by round ${spread}`),
    ),
    atLeast('speed of one thread / with bare Pyodide', mean, 0.97, '×', 'geometric mean of the above'),
  ];
}

/** @param {(source: string) => Promise<string>} ours @param {number} rounds @returns {Promise<Row[]>} */
async function threads(ours, rounds) {
  const program = await source('threads');
  /** @type {{ switch: number, hand_over: number, start: number, sleeps: number }[]} */
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(JSON.parse(await ours(program)));
  const of = (/** @type {keyof typeof all[number]} */ what) => median(all.map((took) => took[what]));
  return [
    atMost('a forced switch', of('switch') * 1e6, 100, 'µs'),
    atLeast('locks handed over', 1 / of('hand_over'), 5000, 'a second'),
    atMost('starting and joining a thread', of('start') * 1000, 1, 'ms'),
    atMost('10,000 sleeps of 1 s at once', of('sleeps'), 1.5, 's'),
  ];
}

/** One program here and on native CPython. @param {(source: string) => Promise<string>} ours @returns {Promise<Row[]>} */
async function gil(ours) {
  const program = await source('gil');
  /** @type {{ ratio: number, lost: number, lost_in_place: number }} */
  const here = JSON.parse(await ours(program));
  const { status, stdout } = spawnSync(process.env['PYTHON'] ?? 'python3', ['-'], { input: program, encoding: 'utf8' });
  const rows = [
    figure('threaded / sequential counting', here.ratio, '×'),
    atLeast('updates lost by reading, calling, writing', here.lost * 100, 0.001, '%'),
    atMost('updates lost by += 1', here.lost_in_place * 100, 0, '%'),
  ];
  if (status !== 0) return rows;
  const native = JSON.parse(stdout);
  return [
    ...rows,
    within(
      'threaded / sequential here, against native CPython’s',
      here.ratio / native.ratio,
      [0.9, 1.1],
      '×',
      `native ${native.ratio.toFixed(2)}`,
    ),
  ];
}

/** From Stop to the outcome, the worst of each kind of loop. @param {(source: string) => Promise<number>} stopMs @param {number} rounds @returns {Promise<Row[]>} */
async function stopping(stopMs, rounds) {
  const kinds = {
    'an endless loop': 'while True:\n    pass',
    'an endless loop in a thread':
      'import threading\ndef work():\n    while True:\n        pass\nthreading.Thread(target=work).start()',
    'a loop within except:': 'while True:\n    try:\n        while True:\n            pass\n    except:\n        pass',
  };
  /** @type {Row[]} */
  const rows = [];
  for (const [what, program] of Object.entries(kinds)) {
    const all = [];
    for (let round = 0; round < rounds; round += 1) all.push(await stopMs(program));
    rows.push(atMost(`stopping ${what}`, Math.max(...all), 300, 'ms', `the longest of ${rounds}`));
  }
  return rows;
}

/** Many runs of many kinds, and what is left of them. @param {(source: string) => Promise<string>} ours @param {number} runs @returns {Promise<Row[]>} */
async function memory(ours, runs) {
  const kinds = [
    await source('snippets').then((text) => text.slice(0, text.indexOf('times = {}'))),
    'import threading\nthreads = [threading.Thread(target=print, args=(i,)) for i in range(20)]\nfor t in threads: t.start()\nfor t in threads: t.join()',
    'import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(0) for _ in range(100)))\nasyncio.run(main())',
    'from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(4) as pool: print(sum(pool.map(lambda x: x, range(50))))',
    'import threading\na = threading.Lock()\na.acquire()\na.acquire()',
    'import threading, time\nthreading.Thread(target=lambda: time.sleep(100), daemon=True).start()\nclass A: pass\na = A(); a.a = a\n1 / 0',
    'import queue, logging, dataclasses\nlogging.warning("x")\nq = queue.Queue()\nfor i in range(1000): q.put([i])',
  ];
  const program = await source('memory');
  const measure = async () => Number(await ours(program)) / 1024 / 1024;
  // Memory for what is loaded late is no growth.
  for (let run = 0; run < 3 * kinds.length; run += 1) await ours(kinds[run % kinds.length] ?? '');
  await measure();
  const before = await measure();
  for (let run = 0; run < runs; run += 1) await ours(kinds[run % kinds.length] ?? '');
  const after = await measure();
  return [atMost(`memory after ${runs} runs / before`, after / before, 1.1, '×', `${before.toFixed(1)} MiB before`)];
}

/** @param {import('./support/bench.mjs').BenchContext} context */
export async function run({ browser, args }) {
  const rounds = numberArg(args, 'rounds', 7);
  await buildPages();
  const server = await startServer({ dir: folder, base: '/', headers: isolated });
  const [ourPage, barePage] = [await browser.newPage(), await browser.newPage()];
  try {
    await ourPage.goto(server.url);
    await ourPage.waitForFunction(() => window.python !== undefined);
    await barePage.goto(`${server.url}bareTimings/`);
    // A page that is out of sight gets less of a core.
    const ours = async (/** @type {string} */ program) => {
      await ourPage.bringToFront();
      return (
        (await ourPage.evaluate((text) => window.python?.run(text, { timeoutMs: 300_000 }), program))?.stdout ?? ''
      );
    };
    const stopMs = async (/** @type {string} */ program) =>
      (await ourPage.evaluate((text) => window.python?.run(text, { stopAfterMs: 60 }), program))?.stopMs ?? Number.NaN;
    const bare = async (/** @type {string} */ program) => {
      await barePage.bringToFront();
      return barePage.evaluate(
        (text) =>
          /** @type {{ bareOutput(source: string): Promise<string> }} */ (/** @type {unknown} */ (window)).bareOutput(
            text,
          ),
        program,
      );
    };
    const recorded = JSON.parse(await ours(await source('recording')));
    return [
      ...(await oneThread(ours, bare, rounds)),
      ...(await threads(ours, Math.ceil(rounds / 2))),
      atMost('counting in threads, recorded / not recorded', recorded.counting, 1.05, '×'),
      atMost('10,000 lock operations, recorded / not recorded', recorded.locking, 1.1, '×'),
      ...(await gil(ours)),
      ...(await stopping(stopMs, rounds)),
      ...(await memory(ours, numberArg(args, 'runs', 500))),
    ];
  } finally {
    await Promise.all([ourPage.close(), barePage.close()]);
    await server.close();
  }
}
