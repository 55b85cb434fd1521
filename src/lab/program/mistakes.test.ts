import { describe, expect, it } from 'vitest';
import { adviceFor, placesOfAdvice } from './mistakes';
import type { RunEnd } from './pythonRun';

const finished: RunEnd = { status: 'finished', exitCode: 0, elapsedMs: 1 };
const failed = (reason: string): RunEnd => ({ status: 'failed', reason, traceback: '', line: 1, elapsedMs: 1 });
const stuck = (words: string): RunEnd => ({ status: 'deadlock', words, elapsedMs: 1 });
const firstWords = (end: RunEnd, source = '', stderr = ''): string | undefined =>
  adviceFor(end, source, stderr)?.words.split(/[.:]/)[0];

const bootstrapping = `RuntimeError: 
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.
`;
const inThread = (message: string): string => `Exception in thread Thread-1 (work):
  File "/lib/python314.zip/threading.py", line 1024, in run
    self._target(*self._args, **self._kwargs)
${message}
`;

describe('what a run shows', () => {
  it.each([
    [failed('concurrent.futures.process.BrokenProcessPool: A process …'), bootstrapping, 'starts processes at its top'],
    [
      failed("_pickle.PicklingError: Can't pickle <function <lambda> at 0x1>"),
      '',
      'sent to another process is pickled',
    ],
    [
      failed('AssertionError: daemonic processes are not allowed to have children'),
      '',
      'may start no processes itself',
    ],
    [finished, 'Process Process-1:\nEOFError: EOF when reading a line\n', 'has an empty standard input'],
    [finished, inThread('TypeError: __main__.work() argument after * must be an iterable, not int'), 'takes a tuple'],
    [finished, inThread("TypeError: 'int' object is not callable"), 'becomes the target'],
    [failed('RuntimeError: threads can only be started once'), '', 'runs once'],
    [failed('RuntimeError: cannot join thread before it is started'), '', 'waits for a thread that has been started'],
    [
      failed('RuntimeError: asyncio.run() cannot be called from a running event loop'),
      "<sys>:0: RuntimeWarning: coroutine 'inner' was never awaited\n",
      'starts an event loop',
    ],
    [finished, "a.py:6: RuntimeWarning: coroutine 'fetch' was never awaited\n", 'runs nothing of it'],
    [failed("SyntaxError: 'await' outside async function"), '', 'may stand in a coroutine function only'],
    [failed('RuntimeError: dictionary changed size during iteration'), '', 'while a loop went through it'],
    [
      stuck(
        'MainThread waits in Future.result() for another thread. ThreadPoolExecutor-0_0 waits in Future.result() for another thread.',
      ),
      '',
      'A task of the pool waits for another task',
    ],
    [stuck('MainThread waits for lock, which it holds itself.'), '', 'can be acquired once'],
  ])('%j', (end, stderr, words) => expect(adviceFor(end, '', stderr)?.words).toContain(words));

  it.each([
    [finished, ''],
    [failed('ValueError: threads can only be started once, said the program'), ''],
    [finished, 'EOFError: EOF when reading a line\n'],
    [stuck('MainThread waits for a lock that Ben holds. Ben waits for a lock that MainThread holds.'), ''],
    [{ status: 'stopped', elapsedMs: 1 } satisfies RunEnd, bootstrapping],
  ])('nothing of %j', (end, stderr) => expect(adviceFor(end, '', stderr)).toBeNull());
});

describe('what a program that ran without an error does', () => {
  const calledTarget = 'def work():\n    print("return 5")\n\nthreading.Thread(name="a", target=work()).start()\n';
  const joins = `for name in names:
    thread = Thread(target=work, args=(name,))
    thread.start()
    thread.join()
`;
  const sleeps = 'async def work():\n    if slow:\n        time.sleep(1)\n';

  it('calls the target itself', () => expect(firstWords(finished, calledTarget)).toContain('target=f()'));
  it('joins each thread before it starts the next', () =>
    expect(firstWords(finished, joins)).toContain('The loop joins'));
  it('sleeps in a coroutine', () => expect(firstWords(finished, sleeps)).toContain('A call that waits without'));

  it.each([
    'def make():\n    return print\n\nThread(target=make()).start()\n',
    'Thread(target=work)\nwork()\n',
    '# Thread(target=work())\ndef work():\n    pass\n',
    'for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n',
    'for process in (Process(target=work),):\n    process.start()\n    process.join()\n',
    'thread = Thread(target=work)\nthread.start()\nthread.join()\n',
    'async def main():\n    await asyncio.to_thread(time.sleep, 1)\n',
    'async def main():\n    def work():\n        time.sleep(1)\n    await asyncio.to_thread(work)\n',
    'async def main():\n    """Never time.sleep(1) here."""\n    await asyncio.sleep(1)\n\ndef work():\n    time.sleep(1)\n',
  ])('nothing of the kind: %j', (source) => expect(adviceFor(finished, source, '')).toBeNull());
});

it('has twelve mistakes or more, each with a place in the course', () => {
  expect(placesOfAdvice.length).toBeGreaterThanOrEqual(12);
});
