import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programs } from './model/arbitrary';
import { classOf } from './model/classes';
import { explore, runner } from './model/run';
import type { Program } from './model/program';

const bounds = { maxSteps: 60 };

/** Both searches of a program; null if the full one is too large to compare with. */
function compare(program: Program, largest: number) {
  const run = runner(program);
  const classes = new Set<string>();
  const full = explore(run, { reduction: 'none', preemptions: 'all', maxRuns: largest, ...bounds }, (result) => classes.add(classOf(result)));
  if (!full.complete) return null;
  const reduced = explore(run, { reduction: 'source sets', preemptions: 'all', maxRuns: largest, ...bounds });
  return { full, reduced, classes: classes.size };
}

describe('source sets', () => {
  it('lose no outcome and no class of schedules, and make no class twice', () => {
    let compared = 0;
    fc.assert(
      fc.property(programs, (program) => {
        const both = compare(program, 400);
        if (both === null) return;
        compared += 1;
        const { full, reduced, classes } = both;
        expect(reduced.complete).toBe(true);
        expect(reduced.outcomes.map(({ key }) => key).sort()).toEqual(full.outcomes.map(({ key }) => key).sort());
        expect(reduced.schedules).toBe(classes);
        expect(reduced.schedules + reduced.redundant).toBeLessThanOrEqual(full.schedules);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(2000);
  }, 120_000);
});
