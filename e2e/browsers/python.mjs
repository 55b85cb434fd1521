import { readFileSync } from 'node:fs';
import { buildPythonPage, openPython } from '../python/open.mjs';
import { countHits } from '../support/otherSite.mjs';

/** @typedef {{ readonly name: string, run(): Promise<string | void> }} Check */
/** @typedef {Awaited<ReturnType<typeof openPython>>} PythonTab */

const source = (/** @type {string} */ name) => readFileSync(new URL(`../python/${name}.py`, import.meta.url), 'utf8');
const attacks = ['imports', 'objects', 'machine', 'lies', 'listens', 'leaves'];
const innocent = 'import time\ntime.sleep(0.05)\nprint("innocent")';
const aThread =
  'import threading\ntry:\n    threading.Thread(target=print).start()\nexcept RuntimeError as error:\n    print(error)';
const aProcess =
  'import multiprocessing\ntry:\n    multiprocessing.Process(target=print).start()\nexcept NotImplementedError as error:\n    print(error)';

/** What the page has: JSPI, shared memory. @param {PythonTab} python */
const abilitiesOf = (python) =>
  python.evaluate(
    () => ({ jspi: 'Suspending' in WebAssembly, shared: crossOriginIsolated && 'SharedArrayBuffer' in globalThis }),
    null,
  );

/** @param {PythonTab} python @param {string} name @returns {Check} */
const keepsItsPromises = (python, name) => ({
  name: `Python keeps its promises: ${name}.py`,
  async run() {
    const { outcome, stdout, stderr } = await python.run(source(`kernel/${name}`) + source('kernel/check'), {
      fileName: `${name}.py`,
    });
    if (outcome.status !== 'finished' || !/^\d+ passed, 0 failed\n$/.test(stdout))
      throw new Error(`${JSON.stringify(outcome)}\n${stdout}${stderr}`);
  },
});

/** @param {PythonTab} python @param {string} what @param {string} program @param {number} stopAfterMs @returns {Check} */
const isStopped = (python, what, program, stopAfterMs) => ({
  name: `Stop ends ${what}, and the next program runs`,
  async run() {
    const { outcome, stopMs } = await python.run(program, { stopAfterMs });
    if (outcome.status !== 'stopped') throw new Error(`it ended as ${JSON.stringify(outcome)}`);
    const next = await python.run(innocent);
    if (next.stdout !== 'innocent\n') throw new Error(`the next one: ${JSON.stringify(next.outcome)}`);
    return `after ${Math.round(stopMs ?? 0)} ms`;
  },
});

/** What every browser has to do, whatever it lacks. @param {PythonTab} python @returns {readonly Check[]} */
const everywhere = (python) => [
  keepsItsPromises(python, 'alone'),
  {
    name: "Python's worker can load nothing and connect to nobody",
    async run() {
      const other = await countHits();
      const { isolated: _, ...probed } = (await python.evaluate(
        (address) => window.python?.probe(address),
        other.url,
      )) ?? { isolated: '', all: 'not tried' };
      await other.close();
      const got = Object.entries(probed).filter(([, outcome]) => outcome !== 'refused');
      if (got.length > 0 || other.hits.length > 0) throw new Error(JSON.stringify({ got, hits: other.hits }));
      return `${Object.keys(probed).length} attempts refused`;
    },
  },
  {
    name: "Python's worker is left without power",
    async run() {
      const { stuck } = (await python.evaluate(() => window.python?.confined(), null)) ?? {
        stuck: ['there is no Python'],
      };
      if (stuck.length > 0) throw new Error(stuck.join(', '));
    },
  },
  ...attacks.map((name) => ({
    name: `nothing is got by ${name}.py, nor left to the next program`,
    async run() {
      const { stdout } = await python.run(source(`attacks/${name}`), { fileName: `${name}.py` });
      if (!stdout.includes('got []\n') || stdout.includes('got to here')) throw new Error(stdout);
      const next = await python.run(innocent);
      if (next.stdout !== 'innocent\n' || next.stderr !== '') throw new Error(next.stdout + next.stderr);
    },
  })),
  isStopped(python, 'an endless loop', 'while True:\n    pass', 100),
];

/** What takes JSPI. @param {PythonTab} python @returns {readonly Check[]} */
const withThreads = (python) => [
  ...['locks', 'threads', 'pools', 'loops', 'turns', 'signals', 'inspection'].map((name) =>
    keepsItsPromises(python, name),
  ),
  isStopped(
    python,
    'a program that computes in threads',
    'import threading\ndef work():\n    while True:\n        pass\nfor _ in range(4):\n    threading.Thread(target=work).start()',
    100,
  ),
  {
    name: 'every schedule of a program is tried, and one is stepped through',
    async run() {
      const { schedules, outcomes, lines } = await python.evaluate(async (text) => {
        const pages = window.schedules;
        if (pages === undefined) throw new Error('The page is not ready.');
        const given = /** @type {const} */ ({
          source: text,
          fileName: 'program.py',
          granularity: 'line',
          watch: [],
          mainFirst: true,
          accesses: false,
        });
        const summary = await pages.explore(given, {
          reduction: 'none',
          preemptions: 'all',
          maxRuns: 1000,
          maxSteps: 100,
        });
        const watched = await pages.replay({ ...given, mainFirst: false }, [0, 0, 0, 1, 1, 2], { from: 6 });
        return {
          schedules: summary.schedules,
          outcomes: summary.outcomes.map((row) => row.schedules),
          lines: watched.moments.at(-1)?.threads.map(({ calls }) => calls[0]?.line),
        };
      }, source('schedules/programs/five_lines'));
      const found = JSON.stringify([schedules, outcomes.toSorted((a, b) => a - b), lines]);
      if (found !== '[252,[12,240],[17,11,10]]') throw new Error(`it found ${found}`);
    },
  },
];

/** What a browser without JSPI has instead. @param {PythonTab} python @returns {readonly Check[]} */
const withoutThreads = (python) => [
  {
    name: 'threads and processes are refused in words',
    async run() {
      const said = [(await python.run(aThread)).stdout, (await python.run(aProcess)).stdout];
      if (
        !said.every((text) => text.includes('cannot suspend WebAssembly') || text.includes('can suspend WebAssembly'))
      )
        throw new Error(said.join(''));
    },
  },
];

/**
 * What an engine's Python has to pass, in pages of its own (see e2e/python/open.mjs): with shared memory, without it, and without JSPI where that can be taken away.
 * @param {'firefox' | 'webkit'} browser
 * @returns {readonly (() => Promise<{ readonly title: string, readonly checks: readonly { readonly name: string, run(): Promise<string | void> }[], close(): Promise<void> }>)[]}
 */
export function pythonChecksOf(browser) {
  buildPythonPage();
  const pages = [{}, { isolation: false }, ...(browser === 'firefox' ? [{ stackSwitching: false }] : [])];
  return pages.map((options) => async () => {
    const python = await openPython({ browser, ...options });
    const { jspi, shared } = await abilitiesOf(python);
    return {
      title: `Python in ${browser}, ${jspi ? 'with' : 'without'} JSPI, ${shared ? 'with' : 'without'} shared memory`,
      checks: [...everywhere(python), ...(jspi ? withThreads(python) : withoutThreads(python))],
      close: python.close,
    };
  });
}
