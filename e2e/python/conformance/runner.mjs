import { readFileSync } from 'node:fs';
import { openPython } from '../open.mjs';

const harness = readFileSync(new URL('harness.py', import.meta.url), 'utf8');
/** Where the page's Python finds them: what comes from /lib stays imported for the next run, as the library does. */
const home = '/lib/conformance';
const mark = 'conformance: ';

/** @typedef {{ readonly status: 'passed' | 'failed' | 'skipped' | 'hung' | 'crashed', readonly words?: string }} Verdict */

/**
 * Runs single tests in the page. An interpreter that hangs or dies is replaced, and the next test finds everything in place again.
 * @param {{ readonly dir?: string, readonly files: Readonly<Record<string, string>>, readonly limitMs: number }} options
 */
export async function openRunner({ dir, files, limitMs }) {
  const page = await openPython(dir === undefined ? {} : { dir });
  let ready = false;

  /** @param {string} call @param {number} timeoutMs */
  async function ask(call, timeoutMs) {
    if (!ready) {
      const all = { 'harness.py': harness, ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`test/${path}`, text])) };
      const { outcome, stderr } = await page.run(
        `import json, os\nfor path, text in json.loads(${jsonLiteral(all)}).items():\n    path = f"${home}/{path}"\n    os.makedirs(os.path.dirname(path), exist_ok=True)\n    with open(path, "w") as file:\n        file.write(text)\nfrom timeslice import forget\nforget.remember_files()\n`,
      );
      if (outcome.status !== 'finished') throw new Error(`The tests could not be put in place: ${JSON.stringify(outcome)} ${stderr}`);
      ready = true;
    }
    const ran = await page.run(`import sys\nsys.path.insert(0, "${home}")\nimport harness\nharness.${call}\n`, { timeoutMs });
    const line = ran.stdout.split('\n').findLast((text) => text.startsWith(mark));
    if (ran.outcome.status === 'hung' || ran.outcome.status === 'crashed') ready = false;
    return { ...ran, found: line === undefined ? null : JSON.parse(line.slice(mark.length)) };
  }

  return {
    /** The names of a module's tests, or why it has none here. @param {string} module @returns {Promise<{ readonly tests: readonly string[] } | { readonly skipped: string }>} */
    async list(module) {
      const { found, outcome, stderr } = await ask(`list_tests("${module}")`, 60_000);
      return found ?? { skipped: `cannot be imported: ${stderr.trim().split('\n').at(-1) ?? JSON.stringify(outcome)}` };
    },
    /** Runs one test. @param {string} test @returns {Promise<Verdict>} */
    async run(test) {
      const { found, outcome, stderr } = await ask(`run_test("${test}")`, limitMs);
      switch (outcome.status) {
        case 'hung':
          return { status: 'hung', words: stderr };
        case 'crashed':
          return { status: 'crashed', words: `${outcome.reason} ${stderr}` };
        case 'deadlock':
          return { status: 'failed', words: `deadlock: ${outcome.words}` };
        default:
          return found ?? { status: 'failed', words: `${JSON.stringify(outcome)} ${stderr}` };
      }
    },
    /** Gives the tests that follow an interpreter of their own. */
    async refresh() {
      await page.evaluate(() => window.python?.close(), null);
      ready = false;
    },
    close: () => page.close(),
  };
}

/** JSON in a Python string literal, all of it ASCII. @param {unknown} value */
function jsonLiteral(value) {
  return JSON.stringify(JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
