/**
 * A run leaves nothing behind. Each pair of programs in `*.txt` beside this file is a first one that changes something, and an innocent one that looks: it must print what it prints in an
 * interpreter of its own, without exception, whether the two are run, or run as children. steps.test.ts does it step by step.
 */
import { describe, expect, it } from 'vitest';
import { pythonForTests } from '../tab';
import { lastChildRunsTo, runsTo } from './inPage';
import { asChild, pairs, pairsIn } from './pairs';

const page = pythonForTests();

describe('the pairs', () => {
  it('are at least 160, each with a name of its own, most of them in all modes', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(160);
    expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
    expect(pairsIn('runs').length).toBeGreaterThanOrEqual(185);
    expect(pairsIn('children').length).toBeGreaterThanOrEqual(140);
    expect(pairsIn('steps').length).toBeGreaterThanOrEqual(120);
  });
});

describe('a run after a run', () => {
  it.each(pairsIn('runs'))('%s', { timeout: 180_000 }, async (_, { first, second, expected }) => {
    await page.run(first, { timeoutMs: 20_000 });
    expect(await runsTo(page, second)).toBe(expected);
  });
});

describe('a child after a child', () => {
  it.each(pairsIn('children'))('%s', { timeout: 180_000 }, async (_, { first, second, expected }) => {
    expect(await lastChildRunsTo(page, [first, second])).toBe(asChild(expected));
  });
});
