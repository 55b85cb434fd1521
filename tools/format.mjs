/**
 * One form for all code: Prettier for TypeScript, JavaScript, CSS, JSON and HTML, Ruff for the Python of the site, which it lints as well.
 *
 *     npm run format            writes
 *     npm run format -- --check says what is not in form, and fails
 *
 * The programs of lessons and tests stay as they are: readers see them, and tests count their lines.
 */
import ruff from '@astral-sh/ruff-wasm-nodejs';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { binOf } from './machine.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const style = {
  'line-length': 120,
  'target-version': 'py311',
  lint: {
    isort: { 'extra-standard-library': ['_sha2', '_remote_debugging'] },
    select: ['E4', 'E7', 'E9', 'F', 'B', 'C4', 'I', 'PIE', 'RET', 'SIM'],
    ignore: [
      // Names are listed as one text; branches that are told apart stay apart; a `try` that passes costs nothing, `suppress` a call.
      'SIM905',
      'SIM102',
      'SIM105',
      'SIM114',
      // Iterables of different lengths are meant, and exceptions have the causes that CPython gives them.
      'B904',
      'B905',
      'B912',
      // Defaults that bind what a program could change; functions that are called before the loop goes on; properties that raise.
      'B008',
      'B018',
      'B023',
    ],
  },
};

/** The Python of the site and of its tools, without the programs that readers see. */
function pythonFiles() {
  const all = (/** @type {string} */ folder, /** @type {boolean} */ recursive) =>
    readdirSync(folder, { recursive, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .map((name) => `${folder}/${name}`);
  return [...all('src/python', true), ...all('tools', false), 'e2e/python/conformance/harness.py'];
}

/** Formats and lints the Python. @returns {number} how many files are not as they should be */
function python() {
  const workspace = new ruff.Workspace(style, ruff.PositionEncoding.Utf16);
  let wrong = 0;
  for (const path of pythonFiles()) {
    const text = readFileSync(path, 'utf8');
    const formed = workspace.format(text);
    if (formed !== text) {
      if (values.check) console.log(`${path} is not in form: npm run format`);
      else writeFileSync(path, formed);
    }
    /** @type {readonly { code: string | null, message: string, start_location: { row: number } }[]} */
    const found = workspace.check(formed);
    // A package imports what others are to find in it.
    const faults = found.filter((fault) => !(fault.code === 'F401' && path.endsWith('__init__.py')));
    for (const {
      code,
      message,
      start_location: { row },
    } of faults)
      console.log(`${path}:${row} ${code ?? 'syntax'} ${message}`);
    if (faults.length > 0 || (values.check && formed !== text)) wrong += 1;
  }
  return wrong;
}

const wrong = python();
const { status } = spawnSync(
  process.execPath,
  [
    binOf('prettier'),
    '.',
    '--log-level=warn',
    '--cache',
    '--cache-location=.cache/prettier',
    values.check ? '--check' : '--write',
  ],
  { stdio: 'inherit' },
);
process.exitCode = wrong > 0 ? 1 : (status ?? 1);
