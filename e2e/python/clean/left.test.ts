/** What a program leaves alive ends in its own run, and whatever it did to its interpreter, the next run is clean. */
import { describe, expect, it } from 'vitest';
import { pythonForTests } from '../tab';
import { runsTo } from './inPage';

const page = pythonForTests();

describe('what a program leaves alive', () => {
  const quiet = 'import gc\ngc.collect()\nprint("quiet")\n';
  const after = async (
    source: string,
    stopAfterMs?: number,
  ): Promise<[ended: string, stdout: string, next: string]> => {
    const { outcome, stdout } = await page.run(source, {
      timeoutMs: 20_000,
      ...(stopAfterMs !== undefined && { stopAfterMs }),
    });
    return [outcome.status, stdout, await runsTo(page, quiet)];
  };

  it('is finalized in its own run', async () => {
    expect(await after('class A:\n    def __del__(self): print("__del__")\na = A()\nprint("ends")')).toEqual([
      'finished',
      'ends\n__del__\n',
      'quiet\n',
    ]);
  });

  it('belongs to its own run, however long that takes', async () => {
    expect(
      await after(
        'import time\nclass A:\n    def __del__(self):\n        time.sleep(0.5)\n        print("late")\na = A()',
      ),
    ).toEqual(['finished', 'late\n', 'quiet\n']);
  });

  it.each([
    [
      'an endless __del__',
      'class A:\n    def __del__(self):\n        print("begins", flush=True)\n        while True: pass\na = A()',
    ],
    [
      'an endless exit function',
      'import atexit\n@atexit.register\ndef forever():\n    print("begins", flush=True)\n    while True: pass',
    ],
    [
      'an endless finalizer in a cycle',
      'class A:\n    def __del__(self):\n        print("begins", flush=True)\n        while True: pass\na = A()\na.itself = a\ndel a',
    ],
    [
      'an endless generator',
      'def g():\n    try:\n        yield\n    finally:\n        print("begins", flush=True)\n        while True: pass\nkept = g()\nnext(kept)',
    ],
  ])('is ended by Stop: %s', { timeout: 180_000 }, async (_, source) => {
    expect(await after(source, 400)).toEqual(['stopped', 'begins\n', 'quiet\n']);
  });
});

describe('a clean run follows', () => {
  const look =
    'import sys, threading, os, json\nprint(threading.active_count(), hasattr(json, "poison"), sys.getrecursionlimit() == 77, os.listdir("/tmp"))\n';
  const spoil = 'import json, sys, threading, time\njson.poison = 1\nopen("/tmp/poison", "w").close()\n';
  it.each([
    ['a stopped loop', 'while True: pass', 200],
    [
      'a stopped thread and its main thread',
      'threading.Thread(target=time.sleep, args=(100,)).start()\ntime.sleep(100)',
      200,
    ],
    ['one that is stopped hard, in C code', 'sorted(range(10**8))\nsum(range(10**11))', 200],
    [
      'one that catches everything',
      'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
      200,
    ],
    ['os.abort', 'import os\nos.abort()', null],
    ['too deep a recursion in C', 'x = []\nfor _ in range(200_000): x = [x]\nrepr(x)', null],
    [
      'a chain too long to be freed',
      'class N: pass\nn = None\nfor _ in range(50_000):\n    m = N(); m.n = n; n = m\ndel n, m',
      null,
    ],
    ['no memory left', 'x = "x"\nwhile True: x += x', null],
    ['os._exit in a thread', 'import os\nthreading.Thread(target=os._exit, args=(3,)).start()\ntime.sleep(100)', null],
  ])('%s', { timeout: 180_000 }, async (_, source, stopAfterMs) => {
    await page.run(spoil + source, { timeoutMs: 30_000, ...(stopAfterMs !== null && { stopAfterMs }) });
    expect(await runsTo(page, look)).toBe('1 False False []\n');
  });
});

describe('children that send things of the program back', () => {
  const own =
    'import multiprocessing as mp\nfrom concurrent.futures import ProcessPoolExecutor\nfrom collections import namedtuple\nfrom enum import Enum\n';
  const guarded = (lines: string): string => `if __name__ == "__main__":\n${lines.replaceAll(/^/gmu, '    ')}\n`;
  const inExecutor = (print: string): string => guarded(`with ProcessPoolExecutor(1) as pool:\n    print(${print})`);
  const first = `${own}print("any program that imports multiprocessing")\n`;
  it.each([
    [
      'a class',
      `class R:\n    def __init__(self, v): self.v = v\ndef f(x): return R(x)\n${inExecutor('pool.submit(f, 3).result().v')}`,
      '3\n',
    ],
    [
      'an enum',
      `class Colour(Enum): RED = 1\ndef f(x): return Colour.RED\n${inExecutor('pool.submit(f, 3).result() is Colour.RED')}`,
      'True\n',
    ],
    [
      'a named tuple',
      `P = namedtuple("P", "x y")\ndef f(x): return P(x, x)\n${inExecutor('list(pool.map(f, range(2)))')}`,
      '[P(x=0, y=0), P(x=1, y=1)]\n',
    ],
    ['a function', `def g(): return "g"\ndef f(x): return g\n${inExecutor('pool.submit(f, 3).result()()')}`, 'g\n'],
    [
      'an exception',
      `class Mine(Exception): pass\ndef f(x): raise Mine(x)\n${guarded('with mp.Pool(1) as pool:\n    try: pool.apply(f, (3,))\n    except Mine as error: print("Mine", error)')}`,
      'Mine 3\n',
    ],
    [
      'by a queue',
      `class R: pass\ndef f(q): q.put(R())\n${guarded('q = mp.Queue(); p = mp.Process(target=f, args=(q,)); p.start(); print(type(q.get(timeout=5)).__name__); p.join()')}`,
      'R\n',
    ],
    [
      'by a pipe',
      `class R: pass\ndef f(c): c.send(R()); c.close()\n${guarded('a, b = mp.Pipe(); p = mp.Process(target=f, args=(b,)); p.start(); print(type(a.recv()).__name__); p.join()')}`,
      'R\n',
    ],
  ])('%s', { timeout: 180_000 }, async (_, program, expected) => {
    await page.run(first);
    expect(await runsTo(page, own + program)).toBe(expected);
    expect(await runsTo(page, own + program)).toBe(expected);
  });

  it.each([
    ['dies', 'import os\nos.abort()', null],
    ['is stopped hard', 'while True:\n    try:\n        while True: pass\n    except BaseException: pass', 200],
  ])('also where the program after a pool %s', { timeout: 180_000 }, async (_, source, stopAfterMs) => {
    const pool = `${own}${guarded('with mp.Pool(1) as pool: print(pool.map(abs, [-1]))\nprint(mp.current_process().name, mp.current_process().daemon, mp.parent_process())')}`;
    const expected = '[1]\nMainProcess False None\n';
    expect(await runsTo(page, pool)).toBe(expected);
    await page.run(source, stopAfterMs === null ? {} : { stopAfterMs });
    expect(await runsTo(page, pool)).toBe(expected);
  });
});
