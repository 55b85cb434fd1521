import { describe, expect, it } from 'vitest';
import { boundedBuffer, counter, philosophers, spinning } from './model/examples';
import type { Program } from './model/program';
import { explore, runner } from './model/run';
import { saySearch, type SearchWords } from './say';
import type { SearchMode } from './search';
import type { Outcome } from './types';

const words: SearchWords = {
  granularity: 'line granularity',
  outcome: (outcome: Outcome) => (outcome.kind === 'finished' ? `end at ${outcome.state.split('=')[1] ?? 'nothing'}` : outcome.kind === 'abandoned' ? 'go on' : outcome.kind),
};
const all: SearchMode = { reduction: 'none', preemptions: 'all' };
const say = (program: Program, mode: SearchMode, maxRuns = 1000, more: Partial<SearchWords> = {}) => saySearch(explore(runner(program), { ...mode, maxRuns, maxSteps: 30 }), { ...words, ...more });
const deadlocks: Partial<SearchWords> = { isFailure: ({ kind }) => kind === 'deadlock' };

describe('what is said of a search', () => {
  it('is exact when it is complete', () => {
    expect(say(counter, all)).toBe('All 252 schedules at line granularity: 12 end at 2, 240 end at 1.');
    expect(say(counter, { reduction: 'none', preemptions: 0 })).toBe('All 2 schedules at line granularity without preemptions: 2 end at 2.');
    expect(say(counter, { reduction: 'none', preemptions: 1 })).toBe('All 10 schedules at line granularity with at most 1 preemption: 4 end at 2, 6 end at 1.');
    expect(say(counter, { reduction: 'source sets', preemptions: 'all' })).toBe(
      'All schedules at line granularity, shown by 4 that stand for the others (one for each order of the steps that conflict): 2 end at 1, 2 end at 2.',
    );
  });
  it('claims no more than was tried', () => {
    expect(say(boundedBuffer, all, 10, deadlocks)).toBe('No failure among 10 of an unknown number of schedules at line granularity: 10 end at 0. All those without preemptions are among them.');
    expect(say(counter, all, 1)).toBe('Among 1 of an unknown number of schedules at line granularity, 1 end at 2.');
    expect(say(counter, all, 0)).toBe('None of the schedules at line granularity has been tried.');
    expect(say(spinning, { reduction: 'none', preemptions: 0 })).toBe('All 2 schedules at line granularity without preemptions: 1 end at 1, 1 go on. 1 schedule was abandoned, so that more outcomes may be possible.');
  });
  it('knows that a circle which is left loses nothing', () => {
    const summary = explore(runner(spinning, { named: true }), { ...all, maxRuns: 1000, maxSteps: 30 });
    expect(saySearch(summary, { ...words, ...deadlocks })).toBe(
      'All 3 schedules at line granularity: 1 go on, 2 end at 1. 1 schedule was left in a circle of states, which leads to nothing else. None of them fails.',
    );
  });
  it('says that nothing fails only if nothing can', () => {
    expect(say(philosophers(3, true), all, 1000, deadlocks)).toMatch(/None of them fails\.$/);
    expect(say(philosophers(3, true), { reduction: 'none', preemptions: 1 }, 1000, deadlocks)).toMatch(/None of them fails; with more preemptions, one may\.$/);
    expect(say(philosophers(3), all, 1000, deadlocks)).toMatch(/: 6 deadlock, 162 end at nothing\.$/);
  });
});
