/**
 * Runs the tests of the page's Python kernel natively (src/python/tests/), with the newest Python of this machine that it runs on: 3.13 or newer, under Linux.
 * The page has 3.14. The variable PYTHON names another one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { report: { type: 'string' } } });

const named = process.env['PYTHON'];
const candidates = [...(named === undefined ? [] : [named]), 'python3.14', 'python3.13', 'python3'];
const newEnough = 'import sys; sys.exit(sys.platform != "linux" or sys.version_info < (3, 13))';
const python = candidates.find((command) => spawnSync(command, ['-c', newEnough]).status === 0);

/** Writes what tools/test.mjs counts. @param {{ passed: number, failed: number, skipped: number }} counts */
function report(counts) {
  if (values.report === undefined) return;
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, JSON.stringify(counts));
}

if (python === undefined) {
  console.log(
    `None of ${candidates.join(', ')} is Python 3.13 or newer under Linux, so the kernel was not tested natively; the step differential tests it in a browser.`,
  );
  report({ passed: 0, failed: 0, skipped: 1 });
} else {
  const { status, stderr } = spawnSync(
    python,
    ['-m', 'unittest', 'discover', '-s', 'src/python/tests', '-t', 'src/python'],
    { encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] },
  );
  process.stderr.write(stderr);
  const numberOf = (/** @type {RegExp} */ pattern) => Number(pattern.exec(stderr)?.[1] ?? 0);
  const failed = numberOf(/failures=(\d+)/) + numberOf(/errors=(\d+)/);
  const skipped = numberOf(/skipped=(\d+)/);
  report({ passed: numberOf(/^Ran (\d+) test/m) - failed - skipped, failed, skipped });
  process.exitCode = status ?? 1;
}
