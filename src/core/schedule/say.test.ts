import { describe, expect, it } from 'vitest';
import { boundedBuffer, counter, independent, lockedIncrements, philosophers, spinning } from './model/examples';
import type { Program } from './model/program';
import { explore, runner } from './model/run';
import { sayFailures, saySearch, type SearchWords } from './say';
import type { SearchMode } from './search';
import type { Outcome } from './types';

const words: SearchWords = {
  where: 'at line granularity',
  outcome: (outcome: Outcome) =>
    outcome.kind === 'finished'
      ? `end at ${outcome.state.split('=')[1] ?? 'nothing'}`
      : outcome.kind === 'abandoned'
        ? 'go on'
        : outcome.kind,
};
const all: SearchMode = { reduction: 'none', preemptions: 'all' };
const say = (program: Program, mode: SearchMode, maxRuns = 1000, more: Partial<SearchWords> = {}) =>
  saySearch(explore(runner(program), { ...mode, maxRuns, maxSteps: 30 }), { ...words, ...more });
const deadlocks: Partial<SearchWords> = { isFailure: ({ kind }) => kind === 'deadlock' };

describe('what is said of a search', () => {
  it('is exact when it is complete', () => {
    expect(say(counter, all)).toBe('All 252 schedules at line granularity: 12 end at 2, 240 end at 1.');
    expect(say(counter, { reduction: 'none', preemptions: 0 })).toBe(
      'All 2 schedules at line granularity without preemptions: 2 end at 2.',
    );
    expect(say(counter, { reduction: 'none', preemptions: 1 })).toBe(
      'All 10 schedules at line granularity with at most 1 preemption: 4 end at 2, 6 end at 1.',
    );
    expect(say(counter, { reduction: 'source sets', preemptions: 'all' })).toBe(
      'All schedules at line granularity, shown by 4 that stand for the others (at least one for each order of the steps that conflict): 2 end at 1, 2 end at 2.',
    );
  });
  it('claims no more than was tried', () => {
    expect(say(boundedBuffer, all, 10, deadlocks)).toBe(
      'No failure among 10 of an unknown number of schedules at line granularity: 10 end at 0. All those without preemptions are among them.',
    );
    expect(say(counter, all, 1)).toBe('Among 1 of an unknown number of schedules at line granularity, 1 end at 2.');
    expect(say(counter, all, 0)).toBe('None of the schedules at line granularity has been tried.');
    expect(say(spinning, { reduction: 'none', preemptions: 0 })).toBe(
      'All 2 schedules at line granularity without preemptions: 1 end at 1, 1 go on. 1 schedule was abandoned, so there may be more outcomes.',
    );
  });
  it('knows that a circle which is left loses nothing', () => {
    const summary = explore(runner(spinning, { named: true }), { ...all, maxRuns: 1000, maxSteps: 30 });
    expect(saySearch(summary, { ...words, ...deadlocks })).toBe(
      'All 3 schedules at line granularity: 1 go on, 2 end at 1. 1 schedule was left in a circle of states, which leads to nothing else. None of them fails.',
    );
  });
  it('says that nothing fails only if nothing can', () => {
    expect(say(philosophers(3, true), all, 1000, deadlocks)).toMatch(/None of them fails\.$/);
    expect(say(philosophers(3, true), { reduction: 'none', preemptions: 1 }, 1000, deadlocks)).toMatch(
      /None of them fails; with more preemptions, one may\.$/,
    );
    expect(say(philosophers(3), all, 1000, deadlocks)).toMatch(/: 6 deadlock, 162 end at nothing\.$/);
  });
  it('speaks of one schedule in the singular', () => {
    const one = (outcome: Outcome, schedules: number): string =>
      outcome.kind === 'finished' ? (schedules === 1 ? 'ends' : 'end') : outcome.kind;
    expect(say(independent(3), all, 1000, { outcome: one })).toBe('The only schedule at line granularity ends.');
    expect(say(counter, all, 1, { outcome: one })).toBe(
      'Among 1 of an unknown number of schedules at line granularity, 1 ends.',
    );
    expect(say(spinning, { reduction: 'none', preemptions: 0 }, 1000, { outcome: one })).toContain(
      ': 1 abandoned, 1 ends.',
    );
  });
  it('does not say that what was left unfinished did not fail', () => {
    expect(say(lockedIncrements(3, 3), all, 5, deadlocks)).toBe(
      'Among 5 of an unknown number of schedules at line granularity, 5 go on. 5 schedules were abandoned, so there may be more outcomes.',
    );
  });
  it('does not count kinds as schedules', () => {
    expect(say(boundedBuffer, { reduction: 'source sets', preemptions: 'all' }, 5, deadlocks)).toMatch(
      /^No failure among \d of an unknown number of kinds of schedules at line granularity: \d end at 0\.$/,
    );
  });
  it('stays short with many outcomes', () => {
    const rows = (kind: 'finished' | 'exception', ways: number) =>
      Array.from({ length: ways }, (_, at) => ({
        key: `${kind} ${at}`,
        outcome: { kind, state: `x=${at}`, message: `E${at}` } as Outcome,
        schedules: at + 1,
        simplest: [],
      }));
    const of = (outcomes: ReturnType<typeof rows>) =>
      saySearch(
        {
          mode: all,
          schedules: 300,
          redundant: 0,
          abandoned: 0,
          complete: true,
          conclusive: true,
          proven: 'all',
          outcomes,
        },
        words,
      );
    expect(of(rows('finished', 3))).toBe('All 300 schedules at line granularity: 1 end at 0, 2 end at 1, 3 end at 2.');
    expect(of([...rows('finished', 8), ...rows('exception', 1)])).toBe(
      'All 300 schedules at line granularity: 1 exception, 36 end in 8 different ways.',
    );
    const distinct: SearchWords = {
      ...words,
      outcome: (outcome) => (outcome.kind === 'exception' ? `raise ${outcome.message}` : words.outcome(outcome, 2)),
    };
    expect(
      saySearch(
        {
          mode: all,
          schedules: 300,
          redundant: 0,
          abandoned: 0,
          complete: true,
          conclusive: true,
          proven: 'all',
          outcomes: [...rows('finished', 8), ...rows('exception', 9)],
        },
        distinct,
      ),
    ).toBe('All 300 schedules at line granularity: 36 end in 8 different ways, 45 raise 9 different exceptions.');
  });
  it('counts failures, and does not weigh them', () => {
    const fail = (program: Program, mode: SearchMode, isFailure: (outcome: Outcome) => boolean, maxRuns = 1000) =>
      sayFailures(explore(runner(program), { ...mode, maxRuns, maxSteps: 30 }), isFailure);
    const loses = (outcome: Outcome): boolean => outcome.kind === 'finished' && outcome.state === 'counter=1';
    expect(fail(counter, all, loses)).toBe('240 of 252 schedules fail.');
    expect(fail(counter, all, loses, 10)).toMatch(/^\d of the 10 schedules that were tried fail\.$/);
    expect(fail(counter, { reduction: 'source sets', preemptions: 'all' }, loses)).toBe(
      '2 of 4 kinds of schedules fail.',
    );
    expect(fail(counter, all, () => true)).toBe('All 252 schedules fail.');
    expect(fail(independent(2), all, () => true)).toBe('The schedule fails.');
    expect(fail(counter, all, () => false)).toBeNull();
  });
});
