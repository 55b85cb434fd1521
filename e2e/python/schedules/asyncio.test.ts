/** asyncio: which of the tasks that are ready goes on is a choice, as among threads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openSchedules, program, reduced, wordsOf, type SchedulesPage } from './page';

let page: SchedulesPage;
beforeAll(async () => {
  page = await openSchedules();
}, 120_000);
afterAll(() => page?.close());

const run = (body: string): string => `import asyncio, threading, time\n${body}\nasyncio.run(main())\n`;

const programs: readonly { readonly name: string; readonly source: string; readonly outcomes: readonly string[]; readonly schedules?: number }[] = [
  {
    name: 'an update lost across await',
    source: run('counter = 0\nasync def add():\n    global counter\n    value = counter\n    await asyncio.sleep(0)\n    counter = value + 1\nasync def main():\n    await asyncio.gather(add(), add())\n    print(counter)'),
    outcomes: ['1\n', '2\n'],
    schedules: 6,
  },
  {
    name: 'the same with a lock',
    source: run('counter = 0\nlock = asyncio.Lock()\nasync def add():\n    global counter\n    async with lock:\n        value = counter\n        await asyncio.sleep(0)\n        counter = value + 1\nasync def main():\n    await asyncio.gather(add(), add())\n    print(counter)'),
    outcomes: ['2\n'],
  },
  {
    name: 'the same without await',
    source: run('counter = 0\nasync def add():\n    global counter\n    value = counter\n    counter = value + 1\nasync def main():\n    await asyncio.gather(add(), add())\n    print(counter)'),
    outcomes: ['2\n'],
    schedules: 2,
  },
  {
    name: 'tasks of two and of four steps',
    source: run('async def work(n):\n    for _ in range(n):\n        await asyncio.sleep(0)\nasync def main():\n    await asyncio.gather(work(1), work(3))'),
    outcomes: [''],
    schedules: 15,
  },
  {
    name: 'two locks in opposite orders',
    source: run('a, b = asyncio.Lock(), asyncio.Lock()\nasync def work(first, second):\n    async with first:\n        await asyncio.sleep(0)\n        async with second:\n            pass\nasync def main():\n    await asyncio.gather(work(a, b), work(b, a))\n    print("done")'),
    outcomes: ['deadlock', 'done\n'],
  },
  {
    name: 'a future that nobody sets',
    source: run('async def main():\n    await asyncio.get_running_loop().create_future()'),
    outcomes: ['deadlock'],
    schedules: 1,
  },
  {
    name: 'results in the order of the tasks, prints in any',
    source: run('async def work(n):\n    print(n)\n    return n\nasync def main():\n    print(await asyncio.gather(work(1), work(2), work(3)))'),
    outcomes: ['1\n2\n3\n[1, 2, 3]\n', '1\n3\n2\n[1, 2, 3]\n', '2\n1\n3\n[1, 2, 3]\n', '2\n3\n1\n[1, 2, 3]\n', '3\n1\n2\n[1, 2, 3]\n', '3\n2\n1\n[1, 2, 3]\n'],
    schedules: 6,
  },
  {
    name: 'sleeps, in virtual time',
    source: run('async def work(n):\n    await asyncio.sleep(n)\n    print(n, time.monotonic())\nasync def main():\n    await asyncio.gather(work(2), work(1))'),
    outcomes: ['1 1.0\n2 2.0\n'],
  },
  {
    name: 'a task that is cancelled before or after it ended',
    source: run('async def work():\n    await asyncio.sleep(0)\n    return "ended"\nasync def main():\n    task = asyncio.create_task(work())\n    await asyncio.sleep(0)\n    task.cancel()\n    try:\n        print(await task)\n    except asyncio.CancelledError:\n        print("cancelled")'),
    outcomes: ['cancelled\n', 'ended\n'],
  },
  {
    name: 'a timeout, and what is in time for it',
    source: run('async def main():\n    async with asyncio.timeout(2):\n        await asyncio.sleep(1)\n        print("in time")\n    try:\n        async with asyncio.timeout(2):\n            await asyncio.sleep(3)\n    except TimeoutError:\n        print("late", time.monotonic())'),
    outcomes: ['in time\nlate 3.0\n'],
    schedules: 1,
  },
  {
    name: 'a queue and a group of tasks',
    source: run('got = []\nasync def make(queue, n):\n    await queue.put(n)\nasync def take(queue):\n    for _ in range(2):\n        got.append(await queue.get())\nasync def main():\n    queue = asyncio.Queue(1)\n    async with asyncio.TaskGroup() as group:\n        group.create_task(make(queue, 1))\n        group.create_task(make(queue, 2))\n        group.create_task(take(queue))\n    print(got)'),
    outcomes: ['[1, 2]\n', '[2, 1]\n'],
  },
  {
    name: 'an error in a group',
    source: run('async def fail():\n    raise ValueError("no")\nasync def wait():\n    try:\n        await asyncio.sleep(1)\n    except asyncio.CancelledError:\n        print("cancelled")\n        raise\nasync def main():\n    try:\n        async with asyncio.TaskGroup() as group:\n            group.create_task(wait())\n            group.create_task(fail())\n    except* ValueError:\n        print("failed")'),
    outcomes: ['cancelled\nfailed\n', 'failed\n'],
  },
  {
    name: "the program's own callbacks, in their order",
    source: run('async def main():\n    loop = asyncio.get_running_loop()\n    loop.call_soon(print, "a")\n    loop.call_soon(lambda: print("b"))\n    loop.call_soon(lambda: print("c"))\n    await asyncio.sleep(0)\n    print("main")\n    await asyncio.sleep(1)'),
    outcomes: ['a\nb\nc\nmain\n', 'a\nmain\nb\nc\n'],
  },
  {
    name: 'a thread that asks a loop',
    source: 'import asyncio, threading\nasync def double(n):\n    await asyncio.sleep(0)\n    return 2 * n\ndef ask(loop):\n    print(asyncio.run_coroutine_threadsafe(double(4), loop).result())\nasync def main():\n    thread = threading.Thread(target=ask, args=(asyncio.get_running_loop(),))\n    thread.start()\n    while thread.is_alive():\n        await asyncio.sleep(0.1)\nasyncio.run(main())\n',
    outcomes: ['8\n'],
  },
  {
    name: 'a function in a thread',
    source: run('def slow():\n    time.sleep(1)\n    return 7\nasync def main():\n    print(await asyncio.gather(asyncio.to_thread(slow), asyncio.sleep(0.5, "slept")))'),
    outcomes: ["[7, 'slept']\n"],
  },
];

describe.each(programs)('$name', ({ source, outcomes, schedules }) => {
  it('comes to what is known', { timeout: 60_000 }, async () => {
    const full = await page.explore(program(source, { accesses: false }), everything, { maxRuns: 400 });
    expect({ outcomes: wordsOf(full), schedules: full.schedules }).toEqual({ outcomes, schedules: schedules ?? full.schedules });
    const kinds = await page.explore(program(source), reduced, { maxRuns: 400 });
    expect(wordsOf(kinds)).toEqual(outcomes);
    expect(kinds.conclusive || !full.conclusive).toBe(true);
  });
});

it('tells who waits for whom in a deadlock', { timeout: 60_000 }, async () => {
  const { source } = programs[4] ?? { source: '' };
  const { outcomes } = await page.explore(program(source), reduced);
  const waits = outcomes.flatMap(({ outcome }) => (outcome.kind === 'deadlock' ? outcome.waits : []));
  expect(waits).toEqual([
    { thread: 0, object: 'event loop 1', kind: 'join', holders: [1, 2, 3] },
    { thread: 1, object: 'tasks', kind: 'join', holders: [2, 3] },
    { thread: 2, object: 'lock 0.2', kind: 'acquire', holders: [3] },
    { thread: 3, object: 'lock 0.1', kind: 'acquire', holders: [2] },
  ]);
});

it('tells where each task stands', { timeout: 60_000 }, async () => {
  const { source } = programs[0] ?? { source: '' };
  const { result, moments } = await page.replay(program(source), [0, 1, 1, 2, 2, 2, 3, 3, 3], 100);
  expect(moments.length).toBe(result.steps.length + 1);
  const both = moments.findLast(({ threads }) => threads.length === 4 && threads.slice(2).every(({ calls }) => calls[0]?.line === 6));
  expect(both?.threads.map(({ name, calls, status }) => [name, calls.map((call) => `${call.function} ${call.line}`), status])).toEqual([
    ['MainThread', ['<module> 11'], 'waits'],
    ['Task-1', ['main 9'], 'waits'],
    ['Task-2', ['add 6'], 'runs'],
    ['Task-3', ['add 6'], 'runs'],
  ]);
});
