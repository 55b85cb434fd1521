import { readFile } from 'node:fs/promises';

/** How many tests did what; `flaky` of those that passed failed at first. @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly flaky?: number }} Counts */

/** Vitest's JSON report, as far as it is read here. @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport */
/** Playwright's. @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  flaky: (a.flaky ?? 0) + (b.flaky ?? 0),
});

/** A file that cannot even be loaded has no tests and counts as one that failed. @param {VitestReport} report @returns {Counts} */
export function vitestCounts(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Errors outside of tests count as failures. @param {PlaywrightReport} report @returns {Counts} */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped, flaky };
}

/**
 * A counter of the report that is in a file; it gives null where the tests ended before they wrote one.
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @returns {{ readonly path: string, read(): Promise<Counts | null> }}
 */
export function reportAt(path, count) {
  return {
    path,
    read: async () => {
      const text = await readFile(path, 'utf8').catch(() => null);
      return text === null ? null : count(JSON.parse(text));
    },
  };
}

/** The last line of a test run. @param {Counts} counts */
export function closingLine({ passed, failed, skipped, flaky = 0 }) {
  const again = flaky > 0 ? `, ${flaky} of those that passed only at a second try: a bug to find` : '';
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${again}`;
}
