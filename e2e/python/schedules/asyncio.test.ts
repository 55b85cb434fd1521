/** asyncio: tasks go on in the order in which they became ready, as natively; or, if they may, in any order, which is then a choice as among threads. */
import { describe, expect, it } from 'vitest';
import { everything, programOf, reduced, schedulesForTests, wordsOf } from './page';

const page = schedulesForTests();

const run = (body: string): string => `import asyncio, threading, time\n${body}\nasyncio.run(main())\n`;

/** What can become of each: in any order, and in asyncio's own, where there is only one way unless a thread has a say. */
const programs: readonly {
  readonly name: string;
  readonly source: string;
  readonly outcomes: readonly string[];
  readonly schedules?: number;
  readonly inOrder: string;
  readonly threads?: true;
}[] = [
  {
    name: 'an update lost across await',
    source: run(
      'counter = 0\nasync def add():\n    global counter\n    value = counter\n    await asyncio.sleep(0)\n    counter = value + 1\nasync def main():\n    await asyncio.gather(add(), add())\n    print(counter)',
    ),
    outcomes: ['1\n', '2\n'],
    schedules: 6,
    inOrder: '1\n',
  },
  {
    name: 'that update with a lock',
    source: run(
      'counter = 0\nlock = asyncio.Lock()\nasync def add():\n    global counter\n    async with lock:\n        value = counter\n        await asyncio.sleep(0)\n        counter = value + 1\nasync def main():\n    await asyncio.gather(add(), add())\n    print(counter)',
    ),
    outcomes: ['2\n'],
    inOrder: '2\n',
  },
  {
    name: 'that update without await',
    source: run(
      'counter = 0\nasync def add():\n    global counter\n    value = counter\n    counter = value + 1\nasync def main():\n    await asyncio.gather(add(), add())\n    print(counter)',
    ),
    outcomes: ['2\n'],
    schedules: 2,
    inOrder: '2\n',
  },
  {
    name: 'tasks of two and of four steps',
    source: run(
      'async def work(n):\n    for _ in range(n):\n        await asyncio.sleep(0)\nasync def main():\n    await asyncio.gather(work(1), work(3))',
    ),
    outcomes: [''],
    schedules: 15,
    inOrder: '',
  },
  {
    name: 'two locks in opposite orders',
    source: run(
      'a, b = asyncio.Lock(), asyncio.Lock()\nasync def work(first, second):\n    async with first:\n        await asyncio.sleep(0)\n        async with second:\n            pass\nasync def main():\n    await asyncio.gather(work(a, b), work(b, a))\n    print("done")',
    ),
    outcomes: ['deadlock', 'done\n'],
    inOrder: 'deadlock',
  },
  {
    name: 'a future that nobody sets',
    source: run('async def main():\n    await asyncio.get_running_loop().create_future()'),
    outcomes: ['deadlock'],
    schedules: 1,
    inOrder: 'deadlock',
  },
  {
    name: 'results in the order of the tasks, prints in any',
    source: run(
      'async def work(n):\n    print(n)\n    return n\nasync def main():\n    print(await asyncio.gather(work(1), work(2), work(3)))',
    ),
    outcomes: [
      '1\n2\n3\n[1, 2, 3]\n',
      '1\n3\n2\n[1, 2, 3]\n',
      '2\n1\n3\n[1, 2, 3]\n',
      '2\n3\n1\n[1, 2, 3]\n',
      '3\n1\n2\n[1, 2, 3]\n',
      '3\n2\n1\n[1, 2, 3]\n',
    ],
    schedules: 6,
    inOrder: '1\n2\n3\n[1, 2, 3]\n',
  },
  {
    name: 'sleeps, in virtual time',
    source: run(
      'async def work(n):\n    await asyncio.sleep(n)\n    print(n, time.monotonic())\nasync def main():\n    await asyncio.gather(work(2), work(1))',
    ),
    outcomes: ['1 1.0\n2 2.0\n'],
    inOrder: '1 1.0\n2 2.0\n',
  },
  {
    name: 'a task that is cancelled before or after it ended',
    source: run(
      'async def work():\n    await asyncio.sleep(0)\n    return "ended"\nasync def main():\n    task = asyncio.create_task(work())\n    await asyncio.sleep(0)\n    task.cancel()\n    try:\n        print(await task)\n    except asyncio.CancelledError:\n        print("cancelled")',
    ),
    outcomes: ['cancelled\n', 'ended\n'],
    inOrder: 'cancelled\n',
  },
  {
    name: 'a timeout, and what is in time for it',
    source: run(
      'async def main():\n    async with asyncio.timeout(2):\n        await asyncio.sleep(1)\n        print("in time")\n    try:\n        async with asyncio.timeout(2):\n            await asyncio.sleep(3)\n    except TimeoutError:\n        print("late", time.monotonic())',
    ),
    outcomes: ['in time\nlate 3.0\n'],
    schedules: 1,
    inOrder: 'in time\nlate 3.0\n',
  },
  {
    name: 'a queue and a group of tasks',
    source: run(
      'got = []\nasync def make(queue, n):\n    await queue.put(n)\nasync def take(queue):\n    for _ in range(2):\n        got.append(await queue.get())\nasync def main():\n    queue = asyncio.Queue(1)\n    async with asyncio.TaskGroup() as group:\n        group.create_task(make(queue, 1))\n        group.create_task(make(queue, 2))\n        group.create_task(take(queue))\n    print(got)',
    ),
    outcomes: ['[1, 2]\n', '[2, 1]\n'],
    inOrder: '[1, 2]\n',
  },
  {
    name: 'an error in a group',
    source: run(
      'async def fail():\n    raise ValueError("no")\nasync def wait():\n    try:\n        await asyncio.sleep(1)\n    except asyncio.CancelledError:\n        print("cancelled")\n        raise\nasync def main():\n    try:\n        async with asyncio.TaskGroup() as group:\n            group.create_task(wait())\n            group.create_task(fail())\n    except* ValueError:\n        print("failed")',
    ),
    outcomes: ['cancelled\nfailed\n', 'failed\n'],
    inOrder: 'cancelled\nfailed\n',
  },
  {
    name: "the program's own callbacks, in their order",
    source: run(
      'async def main():\n    loop = asyncio.get_running_loop()\n    loop.call_soon(print, "a")\n    loop.call_soon(lambda: print("b"))\n    loop.call_soon(lambda: print("c"))\n    await asyncio.sleep(0)\n    print("main")\n    await asyncio.sleep(1)',
    ),
    outcomes: ['a\nb\nc\nmain\n', 'a\nmain\nb\nc\n'],
    inOrder: 'a\nb\nc\nmain\n',
  },
  {
    name: 'a thread that asks a loop',
    source:
      'import asyncio, threading\nasync def double(n):\n    await asyncio.sleep(0)\n    return 2 * n\ndef ask(loop):\n    print(asyncio.run_coroutine_threadsafe(double(4), loop).result())\nasync def main():\n    thread = threading.Thread(target=ask, args=(asyncio.get_running_loop(),))\n    thread.start()\n    while thread.is_alive():\n        await asyncio.sleep(0.1)\nasyncio.run(main())\n',
    outcomes: ['8\n'],
    inOrder: '8\n',
    threads: true,
  },
  {
    name: 'a function in a thread',
    source: run(
      'def slow():\n    time.sleep(1)\n    return 7\nasync def main():\n    print(await asyncio.gather(asyncio.to_thread(slow), asyncio.sleep(0.5, "slept")))',
    ),
    outcomes: ["[7, 'slept']\n"],
    inOrder: "[7, 'slept']\n",
    threads: true,
  },
];

/** Programs in which threads and timers change the order. */
const arrivals: readonly {
  readonly name: string;
  readonly source: string;
  readonly time?: 'patient' | 'free';
  readonly outcomes: readonly string[];
  /** Where tasks may go on in any order. */
  readonly anyOrder?: readonly string[];
}[] = [
  {
    // The thread's call comes before the second task's turn, or after it; the first has begun by then.
    name: 'a callback from a thread, among tasks',
    source: run(
      'async def say(word):\n    print(word)\nasync def main():\n    loop = asyncio.get_running_loop()\n    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(print, "thread"))\n    tasks = [loop.create_task(say("one"))]\n    thread.start()\n    tasks.append(loop.create_task(say("two")))\n    await asyncio.gather(*tasks)\n    await asyncio.sleep(1)\n    thread.join()',
    ),
    outcomes: ['one\nthread\ntwo\n', 'one\ntwo\nthread\n'],
  },
  {
    name: 'two sleeps, the longer one first, in patient time',
    source: run(
      'async def nap(n):\n    await asyncio.sleep(n)\n    print(n)\nasync def main():\n    await asyncio.gather(nap(2), nap(1))',
    ),
    outcomes: ['1\n2\n'],
  },
  {
    // What is done when it is cancelled is done, whatever the clock says then.
    name: 'work and a timeout, in free time',
    source: run(
      'async def work():\n    for _ in range(3):\n        await asyncio.sleep(0)\n    return "done"\nasync def main():\n    try:\n        print(await asyncio.wait_for(work(), 1))\n    except TimeoutError:\n        print("late")',
    ),
    time: 'free',
    outcomes: ['done\n', 'late\n'],
    anyOrder: ['done\n', 'late\n'],
  },
  {
    // The sleep ends first; in any order, the timeout may run out before the task that slept has its turn, which cancels it.
    name: 'a sleep within a longer timeout, in free time',
    source: run(
      'async def nap():\n    await asyncio.sleep(1)\n    return "slept"\nasync def main():\n    try:\n        print(await asyncio.wait_for(nap(), 2))\n    except TimeoutError:\n        print("late")',
    ),
    time: 'free',
    outcomes: ['slept\n'],
    anyOrder: ['late\n', 'slept\n'],
  },
  {
    // Two seconds may pass before the second task begins to sleep. However much passes in a round, what is due by then runs in the next: no round goes on for ever.
    name: 'two sleeps, the longer one first, in free time',
    source: run(
      'async def nap(n):\n    await asyncio.sleep(n)\n    print(n)\nasync def main():\n    await asyncio.gather(nap(2), nap(1))',
    ),
    time: 'free',
    outcomes: ['1\n2\n', '2\n1\n'],
    anyOrder: ['1\n2\n', '2\n1\n'],
  },
  {
    // The loop ends when its turn comes to that; who is ready by then has had a turn.
    name: 'a task that nobody waits for',
    source: run(
      'async def work():\n    print("begins")\n    await asyncio.sleep(0)\n    print("goes on")\nasync def main():\n    asyncio.create_task(work())',
    ),
    outcomes: ['begins\n'],
  },
];

describe.each(arrivals)('$name', ({ source, time = 'patient', outcomes, anyOrder }) => {
  const orders = [
    ['in the order of asyncio', 'in order', outcomes] as const,
    ...(anyOrder === undefined ? [] : [['in any order', 'any order', anyOrder] as const]),
  ];
  it.each(orders)('comes to what is known %s', { timeout: 180_000 }, async (_, tasks, known) => {
    const full = await page.explore(programOf(source, { accesses: false, time, tasks }), everything, { maxRuns: 2000 });
    expect({ outcomes: wordsOf(full), sure: full.conclusive }).toEqual({ outcomes: known, sure: true });
    const kinds = await page.explore(programOf(source, { time, tasks }), reduced, { maxRuns: 2000 });
    expect({ outcomes: wordsOf(kinds), sure: kinds.conclusive }).toEqual({ outcomes: known, sure: true });
  });
});

describe.each(programs)('$name', ({ source, outcomes, schedules, inOrder, threads }) => {
  it('comes to what is known in any order', { timeout: 180_000 }, async () => {
    const full = await page.explore(programOf(source, { accesses: false, tasks: 'any order' }), everything, {
      maxRuns: 400,
    });
    expect({ outcomes: wordsOf(full), schedules: full.schedules }).toEqual({
      outcomes,
      schedules: schedules ?? full.schedules,
    });
    const kinds = await page.explore(programOf(source, { tasks: 'any order' }), reduced, { maxRuns: 400 });
    expect(wordsOf(kinds)).toEqual(outcomes);
    expect(kinds.conclusive || !full.conclusive).toBe(true);
  });

  it('has one end in the order of asyncio', { timeout: 180_000 }, async () => {
    const full = await page.explore(programOf(source, { accesses: false }), everything, { maxRuns: 400 });
    expect({ outcomes: wordsOf(full), one: threads === true || full.schedules === 1 }).toEqual({
      outcomes: [inOrder],
      one: true,
    });
    expect(wordsOf(await page.explore(programOf(source), reduced, { maxRuns: 400 }))).toEqual([inOrder]);
  });
});

it('tells who waits for whom in a deadlock', { timeout: 180_000 }, async () => {
  const { source } = programs[4] ?? { source: '' };
  const { outcomes } = await page.explore(programOf(source, { tasks: 'any order' }), reduced);
  const waits = outcomes.flatMap(({ outcome }) => (outcome.kind === 'deadlock' ? outcome.waits : []));
  expect(waits).toEqual([
    { thread: 0, object: 'event loop 1', kind: 'join', holders: [1, 2, 3] },
    { thread: 1, object: 'tasks', kind: 'join', holders: [2, 3] },
    { thread: 2, object: 'lock 0.2', kind: 'acquire', holders: [3] },
    { thread: 3, object: 'lock 0.1', kind: 'acquire', holders: [2] },
  ]);
});

it('tells where each task stands', { timeout: 180_000 }, async () => {
  const { source } = programs[0] ?? { source: '' };
  const { result, moments } = await page.replay(
    programOf(source, { tasks: 'any order' }),
    [0, 1, 1, 2, 2, 2, 3, 3, 3],
    100,
  );
  expect(moments.length).toBe(result.steps.length + 1);
  const both = moments.findLast(
    ({ threads }) => threads.length === 4 && threads.slice(2).every(({ calls }) => calls[0]?.line === 6),
  );
  expect(
    both?.threads.map(({ name, calls, status }) => [
      name,
      calls.map((call) => `${call.function} ${call.line}`),
      status,
    ]),
  ).toEqual([
    ['MainThread', ['<module> 11'], 'waits'],
    ['Task-1', ['main 9'], 'waits'],
    ['Task-2', ['add 6'], 'runs'],
    ['Task-3', ['add 6'], 'runs'],
  ]);
});
