/** What a stepper shows of a program between two steps: values, locks, bytecode. */
import { describe, expect, it } from 'vitest';
import type { Granularity, WatchedRun } from '../../../src/core/python/pythonSchedules';
import { tabForTests } from '../tab';

const page = tabForTests();

const watch = (source: string, granularity: Granularity, maxSteps: number): Promise<WatchedRun> =>
  page.evaluate(
    async ([text, steps, most]) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      return window.schedules.replay(
        { source: text, fileName: 'program.py', granularity: steps, watch: [], mainFirst: false, accesses: true },
        [],
        { maxSteps: most },
      );
    },
    [source, granularity, maxSteps] as const,
  );

const things = `import queue
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()
        self.peer = None


class Own:
    def __repr__(self):
        return "own words"


account = Account(10)
account.peer = account
own = [Own()]
q = queue.Queue()
q.put(1)
event = threading.Event()
permits = threading.Semaphore(2)
condition = threading.Condition()
lock = threading.RLock()
thread = threading.Thread(target=print)
threads = [thread]
thread.start()
thread.join()
`;

describe('a state', () => {
  it('shows what things hold', { timeout: 180_000 }, async () => {
    const { moments } = await watch(things, 'line', 20);
    expect(Object.fromEntries(moments.at(-1)?.globals ?? [])).toEqual({
      account:
        'Account(balance=10, peer=Account(balance=10, peer=Account(balance=10, peer=Account(balance=10, peer=Account(...)))))',
      own: '[own words]',
      q: 'Queue([1])',
      event: 'Event, not set',
      permits: 'Semaphore, 2 free',
      condition: 'Condition, nobody waiting',
      lock: 'free',
      thread: 'Thread-1 (print)',
      threads: '[Thread-1 (print)]',
    });
  });
});

const twoThreads = `import threading

total = 0


def add():
    global total
    é = "😀"; total = total + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
`;

describe('bytecode', () => {
  it('stands where the threads do, and for what they are about to do', { timeout: 180_000 }, async () => {
    const { codes = [], moments, result } = await watch(twoThreads, 'bytecode', 400);
    expect(codes.map(({ name, line }) => [name, line])).toEqual([
      ['<module>', 1],
      ['add', 6],
    ]);
    const seen = moments.flatMap(({ threads }) => threads.slice(1).flatMap(({ calls }) => calls.slice(0, 1)));
    const instructions = seen.map(({ code, offset }) =>
      codes[code ?? -1]?.instructions.find((one) => one.offset === offset),
    );
    expect(instructions).not.toContain(undefined);
    const store = codes[1]?.instructions.find(({ name }) => name === 'STORE_GLOBAL');
    expect(store).toMatchObject({
      argument: 'total',
      line: 8,
      place: [8, 14, 8, 19],
      accesses: [{ object: 'global total', kind: 'write' }],
    });
    expect(result.outcome?.kind).toBe('finished');
  });

  it('is not told where lines are steps', { timeout: 180_000 }, async () => {
    expect((await watch(twoThreads, 'line', 5)).codes).toBeUndefined();
  });
});
