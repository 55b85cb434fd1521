/** The pairs of programs that pairs.test.ts runs, in the scheduled mode: the second program must print what it prints in an interpreter of its own. */
import { describe, expect, it } from 'vitest';
import { pythonForTests } from '../tab';
import { lastChildRunsTo, runsTo, stepsTo } from './inPage';
import { asChild, pairsIn } from './pairs';

const page = pythonForTests();

describe('the scheduled mode after itself and after a run, and a run and a child after it', () => {
  // The first program may end the interpreter.
  const stepped = (source: string): Promise<string> => stepsTo(page, source).catch(String);
  it.each(pairsIn('steps'))('%s', { timeout: 180_000 }, async (_, { modes, first, second, expected }) => {
    await stepped(first);
    const afterItself = await stepsTo(page, second);
    await page.run(first, { timeoutMs: 20_000 });
    const afterRun = await stepsTo(page, second);
    expect([afterItself, afterRun]).toEqual([expected, expected]);
    await stepped(first);
    const run = modes.includes('runs') ? await runsTo(page, second) : expected;
    await stepped(first);
    const child = modes.includes('children') ? await lastChildRunsTo(page, [second]) : asChild(expected);
    expect([run, child]).toEqual([expected, asChild(expected)]);
  });
});
