import { describe, expect, it } from 'vitest';
import type { SearchSummary } from './frontier';
import { abba, counter, independent, lockedIncrements } from './model/examples';
import type { Program } from './model/program';
import { explore, runner } from './model/run';
import { sayBounds, sayCount, sayFindings, sayTaken, sayTurns, sayVerdict, verdictMarkdown } from './sayVerdict';
import type { Outcome } from './types';
import { judge, rowsOf, type RuleSearch, type RuleSearches } from './verdict';

const maxSteps = 60;
const search = (
  program: Program,
  { maxRuns = 1000, cut = null }: Partial<Pick<RuleSearch, 'maxRuns' | 'cut'>> = {},
): RuleSearch => ({
  summary: explore(runner(program), { reduction: 'source sets', preemptions: 'all', maxRuns, maxSteps }),
  maxRuns,
  maxSteps,
  cut,
});
/** With the GIL a model of what it lets happen, without it another. */
const both = (gil: RuleSearch | null, free: RuleSearch | null): RuleSearches => ({ gil, 'free-threaded': free });

/** A counter that a lock protects. */
const whole: Program = lockedIncrements(2, 1);
/** The rows of a complete search, made up. */
const made = (...outcomes: readonly Outcome[]): RuleSearch => {
  const summary: SearchSummary = {
    mode: { reduction: 'source sets', preemptions: 'all' },
    schedules: outcomes.length,
    redundant: 0,
    abandoned: 0,
    complete: true,
    conclusive: true,
    proven: 'all',
    outcomes: outcomes.map((outcome) => ({ key: keyOf(outcome), outcome, schedules: 1, simplest: [0, 0, 1, 2, 2] })),
  };
  return { summary, maxRuns: 100, maxSteps, cut: null };
};
const keyOf = (outcome: Outcome): string => (outcome.kind === 'finished' ? `finished: ${outcome.state}` : outcome.kind);
const ends = (state: string): Outcome => ({ kind: 'finished', state });
const raises: Outcome = { kind: 'exception', message: 'AssertionError', state: '' };
/** A search that met nothing but a circle of states. */
const circle: RuleSearch = ((search) => ({
  ...search,
  summary: { ...search.summary, abandoned: 1, conclusive: false },
}))(made({ kind: 'abandoned', why: 'spin' }));
const nobody: ReadonlySet<string> = new Set();

const told = (searches: RuleSearches, right = nobody): string => {
  const verdict = judge(searches, right);
  return [sayVerdict(verdict, searches), ...sayFindings(searches, verdict), ...sayBounds(verdict, searches)].join(' ');
};

describe('the verdict', () => {
  it('is that a program is right where all schedules under both rules end alike', () => {
    const searches = both(search(whole), search(whole));
    expect(judge(searches, nobody)).toMatchObject({ kind: 'safe', taken: 'alike', wrong: new Set() });
    expect(told(searches)).toBe(
      'Right in every schedule, with and without the GIL. With the GIL, both kinds of schedules are right. Without the GIL, both kinds of schedules are right.',
    );
    expect(told(both(search(independent(1)), search(independent(1))))).toContain(
      'With the GIL, the only kind of schedule is right.',
    );
  });

  it('is that the GIL hides a race where only CPython without it comes to something else', () => {
    const searches = both(made(ends('2')), made(ends('2'), ends('1'), ends('0')));
    expect(judge(searches, nobody)).toMatchObject({
      kind: 'hidden',
      findings: { gil: 'right', 'free-threaded': 'wrong' },
      wrong: new Set(['finished: 1', 'finished: 0']),
    });
    expect(told(searches)).toBe(
      'Right with the GIL, wrong without: the GIL hides a race. With the GIL, the only kind of schedule is right. Without the GIL, 2 of the 3 kinds of schedules are wrong.',
    );
  });

  it('is that a program is wrong in both where schedules with the GIL differ, whatever the other search found', () => {
    const searches = both(search(counter), null);
    expect(judge(searches, nobody)).toMatchObject({
      kind: 'unsafe',
      wrong: new Set(),
      bounds: { 'free-threaded': [] },
    });
    expect(told(searches)).toBe(
      'Wrong in both, with and without the GIL. With the GIL, the 4 kinds of schedules come to 2 outcomes.',
    );
    expect(judge(both(search(abba), search(abba)), nobody).kind).toBe('unsafe');
    expect(judge(both(made(raises), made(raises)), nobody)).toMatchObject({
      kind: 'unsafe',
      wrong: new Set(['exception']),
    });
  });

  it('follows the outcomes that the reader marks as right', () => {
    const searches = both(made(ends('ab'), ends('ba')), made(ends('ab'), ends('ba'), ends('aa')));
    expect(judge(searches, nobody).kind).toBe('unsafe');
    expect(judge(searches, new Set(['finished: ab', 'finished: ba']))).toMatchObject({
      kind: 'hidden',
      taken: 'marked',
    });
    expect(judge(searches, new Set(['finished: ab', 'finished: ba', 'finished: aa'])).kind).toBe('safe');
    expect(judge(searches, new Set(['finished: ab'])).kind).toBe('unsafe');
    expect(sayTaken(judge(searches, nobody))).toContain('all schedules come to one and the same outcome');
    expect(sayTaken(judge(searches, new Set(['finished: ab'])))).toContain('the outcomes that are marked so');
  });

  it('counts an exception and a deadlock as wrong, whatever is marked', () => {
    const searches = both(made(ends('1')), made(ends('1'), raises));
    expect(judge(searches, new Set(['finished: 1', 'exception'])).kind).toBe('hidden');
  });

  it('says by which bound it is not decided', () => {
    const searches = both(
      search(lockedIncrements(3, 3), { maxRuns: 20 }),
      search(lockedIncrements(3, 3), { maxRuns: 20 }),
    );
    expect(judge(searches, nobody)).toMatchObject({
      kind: 'undecided',
      bounds: { gil: ['runs'], 'free-threaded': ['runs'] },
    });
    expect(told(searches)).toMatch(
      /^Not decided: \d+ schedules tried of an unknown number\. Nothing wrong was found so far\..*With the GIL and without the GIL, the search ended at its limit of 20 schedules\. Fewer rounds/,
    );
    expect(told(both(search(whole, { maxRuns: 1, cut: 'stopped' }), null))).toContain(
      'With the GIL, you stopped the search.',
    );
    expect(told(both(circle, circle))).toContain('a thread goes round in a circle');
    expect(sayVerdict(judge(both(null, null), nobody), both(null, null))).toBe('Not decided: no schedule was tried.');
  });

  it('says what is known though it is not decided', () => {
    const part = search(lockedIncrements(3, 3), { maxRuns: 20 });
    expect(told(both(part, search(counter)))).toContain(
      'Without the GIL it is wrong; with it, nothing wrong was found so far.',
    );
    expect(told(both(search(whole), search(whole, { maxRuns: 1 })))).toContain(
      'With the GIL it is right; without it, nothing',
    );
  });

  it('knows that what is right without the GIL is right with it', () => {
    expect(judge(both(search(whole, { maxRuns: 1, cut: 'stopped' }), search(whole)), nobody).kind).toBe('safe');
  });
});

describe('the outcomes by rule', () => {
  const searches = both(made(ends('2')), made(ends('2'), ends('1')));
  it('stand in one table, what is wrong first', () => {
    const rows = rowsOf(searches, judge(searches, nobody));
    expect(rows.map(({ key, wrong }) => [key, wrong])).toEqual([
      ['finished: 1', true],
      ['finished: 2', false],
    ]);
    expect(
      rows.map((row) => [sayCount(row.gil, searches.gil), sayCount(row['free-threaded'], searches['free-threaded'])]),
    ).toEqual([
      ['none', '1 of 2'],
      ['1 of 1', '1 of 2'],
    ]);
    expect(sayCount(null, null)).toBe('not tried');
    expect(sayCount(null, search(counter, { maxRuns: 1 }))).toBe('none so far');
  });

  it('can be copied as Markdown, whatever the program prints', () => {
    const odd = both(made(ends('a|b\n<c>')), made(ends('a|b\n<c>'), ends('`2`')));
    const text = verdictMarkdown(judge(odd, nobody), odd, {
      fileName: 'p.py',
      source: 'print("```")\n',
      python: '3.14.2',
      circumstances: ['Sleeps ended at any moment.'],
      say: (outcome) => (outcome.kind === 'finished' ? `Ends at ${outcome.state}` : outcome.kind),
    });
    expect(text).toContain(
      '### Is `p.py` safe?\n\n**Right with the GIL, wrong without: the GIL hides a race.** With the GIL',
    );
    expect(text).toContain(
      String.raw`| Ends at a\|b / \<c\> | 1 of 1; simplest: ${'`0×2 1 2×2`'} (2 switches) | 1 of 2; simplest: ${'`0×2 1 2×2`'} (2 switches) |`,
    );
    expect(text).toContain('| Ends at \\`2\\` (wrong) | none |');
    expect(text).toContain('````python\nprint("```")\n````\n');
    expect(text).toContain('CPython 3.14.2');
    expect(text).toContain('without a deadlock. Sleeps ended at any moment.\n');
  });

  it('are told with who takes how many steps', () => {
    expect(sayTurns([])).toBe('');
    expect(sayTurns([0, 0, 0, 1, 2, 2])).toBe('0×3 1 2×2');
  });
});
