import { describe, expect, it } from 'vitest';
import { pairOf, threadCounts, twoAgainstOne, works, type BuildRow, type Spread } from './builds';
import { recorded } from './recorded';

const around = (median: number, by = 0.01): Spread => ({ least: median - by, median, most: median + by });
const needs = (one: Spread, two: Spread): Pick<BuildRow, 'seconds'> => {
  const counts = { '1': one, '2': two, '4': two, '8': two };
  return { seconds: { apart: counts, lists: counts, list: counts, lock: counts } };
};

describe('two threads against one', () => {
  it.each([
    ['shorter', around(1), around(0.55)],
    ['longer', around(0.5), around(1)],
    ['alike', around(1), around(0.9)],
    ['alike', around(1, 0.4), around(0.7, 0.4)],
    ['alike', around(1, 0.4), around(1.3, 0.4)],
  ] as const)('is %s where the spreads say so', (said, one, two) =>
    expect(twoAgainstOne(needs(one, two), 'apart')).toBe(said),
  );
});

describe('what was recorded', () => {
  it('is of a build with the GIL and of one without, for every work and number of threads', () => {
    const { gil, free } = pairOf(recorded);
    for (const row of [gil, free])
      for (const work of works)
        for (const threads of threadCounts) {
          const { least, median, most } = row.seconds[work][threads];
          expect(0 < least && least <= median && median <= most).toBe(true);
        }
    expect(gil.repeats).toBe(free.repeats);
  });

  it('is what the lesson says of it', () => {
    const { gil, free } = pairOf(recorded);
    expect(works.map((work) => twoAgainstOne(free, work))).toEqual(['shorter', 'shorter', 'longer', 'alike']);
    expect(twoAgainstOne(gil, 'apart')).toBe('alike');
  });

  it('is compared where it can be', () => expect(() => pairOf([])).toThrow('builds.json'));
});
