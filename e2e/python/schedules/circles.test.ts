/** The search tells programs that go round for ever from those that only take long. */
import { describe, expect, it } from 'vitest';
import { everything, inWords, programOf, reduced, schedulesForTests, wordsOf } from './page';

const page = schedulesForTests();

/** Each of two threads gives its lock back when it cannot have the other's. */
const polite = `import threading
a, b = threading.Lock(), threading.Lock()
def work(mine, other):
    while True:
        mine.acquire()
        if other.acquire(blocking=False):
            break
        mine.release()
    other.release()
    mine.release()
threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
print("done")
`;

/** A thread that looks in a loop until another thread has set `ready`. */
const looking = (loop: string): string => `import threading, time
ready = False
def look():
${loop.replace(/^/gm, '    ')}
def tell():
    global ready
    ready = True
threads = [threading.Thread(target=look), threading.Thread(target=tell)]
for t in threads: t.start()
for t in threads: t.join()
print("done")
`;

it(
  'tells a livelock, and what else there is, and ends a replay where the state comes back',
  { timeout: 180_000 },
  async () => {
    const { conclusive, outcomes } = await page.explore(
      programOf(polite, { accesses: false, mainFirst: true }),
      everything,
      { maxRuns: 20_000 },
    );
    expect(conclusive).toBe(true);
    expect(outcomes.map(({ outcome }) => inWords(outcome)).sort()).toEqual(['done\n', 'livelock', 'spin']);
    const { simplest } = outcomes.find(({ outcome }) => inWords(outcome) === 'livelock') ?? { simplest: [] };
    const { result, moments } = await page.replay(programOf(polite, { mainFirst: true }), simplest, 1000);
    expect(result.outcome).toEqual({ kind: 'abandoned', why: 'livelock' });
    expect(result.steps.length).toBe(simplest.length);
    expect(moments.length).toBe(simplest.length + 1);
  },
);

describe('a spin', () => {
  it.each([
    ['with nothing to do', 'while not ready: pass'],
    ['that gives way', 'while not ready:\n    time.sleep(0)'],
    ['that goes over something each time', 'while not ready:\n    for n in (1, 2):\n        last = n'],
    [
      'within a loop and a lock',
      'lock = threading.Lock()\nfor n in range(2):\n    with lock:\n        while not ready:\n            pass',
    ],
    ['with a generator', 'def numbers():\n    while True:\n        yield 1\nfor n in numbers():\n    if ready: break'],
    ['in an exception', 'while not ready:\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        last = 1'],
  ])('%s', { timeout: 180_000 }, async (_, loop) => {
    const summary = await page.explore(programOf(looking(loop), { accesses: false, mainFirst: true }), everything, {
      maxSteps: 1000,
    });
    expect(wordsOf(summary)).toEqual(['done\n', 'spin']);
    expect(summary.conclusive).toBe(true);
    expect(wordsOf(await page.explore(programOf(looking(loop)), reduced, { maxSteps: 1000 }))).toEqual([
      'done\n',
      'spin',
    ]);
  });

  it('that sleeps is none, since others go on meanwhile', { timeout: 180_000 }, async () => {
    expect(wordsOf(await page.explore(programOf(looking('while not ready:\n    time.sleep(1)')), reduced))).toEqual([
      'done\n',
    ]);
  });

  it('for what nobody will do any more is a livelock of those that are left', { timeout: 180_000 }, async () => {
    const source = looking('while not ready:\n    time.sleep(1)').replace('ready = True', 'pass');
    expect(wordsOf(await page.explore(programOf(source), reduced, { maxRuns: 1 }))).toEqual(['livelock']);
  });
});

describe('a program that only takes long', () => {
  const long = (loop: string): string => looking(loop).replace('    ready = True', '    pass');
  it.each([
    ['a loop over numbers', 'for _ in range(400):\n    last = 1\nprint("end")', 'end\ndone\n'],
    ['a loop over a list', 'for _ in [None] * 400:\n    last = 1\nprint("end")', 'end\ndone\n'],
    ['a count', 'count = 0\nwhile count < 400:\n    count += 1\nprint("end")', 'end\ndone\n'],
    [
      'a count that a generator has',
      'def numbers():\n    yield from range(400)\nfor _ in numbers():\n    last = 1\nprint("end")',
      'end\ndone\n',
    ],
    [
      'a list that grows',
      'things = []\nwhile len(things) < 400:\n    things.append(None)\nprint("end")',
      'end\ndone\n',
    ],
    [
      'a count within a function of its own',
      'def counter():\n    count = 0\n    def up():\n        nonlocal count\n        count += 1\n        return count\n    return up\nup = counter()\nwhile up() < 400:\n    pass\nprint("end")',
      'end\ndone\n',
    ],
    [
      'attributes',
      'class Thing:\n    __slots__ = ("n",)\nthing = Thing()\nthing.n = 0\nwhile thing.n < 400:\n    thing.n += 1\nprint("end")',
      'end\ndone\n',
    ],
    ['the time', 'while time.monotonic() < 400:\n    time.sleep(1)\nprint("end")', 'end\ndone\n'],
    ['random numbers', 'import random\nwhile random.random() > 0.001:\n    last = 1\nprint("end")', 'end\ndone\n'],
    ['an expression under way', 'def one():\n    return 1\nprint(sum([one() for _ in range(400)]))', '400\ndone\n'],
  ])('%s', { timeout: 180_000 }, async (_, loop, printed) => {
    expect(
      wordsOf(
        await page.explore(
          programOf(long(loop), { accesses: false }),
          { reduction: 'none', preemptions: 0 },
          { maxSteps: 5000, maxRuns: 1 },
        ),
      ),
    ).toEqual([printed]);
    expect(
      wordsOf(
        await page.explore(
          programOf(long(loop), { accesses: false }),
          { reduction: 'none', preemptions: 0 },
          { maxSteps: 250, maxRuns: 1 },
        ),
      ),
    ).toEqual(['steps']);
  });
});
