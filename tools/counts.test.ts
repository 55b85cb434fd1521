import { describe, expect, it } from 'vitest';
import { add, closingLine, none, playwrightCounts, vitestCounts } from './counts.mjs';

describe('counts', () => {
  it("adds Vitest's tests, and a file that does not load as a failure", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it("adds Playwright's tests, and errors outside of them", () => {
    expect(playwrightCounts({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({
      passed: 8,
      failed: 2,
      skipped: 2,
      flaky: 1,
    });
  });

  it('closes with one exact line', () => {
    expect(closingLine(add({ passed: 5, failed: 2, skipped: 0 }, none))).toBe('5 passed, 2 failed');
    expect(closingLine({ passed: 5, failed: 0, skipped: 1 })).toBe('5 passed, 0 failed, 1 skipped');
    expect(closingLine({ passed: 5, failed: 0, skipped: 0, flaky: 1 })).toMatch(/^5 passed, 0 failed, 1 of those/);
  });
});
