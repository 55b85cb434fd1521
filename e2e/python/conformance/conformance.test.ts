/** The committed summaries of CPython's own tests in the page, against themselves, the README, and a fresh run of a small part. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { passedShare, withTables, type FileCounts, type Summary } from './report.mjs';
import { openRunner } from './runner.mjs';
import { allSummaries, findSuite, howToGetIt, readSuite, readmePath, summaryPath, versionOf } from './suite.mjs';

/** The share of the applicable tests that must pass. */
const goal = 0.95;
/** Quick tests, of every kind. */
const quick = [
  'test.test_thread',
  'test.test_threading_local',
  'test.test_sched',
  'test.test_asyncio.test_waitfor',
  'test.test_asyncio.test_threads',
];

describe.each(allSummaries())('the tests of CPython $suite in the page', (summary) => {
  const total = (kind: keyof FileCounts): number =>
    Object.values(summary.files).reduce((sum, file) => sum + file[kind], 0);
  const listed = (lists: Readonly<Record<string, readonly string[]>>): number => Object.values(lists).flat().length;

  it('pass where they apply, nearly all', () => {
    expect(passedShare(summary)).toBeGreaterThanOrEqual(goal);
    expect(Object.values(summary.failed).filter((words) => /^(?:hung|crashed)/u.test(words))).toEqual([]);
  });

  it('are all accounted for, with a reason for each that did not pass', () => {
    expect(total('failed')).toBe(Object.keys(summary.failed).length);
    expect(total('notApplicable')).toBe(listed(summary.notApplicable));
    expect(total('skipped')).toBe(listed(summary.skipped));
    const reasons = [
      ...Object.keys(summary.notApplicable),
      ...Object.values(summary.modulesNotApplicable),
      ...Object.values(summary.failed),
    ];
    expect(reasons.filter((reason) => reason.trim() === '')).toEqual([]);
  });
});

describe('the README', () => {
  it('tells what the summaries say', () => {
    const readme = readFileSync(readmePath, 'utf8');
    expect(withTables(readme, allSummaries())).toBe(readme);
  });
});

// Only where CPython's tests are installed: nothing is fetched for it.
describe('a fresh run of some of them', () => {
  it('agrees with the summary', { timeout: 5 * 60_000 }, async ({ skip }) => {
    const suite = findSuite();
    if (suite === null) return skip(howToGetIt);
    const version = versionOf(suite);
    if (!existsSync(summaryPath(version))) return skip(`There is no summary of the tests of CPython ${version}.`);
    const summary = summaryOf(version);
    const excused = new Set([
      ...Object.values(summary.notApplicable).flat(),
      ...Object.values(summary.skipped).flat(),
      ...Object.keys(summary.failed),
    ]);
    const runner = await openRunner({ dir: inject('pythonPage'), files: readSuite(suite), limitMs: 30_000 });
    const unexpected: string[] = [];
    let passed = 0;
    try {
      for (const module of quick.filter((name) => name in summary.files)) {
        const found = await runner.list(module);
        if (!('tests' in found)) throw new Error(`${module}: ${found.skipped}`);
        for (const test of found.tests.filter((name) => !excused.has(name))) {
          const { status, words } = await runner.run(test);
          if (status === 'passed') passed += 1;
          else unexpected.push(`${status}: ${test}: ${words ?? ''}`);
        }
      }
    } finally {
      await runner.close();
    }
    expect(unexpected).toEqual([]);
    expect(passed).toBe(quick.reduce((sum, module) => sum + (summary.files[module]?.passed ?? 0), 0));
  });
});

function summaryOf(version: string): Summary {
  return JSON.parse(readFileSync(summaryPath(version), 'utf8')) as Summary;
}
