/**
 * What a run of CPython's tests found.
 * @typedef {object} FileCounts
 * @property {number} passed
 * @property {number} failed Hangs and crashes, too.
 * @property {number} skipped By CPython's own judgement.
 * @property {number} notApplicable
 */

/**
 * @typedef {object} Summary
 * @property {string} suite The version of CPython whose tests these are.
 * @property {Readonly<Record<string, FileCounts>>} files By module.
 * @property {Readonly<Record<string, string>>} modulesNotApplicable Whole modules that were not run, and why.
 * @property {Readonly<Record<string, readonly string[]>>} notApplicable Single tests, by reason.
 * @property {Readonly<Record<string, string>>} failed What each of them said last.
 * @property {Readonly<Record<string, readonly string[]>>} skipped By CPython's own words.
 */

/** Of the tests that mean something in a page, how many pass. @param {Summary} summary */
export function passedShare({ files }) {
  const all = Object.values(files);
  const passed = all.reduce((sum, file) => sum + file.passed, 0);
  const failed = all.reduce((sum, file) => sum + file.failed, 0);
  return passed / (passed + failed);
}

/** That share in words, as a percentage rounded down, so that 100 means all. @param {Summary} summary */
export const percentOf = (summary) => (Math.floor(passedShare(summary) * 1000) / 10).toFixed(1);

/** The table by file, as Markdown. @param {Summary} summary */
export function tableOf({ suite, files }) {
  const total = { passed: 0, failed: 0, skipped: 0, notApplicable: 0 };
  const rows = Object.entries(files).map(([name, counts]) => {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    total.notApplicable += counts.notApplicable;
    return row(`\`${name.replace(/^test\./, '')}\``, counts);
  });
  return [
    `| tests of CPython ${suite} | passed | failed | skipped | not applicable |`,
    '|---|---:|---:|---:|---:|',
    ...rows,
    row('all', total),
  ].join('\n');
}

/** The README with these tables in the place of what stood there. @param {string} readme @param {readonly Summary[]} summaries */
export function withTables(readme, summaries) {
  const tables = summaries.map(
    (summary) =>
      `${percentOf(summary)} % of the tests of CPython ${summary.suite} that apply pass.\n\n${tableOf(summary)}\n`,
  );
  return readme.replace(/(?<=<!-- tables -->\n).*(?=<!-- end of tables -->)/s, `\n${tables.join('\n')}\n`);
}

/** @param {string} name @param {FileCounts} counts */
function row(name, { passed, failed, skipped, notApplicable }) {
  return `| ${name} | ${passed} | ${failed} | ${skipped} | ${notApplicable} |`;
}
