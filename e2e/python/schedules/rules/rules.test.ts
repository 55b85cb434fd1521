import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Granularity } from '../../../../src/core/python/pythonSchedules';
import { tabForTests } from '../../tab';
import { compareObjects, compareRules } from '../generated';
import { explore, programAt, reduced, wordsOf } from '../search';
import { programOf, rulePairs } from './known';

const tab = tabForTests({}, (opened) => opened.evaluate(() => window.schedules?.boot(), null));

/** How a run ends that was given up: a program that tries again and again has schedules without end. */
const givenUp: readonly string[] = ['spin', 'livelock', 'steps'];
const timeout = 60_000;

/** What all schedules of a program come to under a rule, each outcome once, sorted. */
async function outcomesOf(name: string, granularity: Granularity, spins: boolean): Promise<readonly string[]> {
  const program = programAt(fileURLToPath(programOf(name)), { granularity });
  const [found] = await explore(tab, [{ program, mode: reduced, maxRuns: 20_000 }]);
  if (found === undefined) throw new Error('There is no answer.');
  if (spins) return wordsOf(found).filter((words) => !givenUp.includes(words));
  expect(found.conclusive, `${name}: all schedules are tried`).toBe(true);
  return wordsOf(found);
}

const cases = rulePairs.flatMap(({ name, broken, fixed, why, inside = [], spins = false }) => [
  { name, known: broken, why, inside, spins },
  { name: `${name}_fixed`, known: fixed, why, inside: [], spins },
]);

describe('a program whose outcomes are known', () => {
  it.each(cases)(
    '$name comes to them with the GIL, and to no other',
    async ({ name, known, why, spins }) => {
      expect(await outcomesOf(name, 'gil', spins), why).toEqual([...known.gil].sort());
    },
    timeout,
  );

  // One operation of a built-in type is one step here, also where CPython lets others see it in its midst.
  it.each(cases)(
    '$name comes to them without the GIL, and to no other',
    async ({ name, known, why, inside, spins }) => {
      const expected = known.freeThreaded.filter((outcome) => !inside.includes(outcome));
      expect(await outcomesOf(name, 'free-threaded', spins), why).toEqual(expected.sort());
    },
    timeout,
  );
});

describe('generated programs', () => {
  const howMany = 20;

  it(
    'can do without the GIL what they can with it, and the reduction loses nothing',
    async () => {
      const { compared, faults } = await compareRules(tab, 1, howMany);
      expect(faults).toEqual([]);
      // The others have more kinds of schedules than there is time for.
      expect(compared).toBeGreaterThan(howMany / 2);
    },
    howMany * 10_000,
  );

  const howManyOfObjects = Number(process.env['TIMESLICE_GENERATED'] ?? 12);
  const firstOfObjects = Number(process.env['TIMESLICE_GENERATED_FROM'] ?? 1);

  it(
    'with many objects of few types come to the same outcomes with the reduction as without, under each rule and granularity',
    async () => {
      const { compared, faults } = await compareObjects(tab, firstOfObjects, howManyOfObjects);
      expect(faults).toEqual([]);
      expect(compared).toBeGreaterThan(howManyOfObjects);
    },
    howManyOfObjects * 20_000,
  );
});
