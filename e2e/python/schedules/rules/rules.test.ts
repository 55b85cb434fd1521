import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Granularity } from '../../../../src/core/python/pythonSchedules';
import { tabForTests } from '../../tab';
import { explore, programAt, reduced, wordsOf } from '../search';
import { programOf, rulePairs } from './known';

const tab = tabForTests({}, (opened) => opened.evaluate(() => window.schedules?.boot(), null));

/** What all schedules of a program come to under a rule, each outcome once, sorted. */
async function outcomesOf(name: string, granularity: Granularity): Promise<readonly string[]> {
  const program = programAt(fileURLToPath(programOf(name)), { granularity });
  const [found] = await explore(tab, [{ program, mode: reduced, maxRuns: 20_000 }]);
  if (found === undefined) throw new Error('There is no answer.');
  expect(found.conclusive, `${name}: all schedules are tried`).toBe(true);
  return wordsOf(found);
}

const cases = rulePairs.flatMap(({ name, broken, fixed, why }) => [
  { name, known: broken, why },
  { name: `${name}_fixed`, known: fixed, why },
]);

describe('a program whose outcomes are known', () => {
  it.each(cases)('$name comes to them with the GIL, and to no other', async ({ name, known, why }) => {
    expect(await outcomesOf(name, 'gil'), why).toEqual([...known.gil].sort());
  });

  it.each(cases)('$name comes to them without the GIL, and to no other', async ({ name, known, why }) => {
    expect(await outcomesOf(name, 'free-threaded'), why).toEqual([...known.freeThreaded].sort());
  });
});
