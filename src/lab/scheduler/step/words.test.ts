import { describe, expect, it } from 'vitest';
import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import type { Outcome, Step } from '../../../core/schedule/types';
import { joining, momentOf, stepOf, threadMoment } from './moment.fixture';
import { sayEnd } from './sayEnd';
import { sayWhatHappened, type KnownRun } from './sayStep';
import { sayStanding, standingOf } from './states';
import { compared, sharedValues, threadVariables } from './values';

const lockA = (...holders: number[]): ScheduledMoment['locks'][number] => ({
  object: 'lock 0.1',
  name: 'a',
  kind: 'lock',
  holders,
  times: null,
});
const waiting = (
  object: string,
  holders: readonly number[] = [],
  until: number | null = null,
  call: string | null = null,
): Partial<ThreadMoment> => ({ status: 'waits', waits: { object, holders, until, call } });

/** How a thread stands that waits for another to wake it, by what it waits at. */
const asleepAtThings = (
  [
    [{ kind: 'condition', object: null }, 'wait', 'sleeps in x.wait() until it is notified'],
    [{ kind: 'semaphore', permits: 0, most: null }, 'acquire', 'waits for a permit of x'],
    [{ kind: 'event', set: false }, 'wait', 'waits until x is set'],
    [{ kind: 'barrier', parties: 2, here: 1, open: false, broken: false }, 'wait', 'waits at x, where 1 of 2 are'],
    [{ kind: 'queue', items: [], size: 0, most: 0, unfinished: 0 }, 'get', 'waits for an item of x'],
    [{ kind: 'queue', items: ['1'], size: 1, most: 1, unfinished: 1 }, 'put', 'waits for room in x'],
    [
      { kind: 'queue', items: [], size: 0, most: 0, unfinished: 1 },
      'join',
      'waits until all that was put into x is done',
    ],
  ] as const
).map(([thing, method, words]): [string, Partial<ThreadMoment>, Partial<ScheduledMoment>, string] => [
  `it ${words}`,
  { ...waiting('wait of 2 for lock 0.1'), at: { thing: 0, method, how: 'asleep' } },
  { things: [{ ...thing, name: 'x', lock: 'lock 0.1' }] },
  words,
]);

describe('how a thread stands', () => {
  const first = threadMoment(10);
  it.each<[string, Partial<ThreadMoment>, Partial<ScheduledMoment>, string]>([
    ['it can go on', {}, {}, 'can go on'],
    ['it has not begun', { status: 'new' }, {}, 'has not begun'],
    ['it has ended', { status: 'ended', calls: [] }, {}, 'has ended'],
    ['the main thread goes first', {}, { enabled: [0] }, 'could go on; the main thread goes first'],
    ['it waits for a lock', waiting('lock 0.1', [1]), { locks: [lockA(1)] }, 'waits for lock a, held by Thread-1'],
    ['it waits for itself', waiting('lock 0.1', [2]), { locks: [lockA(2)] }, 'waits for lock a, held by itself'],
    [
      'it waits for so long at most',
      waiting('lock 0.1', [1], 2),
      { locks: [lockA(1)] },
      'waits for lock a, held by Thread-1, until 2.00\u00a0s at most',
    ],
    ['it sleeps', waiting('time', [], 1.5), {}, 'sleeps until 1.50\u00a0s'],
    [
      'it may be woken',
      waiting('time', [], 1.5),
      { enabled: [2], passing: [2] },
      'sleeps until 1.50\u00a0s; choose it to let the time pass',
    ],
    ['it waits for another to end', waiting('thread 1', [1]), {}, 'waits for the end of Thread-1'],
    [
      'it waits in a queue',
      waiting('wait of 2 for lock 0.1', [], null, 'Queue.get'),
      { locks: [{ ...lockA(), name: 'q', kind: 'within' }] },
      'waits in q.get()',
    ],
    [
      'it waits for the lock of a condition',
      waiting('lock 0.1', [1], null, 'Condition.__enter__'),
      { locks: [{ ...lockA(1), name: 'changed', kind: 'within' }] },
      'waits for changed’s lock, held by Thread-1',
    ],
    ...asleepAtThings,
    [
      'it was notified, and wants the lock again',
      { ...waiting('lock 0.1', [1]), at: { thing: 0, method: 'wait', how: 'woken' } },
      {
        things: [{ kind: 'condition', name: 'x', lock: 'lock 0.1', object: null }],
        locks: [{ ...lockA(1), name: 'x', kind: 'within' }],
      },
      'was notified, and waits for x’s lock, held by Thread-1',
    ],
    [
      'it was woken, and can go on',
      { at: { thing: 0, method: 'wait', how: 'woken' } },
      { things: [{ kind: 'event', name: 'x', lock: null, set: true }] },
      'was woken, and can go on',
    ],
    [
      'it is ready in its event loop',
      waiting('a future', [], null, 'wait'),
      { loops: [{ object: 'event loop 1', thread: 0, ready: [{ task: 2, call: null }], timers: [] }] },
      'waits for its turn',
    ],
    ['it sleeps as a task', waiting('a future', [], 1.5, 'sleep'), {}, 'sleeps until 1.50\u00a0s'],
    [
      'it runs an event loop',
      waiting('event loop 1', [], 1.5, 'run'),
      { loops: [{ object: 'event loop 1', thread: 2, ready: [], timers: [] }] },
      'runs the event loop, whose next timer is due at 1.50\u00a0s',
    ],
    [
      'it waits for its turn in an event loop',
      waiting('event loop 1', [1]),
      {},
      'waits for its turn while Thread-1 runs',
    ],
    ['it waits for several tasks', waiting('tasks', [0, 1]), {}, 'waits for the end of MainThread and Thread-1'],
  ])('%s', (_, thread, moment, words) => {
    expect(
      sayStanding(momentOf([joining(1), first, threadMoment(11, { name: 'Thread-2 (add)', ...thread })], moment), 2),
    ).toBe(words);
  });

  it('is drawn as the lanes of the site are', () => {
    const threads = [joining(1), first, threadMoment(1, waiting('time', [], 1)), threadMoment(1, { status: 'ended' })];
    expect(threads.map((_, thread) => standingOf(momentOf(threads), thread))).toEqual([
      'blocked',
      'ready',
      'waiting',
      'ended',
    ]);
    expect(standingOf(momentOf(threads, { enabled: [0] }), 1)).toBe('held back');
  });
});

describe('what happened', () => {
  const told = (
    moments: readonly ScheduledMoment[],
    steps: readonly Step[],
    outcome: Outcome | null = null,
  ): KnownRun => ({
    run: { steps, outcome },
    moments,
    codes: [],
  });
  const say = (before: ScheduledMoment, after: ScheduledMoment, step: Step): string =>
    sayWhatHappened(told([before, after], [step]), 0, 1);
  const main = joining(1);

  it('names the line, what it read, and what of its own changed', () => {
    const before = momentOf([main, threadMoment(10)], { globals: [['counter', '0']] });
    const after = momentOf([main, threadMoment(11, {}, [['value', '0']])], { globals: [['counter', '0']] });
    expect(say(before, after, stepOf(1, [1], 'read global counter'))).toBe(
      'Thread-1 ran line 10: read counter (0) and value is now 0.',
    );
  });

  it('says where a step went on that may be several lines, as with the GIL', () => {
    const globals = (value: string): Partial<ScheduledMoment> => ({ globals: [['counter', value]] });
    const moments = [
      momentOf([main, threadMoment(10)], globals('0')),
      momentOf([main, threadMoment(12)], globals('1')),
    ];
    const run = { ...told(moments, [stepOf(1, [1], 'write global counter')]), granularity: 'gil' as const };
    expect(sayWhatHappened(run, 0, 1)).toBe('Thread-1 went on from line 10: set counter to 1.');
  });

  it('says what was written, and whether that changed anything', () => {
    const globals = (value: string): Partial<ScheduledMoment> => ({ globals: [['counter', value]] });
    const threads = [main, threadMoment(12)];
    expect(
      say(momentOf(threads, globals('0')), momentOf(threads, globals('1')), stepOf(1, [1], 'write global counter')),
    ).toBe('Thread-1 ran line 12: set counter to 1.');
    expect(
      say(momentOf(threads, globals('1')), momentOf(threads, globals('1')), stepOf(1, [1], 'write global counter')),
    ).toBe('Thread-1 ran line 12: wrote counter (still 1).');
    expect(
      say(momentOf(threads, globals('[]')), momentOf(threads, globals('[1]')), stepOf(1, [1], 'write items')),
    ).toBe('Thread-1 ran line 12: made counter [1].');
  });

  it('says nothing of what tells nothing: names of threads, locks, functions', () => {
    const threads = [main, threadMoment(12)];
    const globals = {
      globals: [
        ['a', 'free'],
        ['t', 'Thread-1 (add)'],
      ] as const,
      locks: [lockA()],
    };
    expect(
      say(
        momentOf(threads, globals),
        momentOf(threads, globals),
        stepOf(1, [1], 'read global a', 'read global t', 'read global f', 'read attribute x'),
      ),
    ).toBe('Thread-1 ran line 12.');
  });

  it('tells who waits now, who can go on, and who has ended', () => {
    const second = threadMoment(15, { name: 'Thread-2 (add)', ...waiting('lock 0.1', [1]) });
    const free = threadMoment(15, { name: 'Thread-2 (add)' });
    const held = momentOf([main, threadMoment(12), second], { locks: [lockA(1)] });
    const released = momentOf([main, threadMoment(13), free], { locks: [lockA()] });
    expect(say(held, released, stepOf(1, [1], 'release lock 0.1'))).toBe(
      'Thread-1 ran line 12: let go of lock a. Thread-2 can go on.',
    );
    expect(say(released, held, stepOf(1, [1, 2], 'acquire lock 0.1'))).toBe(
      'Thread-1 ran line 13: took lock a. Thread-2 waits for lock a, held by Thread-1.',
    );
    const ended = momentOf([
      threadMoment(20, { name: 'MainThread' }),
      threadMoment(1, { status: 'ended', calls: [] }),
      free,
    ]);
    expect(say(released, ended, stepOf(1, [1, 2]))).toBe(
      'Thread-1 ran line 13. MainThread can go on. Thread-1 has ended.',
    );
  });

  it('tells what was printed, and that time passed', () => {
    const asleep = momentOf([main, threadMoment(12, waiting('time', [], 2))], { enabled: [1], passing: [1] });
    const awake = momentOf([main, threadMoment(13)], { printed: 'hello\n', now: 2 });
    expect(say(asleep, awake, stepOf(1, [1], 'time time'))).toBe(
      'Thread-1 let the time pass, and went on: printed “hello”. It is 2.00\u00a0s.',
    );
  });

  it('tells how a thread begins', () => {
    const fresh = threadMoment(10, { status: 'new' });
    const globals = { globals: [['counter', '0']] as const };
    expect(
      say(
        momentOf([main, fresh], globals),
        momentOf([main, threadMoment(11, {}, [['value', '0']])], globals),
        stepOf(1, [1], 'read global counter'),
      ),
    ).toBe('Thread-1 began with line 10: read counter (0) and value is now 0.');
    expect(say(momentOf([main, fresh]), momentOf([main, threadMoment(10)]), stepOf(1, [1]))).toBe(
      'Thread-1 began, and stands at line 10.',
    );
  });

  it('names the instruction where instructions are steps', () => {
    const at = (offset: number): ScheduledMoment =>
      momentOf(
        [main, threadMoment(10, { calls: [{ function: 'add', line: 10, offset, code: 0, locals: [], place: null }] })],
        {
          globals: [['counter', '3']],
        },
      );
    const codes = [
      {
        name: 'add',
        line: 9,
        instructions: [
          { offset: 2, label: null, name: 'LOAD_GLOBAL', argument: 'counter', line: 10, place: null, accesses: [] },
        ],
      },
    ];
    const run = { steps: [stepOf(1, [1], 'read global counter')], outcome: null };
    expect(sayWhatHappened({ run, moments: [at(2), at(12)], codes }, 0, 1)).toBe(
      'Thread-1 ran LOAD_GLOBAL counter, line 10: read counter (3).',
    );
  });

  it('adds what the main thread then did unasked, in a sentence', () => {
    const ended = threadMoment(1, { status: 'ended', calls: [] });
    const free = threadMoment(20, { name: 'MainThread' });
    const moments = [
      momentOf([main, threadMoment(12)]),
      momentOf([free, ended]),
      momentOf([{ ...free, status: 'ended' }, ended], { printed: '1\n' }),
    ];
    const steps = [stepOf(1, [1], 'end thread 1'), stepOf(0, [0], 'join thread 1', 'end thread 0')];
    expect(sayWhatHappened(told(moments, steps), 0, 2)).toBe(
      'Thread-1 ran line 12. Thread-1 has ended. MainThread went on: saw the end of Thread-1 and printed “1”. MainThread has ended.',
    );
    expect(sayWhatHappened(told(moments, steps, { kind: 'finished', state: '1\n' }), 0, 2)).toBe(
      'Thread-1 ran line 12. Thread-1 has ended. MainThread went on: saw the end of Thread-1 and printed “1”.',
    );
  });

  it('tells the beginning as one story, and leaves a deadlock to whoever explains it', () => {
    const fresh = threadMoment(9, { status: 'new' });
    const own = threadMoment(3, { name: 'MainThread' });
    const moments = [momentOf([own]), momentOf([own, fresh]), momentOf([main, fresh])];
    const steps = [stepOf(0, [0], 'start thread 1', 'start threads'), stepOf(0, [0])];
    expect(sayWhatHappened(told(moments, steps), 0, 2)).toBe(
      'MainThread went on: started Thread-1. MainThread waits for the end of Thread-1.',
    );
    const stuck = momentOf([main, threadMoment(12, waiting('lock 0.1', [2]))], { locks: [lockA(2)] });
    expect(
      sayWhatHappened(
        told([momentOf([main, threadMoment(12)]), stuck], [stepOf(1, [1])], { kind: 'deadlock', waits: [] }),
        0,
        1,
      ),
    ).toBe('Thread-1 ran line 12.');
    expect(sayWhatHappened(told(moments, steps), 0, 0)).toBe('');
  });
});

describe('how a run ends', () => {
  const last = (printed: string): ScheduledMoment =>
    momentOf([threadMoment(1, { status: 'ended' }), threadMoment(1, { status: 'ended' })], { printed });
  const end = (outcome: Outcome, printed = '', moment = last(printed)): string => {
    const { title, words, more = '' } = sayEnd({ steps: [], end: { enabled: [], next: [] }, outcome }, outcome, moment);
    return `${title}. ${words} ${more}`.trim();
  };

  it('is said in words', () => {
    expect(end({ kind: 'finished', state: '1\n' }, '1\n')).toBe('Finished. It printed “1”. All threads have ended.');
    expect(end({ kind: 'finished', state: '' }, 'a\nb\n')).toBe(
      'Finished. It printed 2 lines. All threads have ended.',
    );
    // Where there is one thread, there is nothing to do but to get another.
    expect(end({ kind: 'finished', state: '' }, '', momentOf([threadMoment(1, { status: 'ended' })]))).toMatch(
      /^Finished\. It printed nothing\. This program has one thread, so there is nothing to choose/,
    );
    expect(end({ kind: 'exception', message: 'Thread-1 (add): ValueError: no', state: '' })).toBe(
      'Exception. Thread-1 (add): ValueError: no. It printed nothing.',
    );
    expect(end({ kind: 'deadlock', waits: [{ thread: 0, object: 'thread 0', kind: 'join', holders: [0] }] })).toMatch(
      /^Deadlock\. No thread can go on\. .*waits for the end of itself/,
    );
    expect(end({ kind: 'abandoned', why: 'livelock' })).toMatch(/^Livelock\./);
  });
});

describe('variables', () => {
  it('are compared with what they were', () => {
    expect(
      compared(
        [
          ['x', '1'],
          ['y', '2'],
        ],
        [
          ['x', '1'],
          ['y', '3'],
          ['z', '4'],
        ],
      ).map(({ was }) => was),
    ).toEqual(['1', '2', null]);
    expect(compared(undefined, [['x', '1']]).map(({ was }) => was)).toEqual(['1']);
  });

  it('that hold threads or locks stand apart', () => {
    const moment = momentOf([threadMoment(1, { name: 'MainThread' }), threadMoment(2, { name: 'eater' })], {
      locks: [lockA()],
      globals: [
        ['a', 'free'],
        ['n', '1'],
        ['b', 'eater'],
        ['threads', '[Thread-1 (add), Thread-2 (add)]'],
        ['numbers', '[1, 2]'],
        ['empty', '[]'],
      ],
    });
    expect(sharedValues(moment).map(([name]) => name)).toEqual(['n', 'numbers', 'empty']);
    expect(threadVariables(moment)).toEqual(['b', 'threads']);
  });
});
