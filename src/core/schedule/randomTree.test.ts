import { describe, expect, it } from 'vitest';
import { abba, boundedBuffer, counter, lockedIncrements, spinning } from './model/examples';
import { local, print, read, variable, write, type Program } from './model/program';
import { explore, runner } from './model/run';
import { ByPriority } from './priorities';
import { bothRandom, chances, withRandom } from './random';
import type { SearchOptions } from './search';
import type { Outcome, RunResult } from './types';

const random = (depths: readonly number[], maxRuns: number, seed = 1): SearchOptions => ({
  reduction: 'none',
  preemptions: 'all',
  maxRuns,
  maxSteps: 200,
  random: { seed, depths, steps: 0 },
});

/** Others that have nothing to do with it: each makes the program longer and the bug rarer. */
const beside = (program: Program, others: number): Program => ({
  ...program,
  bodies: [...program.bodies, ...Array.from({ length: others }, () => [local, local, local])],
});

/** A value is read before it is there: one pair of steps in the wrong order. */
const tooSoon: Program = {
  objects: { x: variable },
  tells: 'shared',
  bodies: [[write('x', 1)], [read('x'), print('r')]],
};
/** It reads 1 and then 0, between and after the two writes: three pairs of steps. */
const between: Program = {
  objects: { x: variable },
  tells: 'shared',
  bodies: [
    [write('x', 1), write('x', 0)],
    [read('x', 'a'), print('a'), read('x', 'b'), print('b')],
  ],
};

const prints =
  (text: string) =>
  (outcome: Outcome): boolean =>
    outcome.kind === 'finished' && outcome.state.includes(text);
describe('random schedules', () => {
  it.each<[string, Program, number, (outcome: Outcome) => boolean]>([
    ['a value that is read too soon', tooSoon, 1, prints('printed 0')],
    ['a lost update', counter, 2, prints('counter=1')],
    ['two locks taken crosswise', abba, 2, ({ kind }) => kind === 'deadlock'],
    ['a value between two writes', between, 3, prints('printed 1 0')],
  ])('hit %s as often as is guaranteed, and more', (_, program, depth, isBug) => {
    for (const others of [0, 2]) {
      const runs = 20_000;
      const found = explore(runner(beside(program, others)), random([depth], runs, 7));
      const hits = found.outcomes.reduce((sum, row) => sum + (isBug(row.outcome) ? row.schedules : 0), 0);
      const { threads = 0, steps = 0 } = found.random ?? {};
      const chance = 1 / (threads * steps ** (depth - 1));
      expect(threads).toBe(program.bodies.length + others);
      // Three standard deviations less would be bad luck.
      expect(hits / runs).toBeGreaterThan(chance - 3 * Math.sqrt(chance / runs));
      expect(found.random && chances(found.random)[0]?.least).toBeGreaterThan(0.99);
    }
  });

  it('are drawn alike for equal seeds, and otherwise for others', () => {
    const schedules = (seed: number): string => {
      const seen: string[] = [];
      explore(runner(counter), random([1, 2, 3], 50, seed), ({ steps }: RunResult) =>
        seen.push(steps.map(({ thread }) => thread).join('')),
      );
      return seen.join(' ');
    };
    expect(schedules(5)).toBe(schedules(5));
    expect(schedules(5)).not.toBe(schedules(6));
  });

  it('never claim to be all, and say how many were made for which depth', () => {
    const found = explore(runner(lockedIncrements(3, 3)), random([1, 2, 2, 3], 400));
    expect(found).toMatchObject({ schedules: 400, complete: false, conclusive: false, proven: null });
    expect(found.random && chances(found.random).map(({ depth, runs }) => [depth, runs])).toEqual([
      [1, 100],
      [2, 200],
      [3, 100],
    ]);
  });

  it('leave out threads that wait', () => {
    const found = explore(runner(boundedBuffer), random([3], 2000));
    expect(found.outcomes.map(({ outcome }) => outcome.kind).toSorted()).toContain('finished');
    expect(found.abandoned).toBe(0);
  });

  it('guarantee nothing where a run was cut off', () => {
    const found = explore(runner(spinning), random([1], 100));
    expect(found.abandoned).toBeGreaterThan(0);
    expect(found.random && chances(found.random)).toEqual([{ depth: 1, runs: 100, least: null }]);
  });
});

describe('a thread', () => {
  it('falls below all others where a change is due, those of one step one after another', () => {
    const by = new ByPriority({ ranks: [1, 2, 0], changes: [3, 1, 3] });
    const all = [0, 1, 2];
    expect([0, 1, 2].map((at) => by.choose(at, all))).toEqual([1, 0, 0]);
    // 0 falls to the lowest place, then 2 to the highest of those that fell.
    expect(by.choose(3, all)).toBe(2);
    expect([by.choose(4, [0, 1]), by.choose(5, [0]), by.choose(6, [])]).toEqual([1, 0, undefined]);
  });
});

describe('the chance to have hit a bug', () => {
  const drawn = (threads: number, steps: number, ...lots: readonly (readonly [number, number, number])[]) => ({
    threads,
    steps,
    cut: false,
    drawn: lots.map(([depth, own, runs]) => ({ depth, steps: own, runs })),
  });
  const leasts = (...lots: Parameters<typeof drawn>): readonly (number | null)[] =>
    chances(drawn(...lots)).map(({ least }) => least);

  it('is that of one run to the power of many', () => {
    expect(leasts(2, 50, [1, 50, 3])[0]).toBeCloseTo(1 - 0.5 ** 3);
    expect(leasts(2, 10, [3, 10, 100], [3, 20, 50])[0]).toBeCloseTo(1 - (1 - 1 / 200) ** 100 * (1 - 1 / 800) ** 50);
    expect(leasts(1, 1, [2, 1, 1])).toEqual([1]);
  });

  it('does not count runs that were made for fewer steps than there are', () => {
    expect(leasts(2, 11, [2, 10, 1000])).toEqual([0]);
    expect(leasts(2, 11, [2, 10, 1000], [2, 11, 1])[0]).toBeCloseTo(1 / 22);
  });

  it('is reckoned anew when more are drawn', () => {
    const both = bothRandom(drawn(2, 10, [2, 10, 100]), drawn(3, 12, [2, 10, 5], [2, 12, 7]));
    expect(both).toEqual(drawn(3, 12, [2, 10, 105], [2, 12, 7]));
    expect(chances({ ...both, cut: true })).toEqual([{ depth: 2, runs: 112, least: null }]);
  });

  it('comes with what a search has found besides', () => {
    const searched = explore(runner(counter), { reduction: 'none', preemptions: 'all', maxRuns: 1, maxSteps: 60 });
    const more = explore(runner(counter), random([2], 500));
    const both = withRandom(searched, more);
    expect(both).toMatchObject({ schedules: 501, complete: false, random: more.random });
    expect(both.outcomes.reduce((sum, { schedules }) => sum + schedules, 0)).toBe(501);
    expect(both.outcomes.length).toBeGreaterThan(searched.outcomes.length);
    expect(withRandom(both, more).random?.drawn[0]?.runs).toBe(2 * (more.random?.drawn[0]?.runs ?? 0));
  });
});
