import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byEase, minimiseWith } from './minimise';
import { programs } from './model/arbitrary';
import { counter, philosophers } from './model/examples';
import { explore, runner } from './model/run';
import { outcomeKey } from './outcomes';
import { scheduleOf, type Outcome, type RunResult } from './types';

const like = (outcome: Outcome | null) => (other: Outcome) => outcome !== null && outcomeKey(other) === outcomeKey(outcome);
const from = (prefix: readonly number[]) => ({ id: 0, prefix, sleep: [], maxSteps: 60 });

describe('minimise', () => {
  it('loses an update with one preemption', () => {
    const run = runner(counter);
    const found = run(from([0, 1, 0, 1, 1, 0, 0, 1, 1, 0]));
    expect(found.outcome).toEqual({ kind: 'finished', state: 'counter=1' });
    const { result, least } = minimiseWith(run, found, like(found.outcome), { maxRuns: 1000, maxSteps: 60 });
    expect(least).toBe(true);
    expect(scheduleOf(result)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 0]);
  });

  it('comes near without trying everything', () => {
    const run = runner(counter);
    const found = run(from([0, 1, 0, 1, 1, 0, 0, 1, 1, 0]));
    const { result, least } = minimiseWith(run, found, like(found.outcome), { maxRuns: 6, maxSteps: 60 });
    expect(least).toBe(false);
    expect(byEase(result, found)).toBeLessThan(0);
  });

  it('takes the philosophers straight into their deadlock', () => {
    const run = runner(philosophers(3));
    let found: RunResult | null = null;
    explore(run, { reduction: 'source sets', preemptions: 'all', maxRuns: 1000, maxSteps: 60 }, (result) => {
      if (result.outcome?.kind === 'deadlock') found ??= result;
    });
    if (found === null) throw new Error('The deadlock was lost.');
    // Only the first switch is a preemption: the third philosopher has to wait at once.
    expect(scheduleOf(minimiseWith(run, found, ({ kind }) => kind === 'deadlock', { maxRuns: 1000, maxSteps: 60 }).result)).toEqual([0, 2, 1]);
  });

  it('gives a run with the same outcome that is not harder, and the easiest there is if it says so', () => {
    fc.assert(
      fc.property(programs, fc.nat(), fc.constantFrom(3, 400), (program, pick, maxRuns) => {
        const run = runner(program);
        const all: RunResult[] = [];
        const { complete } = explore(run, { reduction: 'none', preemptions: 'all', maxRuns: 200, maxSteps: 60 }, (result) => all.push(result));
        const found = all[pick % all.length];
        if (!complete || found === undefined) return;
        const { result, least } = minimiseWith(run, found, like(found.outcome), { maxRuns, maxSteps: 60 });
        expect(result.outcome).toEqual(found.outcome);
        expect(byEase(result, found)).toBeLessThanOrEqual(0);
        const easiest = all.filter(({ outcome }) => outcome !== null && like(found.outcome)(outcome)).toSorted(byEase)[0];
        expect(least ? scheduleOf(result) : []).toEqual(least && easiest !== undefined ? scheduleOf(easiest) : []);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
