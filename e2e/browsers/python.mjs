import { readFileSync } from 'node:fs';
import { buildPythonPage, openPython } from '../python/open.mjs';

/** @typedef {import('./checks.mjs').Check} Check */

const programs = ['alone', 'locks', 'threads', 'pools', 'loops', 'turns'];
const source = (/** @type {string} */ name) => readFileSync(new URL(`../python/kernel/${name}.py`, import.meta.url), 'utf8');

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
        name: 'Stop ends a program that computes in threads',
        async run() {
          const { outcome, stopMs } = await python.run('import threading\ndef work():\n    while True:\n        pass\nfor _ in range(4):\n    threading.Thread(target=work).start()', { stopAfterMs: 100 });
          if (outcome.status !== 'stopped') throw new Error(`it ended as ${JSON.stringify(outcome)}`);
          return `after ${Math.round(stopMs ?? 0)} ms`;
        },
      },
    ],
    close: python.close,
  };
}
