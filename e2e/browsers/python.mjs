import { readFileSync } from 'node:fs';
import { buildPythonPage, openPython } from '../python/open.mjs';
import { countHits } from '../support/otherSite.mjs';

/** @typedef {import('./checks.mjs').Check} Check */

const programs = ['alone', 'locks', 'threads', 'pools', 'loops', 'turns', 'signals', 'inspection'];
const attacks = ['objects', 'machine', 'listens', 'leaves'];
const source = (/** @type {string} */ name) => readFileSync(new URL(`../python/kernel/${name}.py`, import.meta.url), 'utf8');
const twoThreads = readFileSync(new URL('../python/schedules/programs/five_lines.py', import.meta.url), 'utf8');

/**
 * What Firefox's Python has to pass, in a page of its own (see e2e/python/open.mjs).
 * @returns {Promise<{ readonly checks: readonly Check[], close(): Promise<void> }>}
 */
export async function openPythonChecks() {
  buildPythonPage();
  const python = await openPython({ browser: 'firefox' });
  return {
    checks: [
      ...programs.map((name) => ({
        name: `Python keeps its promises: ${name}.py`,
        async run() {
          const { outcome, stdout, stderr } = await python.run(source(name) + source('check'), { fileName: `${name}.py` });
          if (outcome.status !== 'finished' || !/^\d+ passed, 0 failed\n$/.test(stdout)) throw new Error(`${JSON.stringify(outcome)}\n${stdout}${stderr}`);
        },
      })),
      {
        name: "Python's worker can load nothing and connect to nobody",
        async run() {
          const other = await countHits();
          const { isolated: _, ...probed } = (await python.evaluate((address) => window.python?.probe(address), other.url)) ?? { isolated: '', all: 'not tried' };
          await other.close();
          const got = Object.entries(probed).filter(([, outcome]) => outcome !== 'refused');
          if (got.length > 0 || other.hits.length > 0) throw new Error(JSON.stringify({ got, hits: other.hits }));
        },
      },
      ...attacks.map((name) => ({
        name: `nothing is got by ${name}.py, nor left to the next program`,
        async run() {
          const { stdout } = await python.run(readFileSync(new URL(`../python/attacks/${name}.py`, import.meta.url), 'utf8'), { fileName: `${name}.py` });
          if (!stdout.includes('got []\n')) throw new Error(stdout);
          const next = await python.run('print("innocent")');
          if (next.stdout !== 'innocent\n' || next.stderr !== '') throw new Error(next.stdout + next.stderr);
        },
      })),
      {
        name: 'Stop ends a program that computes in threads',
        async run() {
          const { outcome, stopMs } = await python.run('import threading\ndef work():\n    while True:\n        pass\nfor _ in range(4):\n    threading.Thread(target=work).start()', { stopAfterMs: 100 });
          if (outcome.status !== 'stopped') throw new Error(`it ended as ${JSON.stringify(outcome)}`);
          return `after ${Math.round(stopMs ?? 0)} ms`;
        },
      },
      {
        name: 'every schedule of a program is tried, and one is stepped through',
        async run() {
          const { schedules, outcomes, lines } = await python.evaluate(async (text) => {
            const pages = window.schedules;
            if (pages === undefined) throw new Error('The page is not ready.');
            const given = /** @type {const} */ ({ source: text, fileName: 'program.py', granularity: 'line', watch: [], mainFirst: true, accesses: false });
            const summary = await pages.explore(given, { reduction: 'none', preemptions: 'all', maxRuns: 1000, maxSteps: 100 });
            const watched = await pages.replay({ ...given, mainFirst: false }, [0, 0, 0, 1, 1, 2], { from: 6 });
            return { schedules: summary.schedules, outcomes: summary.outcomes.map((row) => row.schedules), lines: watched.moments.at(-1)?.threads.map(({ calls }) => calls[0]?.line) };
          }, twoThreads);
          const found = JSON.stringify([schedules, outcomes.toSorted((a, b) => a - b), lines]);
          if (found !== '[252,[12,240],[17,11,10]]') throw new Error(`it found ${found}`);
        },
      },
    ],
    close: python.close,
  };
}
