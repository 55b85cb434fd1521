/**
 * `npm run conformance`: runs CPython's own tests in the page, one at a time, and says what became of them.
 *
 *     --tests=<folder>   where they are; else the first that is installed
 *     --only=<pattern>   only the tests whose names match
 *     --native=<python>  a Python 3.14: what fails there too wants another version, and is not applicable
 *     --dir=<folder>     a page that is built already
 *     --limit=<seconds>  how long one test may take; 20 unless said
 *     --write            keep the outcome as the summary that is committed; with --only, that of the other tests stays
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildPythonPage } from '../open.mjs';
import { errors, failing, modules, reasonAmong, skips, tests as single } from './applicable.mjs';
import { failsNatively, openNative } from './native.mjs';
import { percentOf, tableOf, withTables } from './report.mjs';
import { openRunner } from './runner.mjs';
import {
  allSummaries,
  findSuite,
  howToGetIt,
  modulesOf,
  readSuite,
  readmePath,
  summaryPath,
  versionOf,
} from './suite.mjs';

/** @typedef {import('./report.mjs').Summary} Summary */

const { values } = parseArgs({
  options: {
    tests: { type: 'string' },
    only: { type: 'string' },
    native: { type: 'string' },
    dir: { type: 'string' },
    limit: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const suite = findSuite(values.tests);
if (suite === null) {
  console.error(howToGetIt);
  process.exit(2);
}
const only = new RegExp(values.only ?? '');
const files = readSuite(suite);
const version = versionOf(suite);
if (values.dir === undefined) buildPythonPage();
const runner = await openRunner({
  ...(values.dir === undefined ? {} : { dir: values.dir }),
  files,
  limitMs: 1000 * Number(values.limit ?? 20),
});
const native = values.native === undefined ? null : await openNative(values.native, files);
const before = formerly();
/** What a former run with a native Python found: it need not be asked again. */
const known = new Set(before?.notApplicable[failsNatively] ?? []);

/** @type {Record<string, import('./report.mjs').FileCounts>} */
const counts = {};
/** @type {Record<string, string>} */
const modulesNotApplicable = {};
/** @type {Record<string, string[]>} */
const notApplicable = {};
/** @type {Record<string, string[]>} */
const skipped = {};
/** @type {Record<string, string>} */
const failed = {};

for (const module of modulesOf(files)) {
  const reason = reasonAmong(modules, `${version} ${module}`);
  const listed = reason === null ? await runner.list(module) : { skipped: reason };
  if (!('tests' in listed)) {
    modulesNotApplicable[module] = reason ?? reasonAmong(skips, listed.skipped) ?? listed.skipped;
    continue;
  }
  const file = { passed: 0, failed: 0, skipped: 0, notApplicable: 0 };
  for (const test of listed.tests) {
    if (only.test(test)) file[await judge(test)] += 1;
    else if (values.write === true) file[asBefore(test)] += 1;
  }
  counts[module] = file;
  console.log(`${module}: ${JSON.stringify(file)}`);
}
await runner.close();
native?.close();

/** @type {Summary} */
const summary = {
  suite: version,
  files: counts,
  modulesNotApplicable,
  notApplicable: sorted(notApplicable),
  failed,
  skipped: sorted(skipped),
};
console.log(`\n${tableOf(summary)}\n`);
for (const [reason, names] of Object.entries(summary.notApplicable))
  console.log(`not applicable: ${names.length} × ${reason}`);
for (const [module, reason] of Object.entries(modulesNotApplicable))
  console.log(`not applicable: ${module}: ${reason}`);
for (const [reason, names] of Object.entries(summary.skipped)) console.log(`skipped: ${names.length} × ${reason}`);
for (const [test, reason] of Object.entries(failed)) console.log(`failed: ${test}: ${reason}`);
console.log(`\n${percentOf(summary)} % of the tests that apply passed.`);
if (values.write === true) {
  writeFileSync(summaryPath(version), `${JSON.stringify(summary, null, 2)}\n`);
  writeFileSync(readmePath, withTables(readFileSync(readmePath, 'utf8'), allSummaries()));
}
process.exitCode =
  Object.keys(failed).some((test) => !(test in (before?.failed ?? {}))) && values.write !== true ? 1 : 0;

/** Runs one test and files what became of it. @param {string} test @returns {Promise<keyof import('./report.mjs').FileCounts>} */
async function judge(test) {
  const named = reasonAmong(single, test) ?? (native === null && known.has(test) ? failsNatively : null);
  if (named !== null) return file(notApplicable, named, test, 'notApplicable');
  const first = await runner.run(test);
  // A busy machine may take its time once.
  const { status, words = '' } = first.status === 'hung' ? await runner.run(test) : first;
  if (status === 'passed') return 'passed';
  const said =
    status === 'skipped' ? reasonAmong(skips, words) : (reasonAmong(failing, test) ?? reasonAmong(errors, words));
  if (said !== null) return file(notApplicable, said, test, 'notApplicable');
  if (status === 'skipped') return file(skipped, words, test, 'skipped');
  if (native !== null && !(await native.passes(test))) return file(notApplicable, failsNatively, test, 'notApplicable');
  const lastWords =
    words
      .trim()
      .split('\n')
      .findLast((line) => /^[A-Za-z_.]*(?:Error|Exception|Interrupt|deadlock)\b/.test(line)) ??
    words.trim().slice(-200);
  failed[test] = status === 'failed' ? lastWords : `${status}: ${lastWords}`;
  console.log(`${status}: ${test}\n${words}`);
  return 'failed';
}

/** Files a test that is not run as the committed summary has it. @param {string} test @returns {keyof import('./report.mjs').FileCounts} */
function asBefore(test) {
  for (const [kind, now] of /** @type {const} */ ([
    ['notApplicable', notApplicable],
    ['skipped', skipped],
  ])) {
    for (const [reason, names] of Object.entries(before?.[kind] ?? {}))
      if (names.includes(test)) return file(now, reason, test, kind);
  }
  const words = before?.failed[test];
  if (words === undefined) return 'passed';
  failed[test] = words;
  return 'failed';
}

/**
 * @template {string} Kind
 * @param {Record<string, string[]>} under @param {string} reason @param {string} test @param {Kind} kind
 */
function file(under, reason, test, kind) {
  (under[reason] ??= []).push(test);
  return kind;
}

/** @param {Record<string, string[]>} lists */
function sorted(lists) {
  return Object.fromEntries(Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The committed summary of this suite. @returns {Summary | null} */
function formerly() {
  try {
    return JSON.parse(readFileSync(summaryPath(version), 'utf8'));
  } catch {
    return null;
  }
}
