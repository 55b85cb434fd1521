import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programs } from './model/arbitrary';
import { classOf } from './model/classes';
import {
  acquire,
  add,
  condition,
  jumpIf,
  local,
  lock,
  read,
  release,
  variable,
  wait,
  write,
  type Program,
} from './model/program';
import { explore, runner, type ModelOptions } from './model/run';
import type { SearchSummary } from './frontier';

const bounds = { maxRuns: 400, maxSteps: 60 };
const outcomesOf = ({ outcomes }: SearchSummary) => outcomes.map(({ key }) => key).sort();

/** Both searches of a program, and the classes that each met; null if the full one is too large to compare with. */
function compare(program: Program, options: ModelOptions = {}) {
  const run = runner(program, options);
  const all = new Set<string>();
  const full = explore(run, { reduction: 'none', preemptions: 'all', ...bounds }, (result) => all.add(classOf(result)));
  if (!full.complete) return null;
  const kept = new Set<string>();
  const reduced = explore(
    run,
    { reduction: 'source sets', preemptions: 'all', ...bounds },
    (result) => result.outcome !== null && kept.add(classOf(result)),
  );
  return { full, reduced, all, kept };
}

/** Found by a long search: lost two classes when a sleeper that the run had not known of was held against it. */
const late: Program = {
  objects: { x: variable, A: lock, C: condition('A') },
  bodies: [
    [acquire('A'), add('x'), release('A'), acquire('A'), add('x'), release('A'), acquire('A')],
    [read('x')],
    [acquire('A'), read('x'), jumpIf('r', 1, 2), wait('C'), release('A'), acquire('A')],
  ],
};

/** The first thread reads y or z, as x tells; the second has two steps, so that it is tried with the first one asleep before it writes x. */
const fickle: Program = {
  objects: { x: variable, y: variable, z: variable, A: lock },
  bodies: [
    [read('x'), jumpIf('r', 1, 3), read('z'), { op: 'stop' }, read('y')],
    [local, acquire('A'), write('x', 1)],
    [write('z', 1)],
  ],
};

describe('source sets', () => {
  it('lose no outcome and no class of schedules, and make no class twice', () => {
    let compared = 0;
    fc.assert(
      fc.property(programs, (program) => {
        const both = compare(program);
        if (both === null) return;
        compared += 1;
        const { full, reduced, all } = both;
        expect(reduced.complete).toBe(true);
        expect(outcomesOf(reduced)).toEqual(outcomesOf(full));
        expect(reduced.schedules).toBe(all.size);
        expect(reduced.schedules + reduced.redundant).toBeLessThanOrEqual(full.schedules);
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(compared).toBeGreaterThan(1500);
  }, 120_000);

  it.each([2, 4])('lose nothing if what a sleeper does becomes known after the run was planned: %i', (perStep) => {
    const both = compare(late, { perStep });
    expect(both?.all.size).toBe(17);
    expect(both?.kept).toEqual(both?.all);
  });

  it('lose nothing if a sleeper, once it is woken, does other things than it would have done', () => {
    const both = compare(fickle, { perStep: 5 });
    expect(both?.all.size).toBe(3);
    expect(both?.kept).toEqual(both?.all);
    expect(both && outcomesOf(both.reduced)).toEqual(both && outcomesOf(both.full));
  });

  it.each<[string, ModelOptions]>([
    ['nothing is known of what comes next', { knows: 'nothing' }],
    ['more is feared of what comes next than happens', { knows: 'more' }],
    ['a step does several things', { perStep: 2 }],
    ['a step does many things', { perStep: 5 }],
  ])(
    'lose no outcome and no class where %s',
    (_, options) => {
      fc.assert(
        fc.property(programs, (program) => {
          const both = compare(program, options);
          if (both === null) return;
          expect(outcomesOf(both.reduced)).toEqual(outcomesOf(both.full));
          expect(both.kept).toEqual(both.all);
          expect(both.reduced.schedules + both.reduced.redundant).toBeLessThanOrEqual(both.full.schedules);
        }),
        { numRuns: 500, seed: 1 },
      );
    },
    120_000,
  );
});
