import { describe, expect, it } from 'vitest';
import { smallerThan } from './smaller';

/** The lines that differ, as they are in the smaller program. */
const changed = (source: string): readonly string[] =>
  (smallerThan(source)?.changed ?? []).map(({ after }) => after.trim());

const inThreads = (count: string, rounds: string): string => `import threading
counter = 0
def work():
    global counter
    for _ in range(${rounds}):
        counter += 1
threads = [threading.Thread(target=work) for _ in range(${count})]
`;

describe('the smaller program', () => {
  it('has two threads of two rounds', () => {
    expect(smallerThan(inThreads('8', '100_000'))).toEqual({
      source: inThreads('2', '2'),
      changed: [
        { line: 5, before: '    for _ in range(100_000):', after: '    for _ in range(2):' },
        {
          line: 7,
          before: 'threads = [threading.Thread(target=work) for _ in range(8)]',
          after: 'threads = [threading.Thread(target=work) for _ in range(2)]',
        },
      ],
      plainlyLarge: true,
    });
    expect(smallerThan(inThreads('2', '3'))?.plainlyLarge).toBe(false);
    expect(smallerThan(inThreads('3', '20'))?.plainlyLarge).toBe(true);
  });

  it.each([
    ['is small already', inThreads('2', '2')],
    ['has no constants', inThreads('len(names)', 'rounds')],
    ['is no Python', 'for _ in range(100_000:\n    pass\n'],
    ['has a number that bounds nothing', 'LIMIT = 100_000\nprint(LIMIT, "range(100_000)")  # range(100_000)\n'],
    ['counts down', 'for n in range(10, 0, -1):\n    print(n)\n'],
    ['assigns the number twice', 'N = 8\nN = N * 2\nfor _ in range(N):\n    pass\n'],
    ['lets a function change it', 'N = 8\ndef f():\n    global N\n    N = 4\nfor _ in range(N):\n    pass\n'],
    ['reads it', 'N = int(input())\nfor _ in range(N):\n    pass\n'],
    ['goes in a circle', 'a = b\nb = a\ndef f(n):\n    f(n)\n    for _ in range(n): pass\nfor _ in range(a): pass\n'],
  ])('is none where the program %s', (_, source) => {
    expect(smallerThan(source)).toBeNull();
  });

  it.each([
    ['a module’s constant', 'N = 8\nfor _ in range(N):\n    pass\n', ['N = 2']],
    ['one with a type', 'N: int = 8\nfor _ in range(N):\n    pass\n', ['N: int = 2']],
    ['two in one line', 'T, N = 8, 1_000\nfor _ in range(N * T):\n    pass\n', ['T, N = 2, 2']],
    [
      'a pool’s workers',
      'with ThreadPoolExecutor(max_workers=10) as pool:\n    pass\n',
      ['with ThreadPoolExecutor(max_workers=2) as pool:'],
    ],
    [
      'a pool’s workers without a name',
      'pool = futures.ThreadPoolExecutor(10)\n',
      ['pool = futures.ThreadPoolExecutor(2)'],
    ],
    ['from a number on', 'for n in range(1, 101):\n    pass\n', ['for n in range(1, 3):']],
    ['from a number on to a constant', 'N = 100\nfor n in range(1, N + 1):\n    pass\n', ['N = 2']],
    ['in steps', 'for n in range(0, 1000, 100):\n    pass\n', ['for n in range(0, 200, 100):']],
    ['a power', 'for n in range(10 ** 6):\n    pass\n', ['for n in range(2 ** 1):']],
    ['a product', 'for n in range(10 * 1000):\n    pass\n', ['for n in range(2 * 1):']],
    ['a float', 'for n in range(int(1e6)):\n    pass\n', ['for n in range(int(2)):']],
    ['while', 'done = 0\nwhile (done < 5_000 and True):\n    done += 1\n', ['while (done < 2 and True):']],
    ['a local constant', 'def f():\n    n = 50\n    for _ in range(n):\n        pass\n', ['n = 2']],
    ['a default', 'def f(n=50):\n    for _ in range(n):\n        pass\n', ['def f(n=2):']],
    [
      'an argument',
      'def f(a, n):\n    for _ in range(n):\n        pass\nf(70, 50)\nf(n=40, a=70)\n',
      ['f(70, 2)', 'f(n=2, a=70)'],
    ],
    [
      'a thread’s arguments',
      'def f(n, m):\n    for _ in range(n * m):\n        pass\nThread(target=f, args=(50,), kwargs={"m": 9})\n',
      ['Thread(target=f, args=(2,), kwargs={"m": 2})'],
    ],
    [
      'a task’s arguments',
      'def f(n):\n    for _ in range(n):\n        pass\npool.submit(f, 50)\n',
      ['pool.submit(f, 2)'],
    ],
    [
      'the arguments of tasks',
      'def f(n):\n    for _ in range(n):\n        pass\npool.map(f, [50, 60])\npool.map(f, [50] * 4)\n',
      ['pool.map(f, [2, 2])', 'pool.map(f, [2] * 2)'],
    ],
    ['a constant as an argument', 'N = 50\ndef f(n):\n    for _ in range(n):\n        pass\nf(N)\n', ['N = 2']],
    [
      'a method’s argument',
      'class C:\n    def f(self, n):\n        for _ in range(n):\n            pass\nc = C()\nThread(target=c.f, args=[50])\n',
      ['Thread(target=c.f, args=[2])'],
    ],
    [
      'an attribute',
      'class C(Thread):\n    def __init__(self, n):\n        self.n = n\n    def run(self):\n        for _ in range(self.n):\n            pass\nC(50).start()\n',
      ['C(2).start()'],
    ],
    [
      'a class’s constant',
      'class C:\n    rounds = 50\n    def run(self):\n        for _ in range(self.rounds):\n            pass\n',
      ['rounds = 2'],
    ],
    ['one that two loops need', 'N = 50\nfor n in range(1, N):\n    pass\nfor n in range(N):\n    pass\n', ['N = 3']],
  ])('changes %s', (_, source, lines) => {
    expect(changed(source)).toEqual(lines);
  });

  it.each([
    ['a barrier', 'Barrier(8)', 'Barrier(2)'],
    ['an assert', 'assert counter == 800_000, "800_000"', 'assert counter == 4, "800_000"'],
    ['a comparison', 'if counter != 800_000:', 'if counter != 4:'],
    ['a number of threads', 'assert len(done) == 8', 'assert len(done) == 2'],
    ['a product', 'print("of", 8 * 100_000)', 'print("of", 2 * 2)'],
    ['an expected number', 'expected = 800_000', 'expected = 4'],
  ])('expects what its numbers come to: %s', (_, line, after) => {
    const end = line.endsWith(':') ? '\n    pass\n' : '\n';
    expect(changed(`${inThreads('8', '100_000')}${line}${end}`).at(-1)).toBe(after);
  });

  it.each(['print(800_000)', 'wait = 8', 'assert counter == 799_999', 'Semaphore(8)'])('leaves alone: %s', (line) => {
    expect(changed(`${inThreads('8', '100_000')}${line}\n`)).toHaveLength(2);
  });
});
