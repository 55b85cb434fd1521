import { readFileSync } from 'node:fs';
import { openPython } from '../open.mjs';

const harness = readFileSync(new URL('harness.py', import.meta.url), 'utf8');
/** Where the page's Python, and each of its processes, finds them. */
const home = '/lib/conformance';
const mark = 'conformance: ';

/** @typedef {{ readonly status: 'passed' | 'failed' | 'skipped' | 'hung' | 'crashed', readonly words?: string }} Verdict */

/**
 * Runs single tests in the page, each in an interpreter that has loaded the tests' module and nothing else.
 * @param {{ readonly dir?: string, readonly files: Readonly<Record<string, string>>, readonly limitMs: number }} options
 */
export async function openRunner({ dir, files, limitMs }) {
  const page = await openPython(dir === undefined ? {} : { dir });
  const all = jsonLiteral({
    'harness.py': harness,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`test/${path}`, text])),
  });
  let loaded = '';

  /** @param {string} module */
  async function load(module) {
    if (loaded === module) return;
    loaded = module;
    const prelude = `
import importlib, json, os, sys
for path, text in json.loads(${all}).items():
    path = f"${home}/{path}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path.insert(0, "${home}")
import harness
try:
    harness.prepare()
    importlib.import_module("${module}")
except BaseException:
    pass
`;
    await page.evaluate((source) => window.python?.prelude(source), prelude);
  }

  /** @param {string} call @param {number} timeoutMs */
  async function ask(call, timeoutMs) {
    const ran = await page.run(`import harness\nif __name__ == "__main__":\n    harness.${call}\n`, { timeoutMs });
    const line = ran.stdout.split('\n').findLast((text) => text.startsWith(mark));
    return { ...ran, found: line === undefined ? null : JSON.parse(line.slice(mark.length)) };
  }

  return {
    /** The names of a module's tests, or why it has none here. @param {string} module @returns {Promise<{ readonly tests: readonly string[] } | { readonly skipped: string }>} */
    async list(module) {
      await load(module);
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
    close: () => page.close(),
  };
}

/** JSON in a Python string literal, all of it ASCII. @param {unknown} value */
function jsonLiteral(value) {
  return JSON.stringify(
    JSON.stringify(value).replaceAll(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
