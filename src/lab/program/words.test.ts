import { describe, expect, it } from 'vitest';
import type { PythonAbilities } from '../../core/python/python';
import type { RunEnd } from './pythonRun';
import { nameInMargin, whatRan, whyNotHere, wordsOf } from './words';

const failed = (reason: string): RunEnd => ({ status: 'failed', reason, traceback: '', line: 3, elapsedMs: 20 });
const abilities: PythonAbilities = { version: '3.14.2', threads: true, preemption: 'signal' };

describe('wordsOf', () => {
  it.each<[RunEnd, string]>([
    [{ status: 'finished', exitCode: 0, elapsedMs: 1020 }, 'Finished in 1.02 s.'],
    [{ status: 'finished', exitCode: 3, elapsedMs: 1020 }, 'Ended with exit code 3 after 1.02 s.'],
    [failed('ZeroDivisionError: division by zero'), 'Failed after 20 ms: ZeroDivisionError: division by zero'],
    [
      failed('  File "a.py", line 3\n    if x\n        ^\nSyntaxError: expected \':\''),
      "Failed after 20 ms: SyntaxError: expected ':'",
    ],
    [{ status: 'stopped', elapsedMs: 0 }, 'Stopped.'],
    [{ status: 'deadlock', words: 'A waits for B.', elapsedMs: 5000 }, 'Deadlock after 5.00 s: A waits for B.'],
    [{ status: 'lost', reason: 'It is gone.', remedy: 'retry', elapsedMs: 1 }, 'It is gone.'],
  ])('says how %j ended', (end, words) => {
    expect(wordsOf(end).join('').replaceAll('\u00a0', ' ')).toBe(words);
  });
});

describe('what a program made up', () => {
  const long = 'x'.repeat(1_000_000);

  it('is bounded wherever it is said', () => {
    const fetched = Array.from(
      { length: 1000 },
      (_, host) => ({ host: `${'h'.repeat(200)}${host}.example`, by: 'network', elapsedMs: 1 }) as const,
    );
    for (const text of [
      ...wordsOf(failed(`ValueError: ${long}`)),
      ...wordsOf({ status: 'deadlock', words: long, elapsedMs: 1 }),
      ...wordsOf({ status: 'lost', reason: long, remedy: 'retry', elapsedMs: 1 }),
      ...whatRan(abilities, { order: null, hidden: false, fetched }),
      nameInMargin(long),
    ]) {
      expect(text.length).toBeLessThan(4000);
    }
  });

  it('is told by its last line, which says what it is', () => {
    expect(wordsOf(failed(`${'line\n'.repeat(100_000)}KeyError: 3\n`))[1]).toBe(': KeyError: 3');
  });
});

describe('whyNotHere', () => {
  it.each([
    ["FileNotFoundError: [Errno 44] No such file or directory: '/proc/self/statm'", /no \/proc/],
    [
      'OSError: [Errno 52] a page cannot start other programs, since there is no operating system here: use multiprocessing to run more Python',
      /cannot start programs/,
    ],
    [
      'NotImplementedError: this page starts processes by spawn only: there is no operating system here that could fork one',
      /cannot start programs/,
    ],
    [
      'socket.gaierror: [Errno -4] there are no sockets in a browser: use requests, urllib.request or aiohttp for HTTP',
      /no sockets/,
    ],
    ["ModuleNotFoundError: No module named 'numpy'", /standard library, requests and aiohttp/],
  ])('tells what a page lacks: %s', (reason, words) => {
    expect(whyNotHere(failed(reason), abilities)).toMatch(words);
  });

  it.each([
    'ZeroDivisionError: division by zero',
    'ValueError: philosopher 2 has no fork',
    'RuntimeError: the subprocess was forked',
    "KeyError: '/proc/self'",
  ])('leaves a program what it did itself: %s', (reason) => {
    expect(whyNotHere(failed(reason), abilities)).toBeNull();
    expect(whyNotHere({ status: 'stopped', elapsedMs: 1 }, abilities)).toBeNull();
  });

  it('tells too many processes from a pipe that has nothing to read', () => {
    const end = failed('BlockingIOError: [Errno 6] Resource temporarily unavailable');
    expect(whyNotHere(end, abilities)).toBeNull();
    expect(
      whyNotHere(
        { ...end, traceback: 'File "/lib/python314.zip/multiprocessing/process.py", line 121, in start' } as RunEnd,
        abilities,
      ),
    ).toMatch(/No more than 31/);
  });

  it('tells a browser that has no threads from too many of them', () => {
    const end = failed("RuntimeError: can't start new thread");
    expect(whyNotHere(end, { ...abilities, threads: false, preemption: 'none' })).toMatch(/JSPI.*Firefox from 153/);
    expect(whyNotHere(end, abilities)).toMatch(/about a thousand/);
  });
});

describe('nameInMargin', () => {
  it.each([
    ['MainThread', 'MainThread'],
    ['Thread-1 (download)', 'Thread-1'],
    ['ThreadPoolExecutor-0_11', 'Thread…r-0_11'],
  ])('makes %s short', (name, short) => {
    expect(nameInMargin(name)).toBe(short);
  });
});

describe('whatRan', () => {
  it('says how threads take turns, who answered, and what to doubt', () => {
    const told = whatRan(
      { ...abilities, preemption: 'monitoring' },
      {
        order: { source: '', fileName: 'a.py', switchIntervalMs: 5 },
        hidden: true,
        fetched: [{ host: 'www.python.org', by: 'timer', elapsedMs: 1000 }],
      },
    ).join(' ');
    expect(told).toContain('CPython 3.14.2');
    expect(told).toContain('3.5 times slower');
    expect(told).toContain('): a page of this site answered in its place');
    expect(told).toContain('hidden');
    expect(told).not.toContain('InterpreterPoolExecutor');
  });

  it('says what stood for the interpreters of a pool', () => {
    const source = 'from concurrent.futures import InterpreterPoolExecutor';
    expect(
      whatRan(abilities, { order: { source, fileName: 'a.py', switchIntervalMs: 5 }, hidden: false, fetched: [] }).join(
        ' ',
      ),
    ).toContain('was a worker of its own');
  });
});
