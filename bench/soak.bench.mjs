import { readFile, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildPythonPage } from '../e2e/python/open.mjs';
import { startServer } from '../tools/serve.mjs';
import { atMost, figure, median, numberArg } from './support/bench.mjs';
import { processMemory, scriptsMemory } from './support/memory.mjs';

export const name = 'Many runs in one page';

const folder = '.cache/bench-soak';
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
/** How long a program may run, in milliseconds: one that takes longer shows nothing more of what a run leaves behind. */
const longestMs = 1000;

/** @typedef {{ readonly name: string, readonly source: string, readonly stopAfterMs?: number }} Program */

/** Each is hard on an interpreter in its own way. @type {readonly Program[]} */
const hard = [
  { name: 'endless', source: 'while True: pass', stopAfterMs: 50 },
  { name: 'computes in C', source: 'sorted(range(10**8))', stopAfterMs: 50 },
  { name: 'aborts', source: 'import os\nos.abort()' },
  { name: 'large', source: 'kept = bytearray(200_000_000)' },
  {
    name: 'many threads',
    source:
      'import threading\nstop = threading.Event()\nfor _ in range(200): threading.Thread(target=stop.wait, daemon=True).start()',
  },
  {
    name: 'patches',
    source: 'import json, logging, random\njson.dumps = logging.info = random.random = None\nbytes(20_000_000)',
  },
];

/** Random numbers that a seed decides. @param {number} seed */
function numbersFrom(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Runs programs of all kinds one after another, and measures what grows.
 * @param {import('./support/bench.mjs').BenchContext} context
 */
export async function run({ browser, args }) {
  const runs = numberArg(args, 'soak', 500);
  buildPythonPage(folder);
  const programsFolder = new URL('../e2e/python/programs/', import.meta.url);
  const paths = (await readdir(programsFolder, { recursive: true })).filter((path) => path.endsWith('.py')).sort();
  /** @type {Program[]} */
  const programs = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      source: await readFile(new URL(path, programsFolder), 'utf8'),
    })),
  );
  const server = await startServer({ dir: folder, base: '/', headers: isolated });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => window.python !== undefined);
    const ofProcess = await processMemory(browser);
    /** @param {Program} program */
    const once = (program) =>
      page.evaluate(
        ({ source, name, stopAfterMs }) =>
          window.python?.run(source, {
            fileName: name,
            timeoutMs: 30_000,
            ...(stopAfterMs !== undefined && { stopAfterMs }),
          }),
        program,
      );
    /** What each did the first time. @type {Map<Program, string>} */
    const ends = new Map();
    for (const program of [...programs, ...hard]) {
      const ran = await once(program);
      if (ran !== undefined && ran.totalMs < longestMs) ends.set(program, ran.outcome.status);
    }
    const mixed = [...ends.keys()];
    const memory = async () => {
      // From here on there is one idle interpreter beside the program's own.
      await once({
        name: 'child.py',
        source:
          "import multiprocessing\nif __name__ == '__main__':\n    child = multiprocessing.Process(target=print)\n    child.start()\n    child.join()",
      });
      // This collects garbage, too.
      const scripts = await scriptsMemory(page);
      return { process: await ofProcess(), scripts, workers: page.workers().length };
    };
    const before = await memory();
    const next = numbersFrom(8);
    /** @type {number[]} */
    const times = [];
    /** @type {string[]} */
    const others = [];
    for (let index = 0; index < runs; index += 1) {
      const program = /** @type {Program} */ (mixed[next(mixed.length)]);
      const ran = await once(program);
      if (ran?.outcome.status !== ends.get(program)) others.push(`${program.name}: ${JSON.stringify(ran?.outcome)}`);
      times.push(Number((await once({ name: 'tiny.py', source: 'print(1)' }))?.firstOutputMs));
    }
    const after = await memory();
    const grown = (/** @type {'process' | 'scripts'} */ part) =>
      `from ${before[part].toFixed(0)} to ${after[part].toFixed(0)} MiB`;
    return [
      figure('mixed runs', runs, '', `of ${mixed.length} programs, a tiny one after each`),
      atMost('runs that ended otherwise than the first time', others.length, 0, '', others.slice(0, 5).join('; ')),
      atMost('memory of the process, after / before', after.process / before.process, 1.1, '×', grown('process')),
      atMost('memory of scripts, after / before', after.scripts / before.scripts, 1.1, '×', grown('scripts')),
      figure(
        'first output of a tiny program after any other',
        median(times),
        'ms',
        `at most ${Math.max(...times).toFixed(0)} ms`,
      ),
      figure('workers', after.workers, '', `${before.workers} before`),
    ];
  } finally {
    await server.close();
  }
}
