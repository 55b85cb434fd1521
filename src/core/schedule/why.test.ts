import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abba, boundedBuffer, counter, lockedIncrements, lostWakeUp, philosophers } from './model/examples';
import {
  acquire,
  add,
  joinThread,
  jumpIf,
  lock,
  print,
  read,
  release,
  start,
  variable,
  write,
  type Program,
} from './model/program';
import { explore, runner } from './model/run';
import { cycleOf, deadlockOf, sayDeadlock, type Names } from './deadlock';
import { dataRaces, reasons } from './why';
import type { RunResult, Schedule } from './types';

const play = (program: Program, schedule: Schedule): RunResult =>
  runner(program)({ id: 0, prefix: schedule, sleep: [], maxSteps: 100 });
const names: Names = {
  thread: (thread) => `Thread-${thread + 1}`,
  object: (object) => (object.length === 1 ? `lock ${object}` : object),
};

describe('reasons', () => {
  it('show a lost update, and the switch into it', () => {
    expect(reasons(play(counter, [0, 0, 1, 1, 1, 1, 1, 0, 0, 0]))[0]).toEqual({
      kind: 'lost update',
      object: 'counter',
      first: 1,
      between: 6,
      last: 9,
      switchAt: 2,
    });
  });

  it('show a check whose answer had changed', () => {
    const withdraw = [read('balance'), jumpIf('r', 0, 3), add('balance', -1), print('r')];
    const program: Program = {
      objects: { balance: variable },
      bodies: [[write('balance', 1), start(1), start(2)], withdraw, withdraw],
      begin: [0],
    };
    expect(reasons(play(program, [0, 0, 0, 1, 2, 2, 2, 1, 1]))[0]).toMatchObject({
      kind: 'lost update',
      object: 'balance',
      first: 3,
      between: 5,
      last: 7,
      switchAt: 4,
    });
    const twice: Program = { objects: { size: variable }, bodies: [[read('size'), read('size')], [write('size', 1)]] };
    expect(reasons(play(twice, [0, 1, 0]))[0]).toMatchObject({ kind: 'check then act', first: 0, between: 1, last: 2 });
    const elsewhere: Program = {
      objects: { open: variable, door: variable },
      bodies: [[read('open'), write('door', 1)], [write('open', 1)]],
    };
    expect(reasons(play(elsewhere, [0, 1, 0]))[0]).toMatchObject({
      kind: 'outdated',
      object: 'open',
      first: 0,
      between: 1,
      last: 2,
    });
  });

  it('show what was seen half done', () => {
    const program: Program = {
      objects: { sum: variable },
      bodies: [[write('sum', 1), write('sum', 2)], [read('sum')]],
    };
    expect(reasons(play(program, [0, 1, 0]))[0]).toMatchObject({ kind: 'intermediate value' });
    const back: Program = { objects: { sum: variable }, bodies: [[write('sum', 1), read('sum')], [write('sum', 2)]] };
    expect(reasons(play(back, [0, 1, 0]))[0]).toMatchObject({ kind: 'overwritten' });
  });

  it('find nothing in a run of one after the other but races that could be', () => {
    expect(reasons(play(counter, [0, 0, 0, 0, 0])).map(({ kind }) => kind)).toEqual(
      expect.not.arrayContaining(['lost update']),
    );
  });
});

describe('data races', () => {
  it('are found wherever no synchronisation orders two accesses, whichever came first', () => {
    expect(dataRaces(play(counter, []))).toEqual([
      { object: 'counter', first: 4, second: 6 },
      { object: 'counter', first: 1, second: 9 },
      { object: 'counter', first: 4, second: 9 },
    ]);
  });

  it('are none under a lock, in a buffer with conditions, or after start and join, in any schedule', () => {
    const family: Program = {
      objects: { x: variable },
      bodies: [
        [write('x', 1), start(1), joinThread(1), read('x')],
        [read('x'), write('x', 2)],
      ],
      begin: [0],
    };
    for (const program of [lockedIncrements(2, 2), boundedBuffer, family]) {
      explore(runner(program), { reduction: 'none', preemptions: 'all', maxRuns: 500, maxSteps: 100 }, (result) =>
        expect(dataRaces(result)).toEqual([]),
      );
    }
  });

  it('are found with a lock that only one of them takes', () => {
    const program: Program = {
      objects: { x: variable, A: lock },
      bodies: [[acquire('A'), add('x'), release('A')], [add('x')]],
    };
    explore(runner(program), { reduction: 'none', preemptions: 'all', maxRuns: 500, maxSteps: 100 }, (result) =>
      expect(dataRaces(result)).toHaveLength(1),
    );
  });
});

describe('a deadlock', () => {
  it('is told as a cycle', () => {
    const deadlock = deadlockOf(play(abba, [0, 1]));
    if (deadlock === null) throw new Error('It is one.');
    expect(deadlock.cycle).toEqual(deadlock.waits);
    expect(sayDeadlock(deadlock, names)).toBe(
      'Thread-1 waits for lock B, held by Thread-2. Thread-2 waits for lock A, held by Thread-1.',
    );
  });

  it('goes round the table', () => {
    const deadlock = deadlockOf(play(philosophers(4), [2, 0, 3, 1]));
    expect(deadlock?.cycle.map(({ thread }) => thread)).toEqual([0, 1, 2, 3]);
  });

  it('may be a notification that came too early', () => {
    const deadlock = deadlockOf(play(lostWakeUp, [0, 1, 1, 1, 1, 0, 0]));
    if (deadlock === null) throw new Error('It is one.');
    expect(deadlock).toMatchObject({ cycle: [], lost: [{ thread: 0, object: 'C', notified: 3, waited: 6 }] });
    expect(sayDeadlock(deadlock, { ...names, object: () => 'condition C' })).toBe(
      'Thread-1 waits to be notified of condition C; the notification came before it waited, and woke nobody.',
    );
  });

  it('tells who waits for an ended thread, for itself, or behind others', () => {
    const program: Program = { objects: { A: lock }, bodies: [[acquire('A')], [acquire('A')], [joinThread(1)]] };
    expect(sayDeadlock(deadlockOf(play(program, [])) ?? { waits: [], cycle: [], lost: [] }, names)).toBe(
      'Thread-2 waits for lock A, held by Thread-1, which has ended. Thread-3 waits for the end of Thread-2.',
    );
    const self: Program = { objects: { A: lock }, bodies: [[acquire('A'), acquire('A')]] };
    expect(sayDeadlock(deadlockOf(play(self, [])) ?? { waits: [], cycle: [], lost: [] }, names)).toBe(
      'Thread-1 waits for lock A, held by itself.',
    );
  });

  it('is none when the program ends', () => {
    expect(deadlockOf(play(abba, []))).toBeNull();
  });

  it('has a cycle that is one, whatever the graph', () => {
    const graph = fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(graph, (holders) => {
        const cycle = cycleOf(
          holders.map((each, thread) => ({ thread, object: `${thread}`, kind: 'acquire', holders: each })),
        );
        expect(
          cycle.every(({ holders: each }, index) => each.includes(cycle[(index + 1) % cycle.length]?.thread ?? -1)),
        ).toBe(true);
      }),
    );
  });
});
