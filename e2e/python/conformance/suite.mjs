import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Debian puts the tests of its Pythons, newest first. */
const installed = ['3.15', '3.14', '3.13', '3.12', '3.11'].map((version) => `/usr/lib/python${version}/test`);

export const howToGetIt = `CPython's tests were not found. Debian and Ubuntu have them: apt-get install libpython3.11-testsuite.
Or unpack libpython3.14-testsuite and libpython3.14-stdlib anywhere, and say where: --tests=<folder>/usr/lib/python3.14/test (or the variable CPYTHON_TESTS).`;

/** The folder of the tests: the given one, or the first that is installed; null where there is none. @param {string} [given] */
export function findSuite(given = process.env['CPYTHON_TESTS']) {
  return (
    [...(given === undefined ? installed : [given])].find((folder) => existsSync(join(folder, 'lock_tests.py'))) ?? null
  );
}

/** The version in the path of a suite. @param {string} folder */
export const versionOf = (folder) => /python(3\.\d+)/.exec(folder)?.[1] ?? 'unknown';

/** Where the summary of a run on these tests is committed. @param {string} version */
export const summaryPath = (version) => fileURLToPath(new URL(`summary-${version}.json`, import.meta.url));

export const readmePath = fileURLToPath(new URL('README.md', import.meta.url));

/** Every summary that is committed, oldest version first. @returns {readonly import('./report.mjs').Summary[]} */
export function allSummaries() {
  const names = readdirSync(new URL('.', import.meta.url)).filter((name) => /^summary-.+\.json$/.test(name));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
}

/** What of `test` the tests below need. */
const wanted = [
  /^support\/.*\.py$/,
  /\.pem(?:\.reference)?$/,
  /^(?:lock_tests|test_thread|test_threading|test_threading_local|test_queue|test_sched|test_concurrent_futures|test_context|test_threadsignals|_test_multiprocessing|test_multiprocessing_spawn)\.py$/,
  /^test_multiprocessing_spawn\/.*\.py$/,
  /^test_importlib\/metadata\/(?:fixtures|_path)\.py$/,
  /^test_concurrent_futures\/.*\.py$/,
  /^test_asyncio\/.*\.py$/,
];

/**
 * The files that the tests need, by their path below the folder of `test`.
 * @param {string} folder
 * @returns {Readonly<Record<string, string>>}
 */
export function readSuite(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => wanted.some((pattern) => pattern.test(path)) && statSync(join(folder, path)).isFile(),
  );
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  // The packages' own beginnings look for what is not there, and load all tests at once.
  const empty = [
    '__init__.py',
    'test_asyncio/__init__.py',
    'test_importlib/__init__.py',
    'test_importlib/metadata/__init__.py',
  ];
  return { ...files, ...Object.fromEntries(empty.map((path) => [path, ''])) };
}

/** The modules of tests among these files, sorted: `test.test_queue`. @param {Readonly<Record<string, string>>} files */
export function modulesOf(files) {
  return Object.keys(files)
    .filter((path) => /(?:^|\/)test_\w+\.py$/.test(path))
    .map((path) => `test.${path.replace(/\.py$/, '').replaceAll('/', '.')}`)
    .sort();
}
