import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frontier, type SearchSummary } from './frontier';
import { isPreemption } from './guide';
import { programs } from './model/arbitrary';
import {
  abba,
  boundedBuffer,
  counter,
  independent,
  lockedIncrements,
  lostWakeUp,
  philosophers,
  polite,
  spinning,
} from './model/examples';
import type { Program } from './model/program';
import { explore, runner } from './model/run';
import type { PreemptionBound, SearchMode } from './search';
import { scheduleOf, type Step, type WorkItem } from './types';

const bounds = { maxRuns: 100_000, maxSteps: 60 };
const full = (program: Program, preemptions: PreemptionBound = 'all') =>
  explore(runner(program), { reduction: 'none', preemptions, ...bounds });
const reduced = (program: Program) =>
  explore(runner(program), { reduction: 'source sets', preemptions: 'all', ...bounds });

/** How many preemptions a run has. */
const preemptionsOf = (steps: readonly Step[]): number =>
  steps.filter(({ point, thread }, at) => isPreemption(point, steps[at - 1]?.thread, thread)).length;

/** Outcomes and how many schedules came to each, in the order of the texts. */
const told = ({ outcomes }: SearchSummary) => outcomes.map(({ key, schedules }) => `${schedules} × ${key}`).sort();

describe('the full search', () => {
  it.each([
    [1, 1, 2],
    [2, 3, 10],
    [5, 5, 252],
    [7, 4, 330],
    [9, 0, 1],
  ])('makes C(n+m, n) schedules of %i and %i independent steps', (n, m, count) => {
    expect(full(independent(n, m))).toMatchObject({ schedules: count, complete: true, proven: 'all' });
    expect(reduced(independent(n, m))).toMatchObject({ schedules: 1, redundant: 0, complete: true });
  });

  it('makes the multinomial number of three', () => {
    expect(full(independent(2, 3, 2)).schedules).toBe(210);
  });

  it('knows what becomes of the counter in all 252 schedules', () => {
    expect(told(full(counter))).toEqual(['12 × finished: counter=2', '240 × finished: counter=1']);
  });

  it('makes at each bound the schedules with that number of preemptions, each once, and none again', () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 0, max: 3 }), (program, bound) => {
        const all: { readonly schedule: string; readonly preemptions: number }[] = [];
        const { complete } = explore(
          runner(program),
          { reduction: 'none', preemptions: 'all', maxRuns: 300, maxSteps: 60 },
          ({ steps }) => {
            all.push({ schedule: steps.map(({ thread }) => thread).join(), preemptions: preemptionsOf(steps) });
          },
        );
        if (!complete) return;
        const some: string[] = [];
        const summary = explore(runner(program), { reduction: 'none', preemptions: bound, ...bounds }, (result) =>
          some.push(scheduleOf(result).join()),
        );
        expect(summary).toMatchObject({ complete: true, proven: bound });
        expect(new Set(all.map(({ schedule }) => schedule)).size).toBe(all.length);
        expect(some.sort()).toEqual(
          all
            .filter(({ preemptions }) => preemptions <= bound)
            .map(({ schedule }) => schedule)
            .sort(),
        );
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('goes from few preemptions to many, and says how far it came', () => {
    const preemptions: number[] = [];
    const run = runner(counter);
    explore(run, { reduction: 'none', preemptions: 'all', ...bounds }, ({ steps }) =>
      preemptions.push(preemptionsOf(steps)),
    );
    expect(preemptions).toEqual(preemptions.toSorted((a, b) => a - b));
    const part = explore(run, { reduction: 'none', preemptions: 'all', maxSteps: 60, maxRuns: 100 });
    expect(part).toMatchObject({
      schedules: 100,
      complete: false,
      proven: preemptions.filter((count) => count <= 3).length <= 100 ? 3 : 2,
    });
    const exact = explore(run, { reduction: 'none', preemptions: 'all', maxSteps: 60, maxRuns: 252 });
    expect(exact).toMatchObject({ schedules: 252, complete: true, conclusive: true });
  });

  it('finds the simplest schedule of each outcome', () => {
    const simplest = full(counter).outcomes.map(({ outcome, simplest }) => [outcome, simplest.join('')]);
    expect(simplest).toEqual([
      [{ kind: 'finished', state: 'counter=2' }, '0000011111'],
      [{ kind: 'finished', state: 'counter=1' }, '0000111110'],
    ]);
  });
});

describe('reference counts', () => {
  const fullAndReduced: [string, Program, number, number, string[]][] = [
    ['the counter', counter, 252, 4, ['finished: counter=1', 'finished: counter=2']],
    ['AB and BA', abba, 6, 3, ['deadlock: 0 acquire B 1, 1 acquire A 0', 'finished: ']],
    [
      'three philosophers',
      philosophers(3),
      168,
      7,
      ['deadlock: 0 acquire fork 1 1, 1 acquire fork 2 2, 2 acquire fork 0 0', 'finished: '],
    ],
    ['three philosophers with an order', philosophers(3, true), 142, 6, ['finished: ']],
    ['two producers and a consumer', boundedBuffer, 16, 16, ['finished: size=0']],
    ['three threads of three locked increments', lockedIncrements(3, 3), 1680, 1680, ['finished: x=9']],
    ['a lost wake-up', lostWakeUp, 8, 3, ['deadlock: 0 wake C ', 'finished: ready=1']],
  ];
  it.each(fullAndReduced)('%s', (_, program, all, classes, outcomes) => {
    const summary = full(program);
    expect(summary).toMatchObject({ schedules: all, complete: true });
    expect(summary.outcomes.map(({ key }) => key).sort()).toEqual(outcomes);
    const less = reduced(program);
    expect(less).toMatchObject({ schedules: classes, redundant: 0, complete: true });
    expect(less.outcomes.map(({ key }) => key).sort()).toEqual(outcomes);
  });
});

describe('programs that go in circles', () => {
  const named = (program: Program) =>
    explore(runner(program, { named: true }), { reduction: 'none', preemptions: 'all', ...bounds });
  it('are left when a state comes back, and said to spin if others were kept from running', () => {
    const summary = named(spinning);
    expect(summary).toMatchObject({ complete: true });
    expect(summary.outcomes.map(({ key }) => key).sort()).toEqual(['abandoned: spin', 'finished: ready=1']);
    expect(summary.abandoned).toBeGreaterThan(0);
  });
  it('are in a livelock if everybody ran and nothing changed', () => {
    expect(named(polite).outcomes.map(({ key }) => key)).toContain('abandoned: livelock');
  });
  it('leave the full search sure of its outcomes, and the reduction not', () => {
    const less = (program: Program) =>
      explore(runner(program, { named: true }), { reduction: 'source sets', preemptions: 'all', ...bounds });
    expect(named(spinning)).toMatchObject({ complete: true, conclusive: true });
    expect(less(spinning)).toMatchObject({ complete: true, conclusive: false });
    expect(
      less(spinning)
        .outcomes.map(({ key }) => key)
        .sort(),
    ).toEqual(['abandoned: spin', 'finished: ready=1']);
    expect(
      named(polite)
        .outcomes.map(({ key }) => key)
        .sort(),
    ).toEqual(['abandoned: livelock', 'abandoned: spin', 'finished: left=0 right=0']);
    expect(less(polite)).toMatchObject({ complete: true, conclusive: false });
  });
  it('are left after a number of steps where states have no names', () => {
    const summary = explore(runner(spinning), { reduction: 'none', preemptions: 0, maxSteps: 20, maxRuns: 100 });
    expect(summary.outcomes.map(({ key }) => key)).toEqual(['abandoned: steps', 'finished: ready=1']);
    expect(summary).toMatchObject({ complete: true, conclusive: false });
  });
});

describe('Frontier', () => {
  /** Several workers at once, each as fast as the numbers say. */
  function inParallel(program: Program, mode: SearchMode, workers: number, speeds: readonly number[]): SearchSummary {
    const run = runner(program);
    const frontier = new Frontier({ ...mode, maxRuns: 300, maxSteps: 60 });
    const busy: WorkItem[] = [];
    for (let turn = 0; !frontier.finished; turn += 1) {
      while (busy.length < workers) {
        const item = frontier.next();
        if (item === null) break;
        // Now and then a worker dies.
        if (speeds[turn % speeds.length] === 99) {
          frontier.giveBack(item);
          break;
        }
        busy.push(item);
      }
      const [item] = busy.splice((speeds[turn % speeds.length] ?? 0) % Math.max(1, busy.length), 1);
      if (item !== undefined) frontier.report(item, run(item));
    }
    expect(frontier.next()).toBeNull();
    return frontier.summary();
  }

  const modes: readonly SearchMode[] = [
    { reduction: 'source sets', preemptions: 'all' },
    { reduction: 'none', preemptions: 'all' },
    { reduction: 'none', preemptions: 1 },
  ];

  it('says one thing whichever runner is first, and however many work', () => {
    const speeds = fc.array(fc.nat(99), { minLength: 1, maxLength: 20 }).map((numbers) => [...numbers, 0]);
    fc.assert(
      fc.property(
        programs,
        fc.constantFrom(...modes),
        fc.integer({ min: 1, max: 40 }),
        speeds,
        (program, mode, workers, numbers) => {
          const alone = explore(runner(program), { ...mode, maxRuns: 300, maxSteps: 60 });
          expect(inParallel(program, mode, workers, numbers)).toEqual(alone);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('claims as much as its runs are enough for, though it does not keep what they are not', () => {
    const most = 12;
    fc.assert(
      fc.property(programs, fc.integer({ min: 1, max: 120 }), (program, maxRuns) => {
        const all = { maxSteps: 60, maxRuns: 400 };
        const { complete, schedules: total } = explore(runner(program), {
          reduction: 'none',
          preemptions: 'all',
          ...all,
        });
        if (!complete) return;
        const upTo = Array.from(
          { length: most },
          (_, preemptions) => explore(runner(program), { reduction: 'none', preemptions, ...all }).schedules,
        );
        const limited = explore(runner(program), { reduction: 'none', preemptions: 'all', ...all, maxRuns });
        expect([limited.complete, limited.schedules]).toEqual([total <= maxRuns, Math.min(total, maxRuns)]);
        const enough = upTo.filter((schedules) => schedules <= maxRuns).length;
        expect(limited.proven).toBe(limited.complete ? 'all' : enough === 0 ? null : enough - 1);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('takes a result once', () => {
    const frontier = new Frontier({ reduction: 'none', preemptions: 0, ...bounds });
    const item = frontier.next();
    if (item === null) throw new Error('There is a first run.');
    expect(frontier.next()).toBeNull();
    expect(frontier.finished).toBe(false);
    const result = runner(independent(1))(item);
    frontier.report(item, result);
    expect(frontier.finished).toBe(true);
    expect(() => frontier.report(item, result)).toThrow('not waited for');
  });

  it('tells a program that does not repeat itself', () => {
    const frontier = new Frontier({ reduction: 'none', preemptions: 'all', ...bounds });
    const first = frontier.next();
    if (first !== null) frontier.report(first, runner(independent(2, 2))(first));
    const second = frontier.next();
    if (second === null) throw new Error('There is more.');
    expect(runner(independent(2))(second).outcome).toEqual({ kind: 'abandoned', why: 'diverged' });
  });
});
