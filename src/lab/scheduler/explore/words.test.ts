import { describe, expect, it } from 'vitest';
import { saySearch } from '../../../core/schedule/say';
import type { Granularity } from '../../../core/python/pythonSchedules';
import { explore, runner } from '../../../core/schedule/model/run';
import { counter, philosophers } from '../../../core/schedule/model/examples';
import type { Program } from '../../../core/schedule/model/program';
import type { SearchSummary } from '../../../core/schedule/frontier';
import type { AbandonReason, Outcome } from '../../../core/schedule/types';
import { rowsToShow, sumOf } from './rows';
import { adviceFor, detailOf, failsFor, inOneLine, labelOf, wordsFor } from './words';

const search = (program: Program, maxRuns = 1000, maxSteps = 60): SearchSummary =>
  explore(runner(program), { reduction: 'none', preemptions: 'all', maxRuns, maxSteps });
const nobody: ReadonlySet<string> = new Set();
const say = (summary: SearchSummary, right = nobody): string =>
  saySearch(summary, wordsFor(summary, 'line', 60, right));

describe('what the panel says', () => {
  it('names outcomes as the program prints them', () => {
    expect(say(search(counter))).toBe(
      'All 252 schedules at line granularity: 12 end at counter=2, 240 end at counter=1.',
    );
    expect(say(search(counter, 1))).toBe(
      'No failure among 1 of an unknown number of schedules at line granularity: 1 ends at counter=2.',
    );
  });
  it('names the rule', () => {
    const under = (granularity: Granularity): string =>
      saySearch(search(counter), wordsFor(search(counter), granularity, 60, nobody));
    expect(under('gil')).toMatch(/^All 252 schedules by the rule of CPython with the GIL: 12 end/);
    expect(under('free-threaded')).toMatch(/^All 252 schedules by the rule of CPython without the GIL: 12 end/);
  });
  it('counts failures only once it is known what is right', () => {
    const summary = search(counter);
    const right = new Set(['finished: counter=2']);
    expect(summary.outcomes.map(failsFor(nobody))).toEqual([false, false]);
    expect(summary.outcomes.filter(failsFor(right)).map(({ schedules }) => schedules)).toEqual([240]);
    expect(say(summary, new Set(summary.outcomes.map(({ key }) => key)))).toMatch(/None of them fails\.$/);
  });
  it('says that all end alike without calling that right', () => {
    expect(say(search(philosophers(3, true)))).toMatch(/end without printing anything\. They all end alike\.$/);
  });
  it('tells what was printed before an exception: two texts are two outcomes', () => {
    const rows = ['a\n', 'b\n'].map((state) => ({
      key: state,
      outcome: { kind: 'exception', message: 'KeyError: 3', state } as Outcome,
      schedules: 4,
      simplest: [],
    }));
    expect(say({ ...search(counter), schedules: 8, outcomes: rows })).toBe(
      'All 8 schedules at line granularity: 4 raise KeyError: 3 after printing a, 4 raise KeyError: 3 after printing b.',
    );
  });
  it('counts the same exception in several threads together', () => {
    const rows = ['Thread-1 (go)', 'Thread-2 (go)'].map((name) => ({
      key: name,
      outcome: { kind: 'exception', message: `${name}: KeyError: 3`, state: '' } as Outcome,
      schedules: 4,
      simplest: [],
    }));
    expect(say({ ...search(counter), schedules: 8, outcomes: rows })).toBe(
      'All 8 schedules at line granularity: 8 raise KeyError: 3.',
    );
  });
  it('says which schedules were cut off', () => {
    expect(say(search(counter, 5, 3))).toContain(', 5 are cut off after 60 steps.');
  });
});

describe('outcomes', () => {
  const finished = (state: string): Outcome => ({ kind: 'finished', state });
  it('are told in one line', () => {
    expect(inOneLine('a\nb\n')).toBe('a / b');
    expect(inOneLine('x'.repeat(50))).toHaveLength(40);
    expect(labelOf(finished(''))).toBe('prints nothing');
    expect(labelOf({ kind: 'exception', message: 'KeyError: 3', state: '' })).toBe('KeyError');
    expect(labelOf({ kind: 'exception', message: 'Thread-2 (go): ValueError: a (b): c', state: '' })).toBe(
      'ValueError',
    );
  });
  it('are told whole', () => {
    expect(detailOf(finished('a\nb\n'), null)).toEqual({ text: 'a\nb', code: true });
    expect(detailOf({ kind: 'exception', message: 'KeyError: 3', state: 'a\n' }, null).text).toBe('KeyError: 3\na');
    const names = { thread: (thread: number) => `T${thread}`, object: (object: string) => `lock ${object}` };
    expect(
      detailOf(
        {
          kind: 'deadlock',
          waits: [
            { thread: 1, object: 'a', kind: 'acquire', holders: [2] },
            { thread: 2, object: 'b', kind: 'acquire', holders: [1] },
          ],
        },
        names,
      ).text,
    ).toBe('T1 waits for lock a, held by T2. T2 waits for lock b, held by T1.');
  });
  it('stand in the order of failing, then of being frequent', () => {
    const { outcomes } = search(philosophers(3));
    const rows = rowsToShow(outcomes, failsFor(nobody), nobody);
    expect(rows.map(({ outcome, schedules }) => [outcome.kind, schedules])).toEqual([
      ['deadlock', 6],
      ['finished', 162],
    ]);
    expect(sumOf(rows)).toBe(168);
  });
});

describe('advice', () => {
  const abandoned = (why: AbandonReason): SearchSummary => ({
    ...search(counter, 1),
    outcomes: [{ key: why, outcome: { kind: 'abandoned', why }, schedules: 1, simplest: [] }],
  });
  it('says what to do about what cannot be explored', () => {
    expect(adviceFor(search(counter), 60)).toBeNull();
    expect(adviceFor(abandoned('steps'), 2000)).toContain('2,000 steps');
    expect(adviceFor(abandoned('threads'), 60)).toContain('16 at most');
    expect(adviceFor(abandoned('outside'), 60)).toContain('input()');
    expect(adviceFor(abandoned('diverged'), 60)).toContain('id()');
    expect(adviceFor(abandoned('spin'), 60)).toBeNull();
    expect(adviceFor({ ...abandoned('spin'), mode: { reduction: 'source sets', preemptions: 'all' } }, 60)).toContain(
      'Trying every schedule misses nothing.',
    );
  });
});
