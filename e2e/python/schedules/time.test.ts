/** Patient time passes only where no thread could go on, free time whenever the search lets it. */
import { describe, expect, it } from 'vitest';
import { everything, programOf, reduced, schedulesForTests, wordsOf } from './page';

const page = schedulesForTests();

/** Two threads, `one` and `two`, started and joined. */
const two = (body: string, end = ''): string => `import threading, time, queue
${body}
threads = [threading.Thread(target=one), threading.Thread(target=two)]
for thread in threads: thread.start()
for thread in threads: thread.join()
${end}`;

const programs: readonly {
  readonly name: string;
  readonly source: string;
  readonly patient: readonly string[];
  readonly free: readonly string[];
}[] = [
  {
    name: 'the shorter sleep ends first, unless time is let pass',
    source: two(
      'order = []\ndef one():\n    time.sleep(1)\n    order.append(1)\ndef two():\n    time.sleep(2)\n    order.append(2)',
      'print(order)',
    ),
    patient: ['[1, 2]\n'],
    free: ['[1, 2]\n', '[2, 1]\n'],
  },
  {
    name: 'a sleep is no lock',
    source: two(
      'ready = False\ndef one():\n    global ready\n    ready = True\ndef two():\n    time.sleep(1)\n    print(ready)',
    ),
    patient: ['True\n'],
    free: ['False\n', 'True\n'],
  },
  {
    name: 'a lock that is waited for with a timeout',
    source: two(
      'lock = threading.Lock()\ndef one():\n    with lock:\n        pass\ndef two():\n    got = lock.acquire(timeout=1)\n    print(got)\n    if got:\n        lock.release()',
    ),
    patient: ['True\n'],
    free: ['False\n', 'True\n'],
  },
  {
    name: 'a condition that is waited for with a timeout',
    source: two(
      'cond = threading.Condition()\ndef one():\n    with cond:\n        cond.notify()\ndef two():\n    with cond:\n        print(cond.wait(1))',
    ),
    patient: ['False\n', 'True\n'],
    free: ['False\n', 'True\n'],
  },
  {
    name: 'an item that comes in time, or not',
    source: two(
      'items = queue.Queue()\ndef one():\n    items.put(1)\ndef two():\n    try:\n        print(items.get(timeout=1))\n    except queue.Empty:\n        print("empty")',
    ),
    patient: ['1\n'],
    free: ['1\n', 'empty\n'],
  },
  {
    name: 'an event, and a thread that ends in time, or not',
    source: two(
      'done = threading.Event()\ndef one():\n    done.set()\ndef two():\n    a = done.wait(1)\n    threads[0].join(1)\n    print(a, threads[0].is_alive())',
    ),
    patient: ['True False\n'],
    // It has set the event, and has not ended yet when the other is tired of waiting.
    free: ['False False\n', 'False True\n', 'True False\n', 'True True\n'],
  },
  {
    name: 'the clock shows the time that was let pass',
    source: two('def one():\n    time.sleep(3)\ndef two():\n    time.sleep(1)\n    print(time.monotonic())'),
    patient: ['1.0\n'],
    free: ['1.0\n', '3.0\n', '4.0\n'],
  },
  {
    name: 'two sleeps that end at the same time',
    source: two(
      'counter = 0\ndef one():\n    global counter\n    time.sleep(1)\n    value = counter\n    counter = value + 1\ntwo = one',
      'print(counter)',
    ),
    patient: ['1\n', '2\n'],
    free: ['1\n', '2\n'],
  },
  {
    name: 'a semaphore with a timeout',
    source: two(
      'permits = threading.Semaphore(0)\ndef one():\n    permits.release()\ndef two():\n    print(permits.acquire(timeout=1))',
    ),
    patient: ['True\n'],
    free: ['False\n', 'True\n'],
  },
];

describe.each(programs)('$name', ({ source, patient, free }) => {
  it.each([
    ['patient', patient],
    ['free', free],
  ] as const)('in %s time', { timeout: 180_000 }, async (time, outcomes) => {
    const full = await page.explore(programOf(source, { time, accesses: false }), everything, { maxRuns: 4000 });
    expect({ conclusive: full.conclusive, outcomes: wordsOf(full) }).toEqual({ conclusive: true, outcomes });
    const kinds = await page.explore(programOf(source, { time }), reduced);
    expect({ conclusive: kinds.conclusive, outcomes: wordsOf(kinds) }).toEqual({ conclusive: true, outcomes });
    expect(kinds.schedules + kinds.redundant).toBeLessThanOrEqual(full.schedules);
  });
});

it('tells who can go on only by letting time pass', { timeout: 180_000 }, async () => {
  const source = two('def one():\n    time.sleep(1)\ndef two():\n    pass');
  const told = async (time: 'patient' | 'free') => {
    const { moments, result } = await page.replay(programOf(source, { time }), [0, 0, 0, 1], 4);
    return { ...moments.at(-1), result };
  };
  expect(await told('free')).toMatchObject({
    enabled: [1, 2],
    passing: [1],
    threads: [{}, { status: 'waits', waits: { until: 1 } }, {}],
  });
  expect(await told('patient')).toMatchObject({ enabled: [2], passing: [] });
});
