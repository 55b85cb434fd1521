/** What a stepper tells of threads and tasks that wait at conditions, semaphores, events, barriers and queues, of event loops, and of the value stack: from the page's Python to the words. */
import { expect, it } from 'vitest';
import type { Granularity, WatchedRun } from '../../../src/core/python/pythonSchedules';
import type { ThreadIndex } from '../../../src/core/schedule/types';
import { namesIn } from '../../../src/lab/scheduler/explain/names';
import { factsOf } from '../../../src/lab/scheduler/explain/things';
import { sayStanding } from '../../../src/lab/scheduler/step/states';
import { sayWhatHappened } from '../../../src/lab/scheduler/step/sayStep';
import { tabForTests } from '../tab';

const page = tabForTests();

/** Steps through a program as the reader does who presses these threads' buttons. The main thread goes first where it can, unless it is pressed as well. */
const stepped = (source: string, moves: readonly ThreadIndex[], granularity: Granularity): Promise<WatchedRun> =>
  page.evaluate(
    async ([text, pressed, steps]) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      const program = {
        source: text,
        fileName: 'program.py',
        granularity: steps,
        watch: [],
        mainFirst: !pressed.includes(0),
        accesses: true,
      };
      let run = await window.schedules.step(program, [], { maxSteps: 300 });
      for (const thread of pressed) {
        const schedule = [...run.result.steps.map((step) => step.thread), thread];
        run = await window.schedules.step(program, schedule, { maxSteps: 300 });
      }
      return run;
    },
    [source, moves, granularity] as const,
  );

/** What the last move did, how each thread stands, and what each thing has. */
function tell({ result, moments }: WatchedRun, granularity: Granularity): readonly string[] {
  const moment = moments.at(-1);
  if (moment === undefined) return [];
  const name = namesIn(moment).thread;
  const at = moments.length - 1;
  return [
    sayWhatHappened({ run: result, moments, codes: [], granularity }, at - 1, at),
    ...moment.threads.map((_, thread) => `${name(thread)} ${sayStanding(moment, thread)}`),
    ...moment.things.map((thing, index) =>
      [
        `${thing.name}:`,
        factsOf(moment, index)
          .map(({ words, threads }) => [words, ...threads.map(name)].join(' '))
          .join('; '),
      ].join(' '),
    ),
    ...moment.loops.map(({ ready, timers }) =>
      [
        `ready: ${ready.map(({ task, call }) => (task === null ? call : name(task))).join(', ')};`,
        `timers: ${timers.map(({ task, call, when }) => `${task === null ? call : name(task)} at ${when}`).join(', ')}`,
      ].join(' '),
    ),
  ];
}

const told = async (source: string, moves: string, granularity: Granularity = 'line'): Promise<readonly string[]> =>
  tell(await stepped(source, [...moves].map(Number), granularity), granularity);

/** A program of two threads, with these lines. */
const pair = (setUp: string, ada: readonly string[], ben: readonly string[]): string => `import queue
import threading

${setUp}


def ada():
    ${ada.join('\n    ')}


def ben():
    ${ben.join('\n    ')}


threads = [threading.Thread(target=ada, name="Ada"), threading.Thread(target=ben, name="Ben")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

const condition = pair(
  'changed = threading.Condition()',
  ['with changed:', '    changed.wait()'],
  ['with changed:', '    changed.notify()', '    changed.notify()'],
);
const event = pair('ready = threading.Event()', ['ready.wait()', 'pass'], ['pass', 'ready.set()']);
const semaphore = pair(
  'permits = threading.BoundedSemaphore(2)',
  ['with permits:', '    pass'],
  ['with permits, permits:', '    pass', 'pass'],
);
const barrier = pair('gate = threading.Barrier(2)', ['gate.wait()', 'pass'], ['gate.wait()', 'pass']);
const queue = pair(
  'jobs = queue.Queue(1)',
  ['jobs.put("a")', 'jobs.put("b")'],
  ['jobs.get()', 'jobs.task_done()', 'jobs.join()'],
);
const lock = pair('lock = threading.RLock()', ['with lock, lock:', '    pass'], ['with lock:', '    pass']);

const tasks = `import asyncio


def tick():
    pass


async def eat(changed):
    async with changed:
        await changed.wait()


async def serve(changed, permits):
    async with permits:
        await asyncio.sleep(1)
    async with changed:
        changed.notify()
        changed.notify()


async def main():
    changed, permits = asyncio.Condition(), asyncio.Semaphore(2)
    asyncio.get_running_loop().call_later(0.5, tick)
    await asyncio.gather(eat(changed), serve(changed, permits))


asyncio.run(main())
`;

const expression = `import threading


def add(items):
    return sum(items, len(items) * 2)


thread = threading.Thread(target=add, args=([3, 4],))
thread.start()
thread.join()
`;

const mainWaits = 'MainThread waits for the end of Ada';

it.each<[string, string, string, readonly string[]]>([
  [
    'a condition: who sleeps',
    condition,
    '111',
    [
      'Ada ran line 9: began to wait for changed and let go of changed’s lock. Ada sleeps in changed.wait() until it is notified.',
      mainWaits,
      'Ada sleeps in changed.wait() until it is notified',
      'Ben has not begun',
      'changed: lock free; asleep Ada',
    ],
  ],
  [
    'a condition: who took its lock, and holds it',
    condition,
    '11122',
    [
      'Ben ran line 13: took changed’s lock.',
      mainWaits,
      'Ada sleeps in changed.wait() until it is notified',
      'Ben can go on',
      'changed: lock held by Ben; asleep Ada',
    ],
  ],
  [
    'a condition: who was notified, and wants its lock again',
    condition,
    '1112221',
    [
      'Ada went on in changed.wait(). Ada was notified, and waits for changed’s lock, held by Ben.',
      mainWaits,
      'Ada was notified, and waits for changed’s lock, held by Ben',
      'Ben can go on',
      'changed: lock held by Ben; notified Ada',
    ],
  ],
  [
    'an event',
    event,
    '122',
    [
      'Ben ran line 14: set ready. Ada was woken, and can go on. Ben has ended.',
      mainWaits,
      'Ada was woken, and can go on',
      'Ben has ended',
      'ready: set; woken Ada',
    ],
  ],
  [
    'a semaphore',
    semaphore,
    '22211',
    [
      'Ada ran line 8. Ada waits for a permit of permits.',
      mainWaits,
      'Ada waits for a permit of permits',
      'Ben can go on',
      'permits: 0 of 2 permits left; wanted by Ada',
    ],
  ],
  [
    'a barrier',
    barrier,
    '11',
    [
      'Ada ran line 8. Ada waits at gate, where 1 of 2 are.',
      mainWaits,
      'Ada waits at gate, where 1 of 2 are',
      'Ben has not begun',
      'gate: 1 of 2 there; waiting Ada',
    ],
  ],
  [
    'a queue that is full',
    queue,
    '11',
    [
      'Ada ran line 9. Ada waits for room in jobs.',
      mainWaits,
      'Ada waits for room in jobs',
      'Ben has not begun',
      "jobs: ['a'], full; wait to put Ada",
    ],
  ],
  [
    'a queue from which an item is taken',
    queue,
    '112',
    [
      "Ben began with line 13: took 'a' from jobs. Ada was woken, and can go on.",
      mainWaits,
      'Ada was woken, and can go on',
      'Ben can go on',
      'jobs: empty, room for 1; woken Ada',
    ],
  ],
  [
    'tasks: what is ready, and when timers are due',
    tasks,
    '01111112222333',
    [
      'Task-3 ran line 15. Task-3 sleeps until 1.00\u00a0s.',
      'MainThread runs the event loop, whose next timer is due at 500\u00a0ms; choose it to let the time pass',
      'Task-1 waits for the end of Task-2 and Task-3',
      'Task-2 sleeps in changed.wait() until it is notified',
      'Task-3 sleeps until 1.00\u00a0s',
      'changed: lock free; asleep Task-2',
      'permits: 1 permit left',
      'ready: ; timers: tick() at 0.5, Task-3 at 1',
    ],
  ],
  [
    'tasks: who holds a condition, and was notified',
    tasks,
    '0111111222233300003333',
    [
      'Task-3 ran line 17: notified changed (which woke Task-2).',
      'MainThread runs the event loop',
      'Task-1 waits for the end of Task-2 and Task-3',
      'Task-2 was notified, and waits for its turn',
      'Task-3 can go on',
      'changed: lock held by Task-3; notified Task-2',
      'permits: 2 permits left',
      'ready: Task-2; timers: ',
    ],
  ],
])('%s', { timeout: 180_000 }, async (_, source, moves, words) => {
  expect(await told(source, moves)).toEqual(words);
});

it('the value stack, before each instruction of an expression', { timeout: 180_000 }, async () => {
  const { moments, result } = await stepped(expression, [1, 1, 1, 1, 1, 1, 1, 1], 'bytecode');
  const own = moments.flatMap((moment, at) => (result.steps[at - 1]?.thread === 1 ? [moment.threads[1]?.stack] : []));
  expect(own).toEqual([
    ['sum', 'NULL'],
    ['sum', 'NULL', '[3, 4]'],
    ['sum', 'NULL', '[3, 4]', 'len', 'NULL'],
    ['sum', 'NULL', '[3, 4]', 'len', 'NULL', '[3, 4]'],
    ['sum', 'NULL', '[3, 4]', '2'],
    ['sum', 'NULL', '[3, 4]', '2', '2'],
    ['sum', 'NULL', '[3, 4]', '4'],
    ['11'],
  ]);
});

it('an RLock: how many times it is held', { timeout: 180_000 }, async () => {
  const { moments } = await stepped(lock, [1, 1, 2], 'line');
  expect(moments.at(-1)?.locks).toEqual([{ object: 'lock 0.1', name: 'lock', kind: 'lock', holders: [1], times: 2 }]);
});
