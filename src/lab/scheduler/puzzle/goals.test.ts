import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../core/schedule/types';
import { endOf, endsSo, fails, attemptStateOf, tallyOf, watchedBy, type BreakGoal, type FixGoal } from './goals';

const finished = (state: string): Outcome => ({ kind: 'finished', state });
const deadlock: Outcome = { kind: 'deadlock', waits: [] };
const raised: Outcome = { kind: 'exception', message: 'Ada: IndexError: pop from empty list', state: '' };
const endless: Outcome = { kind: 'abandoned', why: 'steps' };

describe('what a reader has spent', () => {
  it('is the moves of the threads that were chosen, and how often another one is chosen', () => {
    expect(tallyOf([])).toEqual({ moves: 0, switches: 0 });
    expect(tallyOf([0, 0, 1, 1, 2, 2, 1])).toEqual({ moves: 5, switches: 2 });
  });
  it('does not count the main thread, which is not chosen, as a switch', () => {
    expect(tallyOf([0, 1, 0, 1, 0, 2, 0])).toEqual({ moves: 3, switches: 1 });
  });
});

describe('breaking a program', () => {
  const lost: BreakGoal = { kind: 'break', ending: { kind: 'prints', line: '1' }, limit: { of: 'switches', most: 2 } };
  const stuck: BreakGoal = { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'moves', most: 6 } };
  const spent = (moves: number, switches: number) => ({ moves, switches });

  it('goes on while there is something left to spend', () => {
    expect(attemptStateOf(lost, spent(3, 2), null)).toBe('going');
    expect(attemptStateOf(stuck, spent(5, 5), null)).toBe('going');
  });
  it('says when too much is spent: a switch too many, or the last move in vain', () => {
    expect(attemptStateOf(lost, spent(3, 3), null)).toBe('outOfMoves');
    expect(attemptStateOf(stuck, spent(6, 1), null)).toBe('outOfMoves');
  });
  it('tells a bad end from a good one, and from one that cost too much', () => {
    expect(attemptStateOf(lost, spent(4, 2), finished('read 0\n1\n'))).toBe('reached');
    expect(attemptStateOf(lost, spent(4, 3), finished('1\n'))).toBe('overLimit');
    expect(attemptStateOf(lost, spent(4, 1), finished('2\n'))).toBe('missed');
    expect(attemptStateOf(lost, spent(4, 1), deadlock)).toBe('missed');
    expect(attemptStateOf(stuck, spent(6, 1), deadlock)).toBe('reached');
    expect(attemptStateOf(stuck, spent(10, 1), finished('done\n'))).toBe('missed');
  });
  it('knows an exception by its name, whoever raised it', () => {
    expect(endsSo({ kind: 'raises', error: 'IndexError' }, raised)).toBe(true);
    expect(endsSo({ kind: 'raises', error: 'ValueError' }, raised)).toBe(false);
  });
});

describe('a fix', () => {
  const one: FixGoal = { kind: 'fix', threads: 2, endings: [{ prints: '2', holds: { record: '2' } }] };
  const either: FixGoal = {
    kind: 'fix',
    threads: 2,
    endings: ['160', '165'].map((balance) => ({ prints: balance, holds: { balance } })),
  };

  it('is judged by the last line and by what variables hold', () => {
    expect(watchedBy(one)).toEqual(['record']);
    expect(endOf(one, 'Ada reads 0\n2\nrecord = 2\n')).toEqual({ prints: '2', holds: { record: '2' } });
    expect(fails(one, finished('2\nrecord = 2\n'))).toBe(false);
    expect(fails(one, finished('Ada was here\n2\nrecord = 2\n'))).toBe(false);
  });
  it('fails with another last line, or another value behind the right one', () => {
    expect(fails(one, finished('1\nrecord = 1\n'))).toBe(true);
    expect(fails(one, finished('2\nrecord = 1\n'))).toBe(true);
    expect(fails(one, finished('record = 2\n'))).toBe(true);
  });
  it('may end in more than one way, but not half in one and half in the other', () => {
    expect(fails(either, finished('160\nbalance = 160\n'))).toBe(false);
    expect(fails(either, finished('165\nbalance = 165\n'))).toBe(false);
    expect(fails(either, finished('165\nbalance = 160\n'))).toBe(true);
  });
  it('fails with a deadlock or an exception, while a run without an end is another matter', () => {
    expect([deadlock, raised, endless].map((outcome) => fails(one, outcome))).toEqual([true, true, false]);
  });
  it('may watch nothing', () => {
    const goal: FixGoal = { kind: 'fix', threads: 2, endings: [{ prints: '2', holds: {} }] };
    expect(fails(goal, finished('2\n'))).toBe(false);
    expect(fails(goal, finished(''))).toBe(true);
  });
});
