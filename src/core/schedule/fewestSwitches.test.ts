import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestSwitches, hasFewestSwitches, type FewestSwitches } from './fewestSwitches';
import { programs } from './model/arbitrary';
import { counter, lockedIncrements, philosophers } from './model/examples';
import { explore, runner } from './model/run';
import { outcomeKey, switchesOf } from './outcomes';
import type { SearchMode } from './search';
import { scheduleOf, type Outcome, type RunResult, type Schedule, type WorkItem } from './types';

const all = { reduction: 'none', preemptions: 'all', maxRuns: 400, maxSteps: 60 } as const;
const like = (outcome: Outcome) => (other: Outcome) => outcomeKey(other) === outcomeKey(outcome);
const lost: Outcome = { kind: 'finished', state: 'counter=1' };

function simplify(
  run: (item: WorkItem) => RunResult,
  found: Schedule,
  isSame: (outcome: Outcome) => boolean,
  maxRuns = 5000,
): FewestSwitches {
  const search = fewestSwitches(found, isSame, { maxRuns, maxSteps: 60 });
  let turn = search.next();
  while (turn.done !== true) turn = search.next(turn.value.map(run));
  return turn.value;
}

describe('a search', () => {
  const fewestOf = (mode: SearchMode, maxRuns = 400): boolean[] => {
    const summary = explore(runner(counter), { ...mode, maxRuns, maxSteps: 60 });
    return summary.outcomes.map((row) => hasFewestSwitches(summary, row));
  };
  it('knows for which outcomes it has met the fewest switches there are', () => {
    expect(fewestOf({ reduction: 'none', preemptions: 'all' })).toEqual([true, true]);
    // Two switches, and nothing untried has fewer than two.
    expect(fewestOf({ reduction: 'none', preemptions: 1 })).toEqual([true, true]);
    expect(fewestOf({ reduction: 'none', preemptions: 'all' }, 3)).toEqual([true, false]);
    expect(fewestOf({ reduction: 'source sets', preemptions: 'all' })).toEqual([false, false]);
  });
});

describe('fewestSwitches', () => {
  it('loses an update with two switches', () => {
    const found = [0, 1, 0, 1, 1, 0, 0, 1, 1, 0];
    expect(simplify(runner(counter), found, like(lost))).toEqual({
      schedule: [0, 0, 0, 0, 1, 1, 1, 1, 1, 0],
      least: true,
    });
  });

  it('comes nearer without trying everything, and says so', () => {
    const { schedule, least } = simplify(runner(counter), [0, 1, 0, 1, 1, 0, 0, 1, 1, 0], like(lost), 4);
    expect(least).toBe(false);
    expect(switchesOf(schedule)).toBeLessThan(5);
  });

  it('needs few runs where few switches are enough', () => {
    const run = runner(lockedIncrements(3, 3));
    let runs = 0;
    const counted = (item: WorkItem): RunResult => {
      runs += 1;
      return run(item);
    };
    let worst: RunResult | null = null;
    explore(run, { ...all, reduction: 'source sets' }, (result) => {
      if (result.outcome !== null && (worst === null || switchesOf(scheduleOf(result)) > switchesOf(scheduleOf(worst))))
        worst = result;
    });
    const isSame = (outcome: Outcome): boolean => outcome.kind === 'finished';
    const { schedule, least } = simplify(
      counted,
      scheduleOf(worst ?? run({ id: 0, prefix: [], sleep: [], maxSteps: 60 })),
      isSame,
    );
    expect({ switches: switchesOf(schedule), least }).toEqual({ switches: 2, least: true });
    expect(runs).toBeLessThan(200);
  });

  it('takes the philosophers straight into their deadlock', () => {
    const { outcomes } = explore(runner(philosophers(3)), all);
    const row = outcomes.find(({ outcome }) => outcome.kind === 'deadlock');
    expect(row && simplify(runner(philosophers(3)), row.simplest, like(row.outcome))).toEqual({
      schedule: [0, 1, 2],
      least: true,
    });
  });

  it('finds the fewest that there are, if it says so', () => {
    fc.assert(
      fc.property(programs, fc.nat(), fc.constantFrom(5, 1000), (program, pick, maxRuns) => {
        const run = runner(program);
        const seen: RunResult[] = [];
        const { complete } = explore(run, all, (result) => seen.push(result));
        const found = seen[pick % seen.length];
        if (!complete || found === undefined || found.outcome === null) return;
        const isSame = like(found.outcome);
        const { schedule, least } = simplify(run, scheduleOf(found), isSame, maxRuns);
        expect(run({ id: 0, prefix: schedule, sleep: [], maxSteps: 60 }).outcome).toEqual(found.outcome);
        const fewest = Math.min(
          ...seen
            .filter(({ outcome }) => outcome !== null && isSame(outcome))
            .map((result) => switchesOf(scheduleOf(result))),
        );
        expect(switchesOf(schedule)).toBeGreaterThanOrEqual(fewest);
        expect(switchesOf(schedule)).toBeLessThanOrEqual(switchesOf(scheduleOf(found)));
        expect(least ? switchesOf(schedule) : fewest).toBe(fewest);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
