import { expect } from '../../support/python';

/** What each program comes to: a part of its outcome, and of what it wrote. */
export const programsThatGoWrong: Readonly<
  Record<
    string,
    {
      readonly source: string;
      readonly outcome: Record<string, unknown>;
      readonly stdout?: string;
      readonly stderr?: string | RegExp;
    }
  >
> = {
  'two locks in two orders': {
    source: [
      'import threading, time',
      'first, second = threading.Lock(), threading.Lock()',
      'def take(a, b):',
      '    with a:',
      '        time.sleep(0.01)',
      '        with b:',
      '            pass',
      'threading.Thread(target=take, args=(first, second), name="Ada").start()',
      'threading.Thread(target=take, args=(second, first), name="Ben").start()',
    ].join('\n'),
    outcome: {
      status: 'deadlock',
      words: 'MainThread waits for Ada to end. Ada waits for second, held by Ben. Ben waits for first, held by Ada.',
    },
  },
  'a lock taken twice': {
    source:
      'import threading\ndef work():\n    lock = threading.Lock()\n    lock.acquire()\n    lock.acquire()\nwork()',
    outcome: { status: 'deadlock', words: 'MainThread waits for lock, which it holds itself.' },
  },
  'locks of objects': {
    source: [
      'import threading, time',
      'class Account:',
      '    def __init__(self):',
      '        self.lock = threading.Lock()',
      'accounts = [Account(), Account()]',
      'def move(a, b):',
      '    with a.lock:',
      '        time.sleep(0.01)',
      '        with b.lock:',
      '            pass',
      'threads = [threading.Thread(target=move, args=pair, name=name) for pair, name in ((accounts, "there"), (accounts[::-1], "back"))]',
      'for thread in threads: thread.start()',
      'for thread in threads: thread.join()',
    ].join('\n'),
    outcome: {
      status: 'deadlock',
      words:
        'MainThread waits for there to end. there waits for accounts[1].lock, held by back. back waits for accounts[0].lock, held by there.',
    },
  },
  'threads that wait for each other': {
    source:
      'import threading\ngo = threading.Event()\ndef a():\n    go.wait()\n    b.join()\ndef c():\n    go.wait()\n    a.join()\na, b = threading.Thread(target=a, name="a"), threading.Thread(target=c, name="b")\na.start()\nb.start()\ngo.set()',
    outcome: {
      status: 'deadlock',
      words: 'MainThread waits for a to end. a waits for b to end. b waits for a to end.',
    },
  },
  'a queue that nobody feeds': {
    source: 'import queue\ntasks = queue.Queue()\ntasks.get()',
    outcome: { status: 'deadlock', words: 'MainThread waits in tasks.get() for another thread.' },
  },
  'a future that nobody sets': {
    source:
      'import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())',
    outcome: { status: 'deadlock', words: 'MainThread waits for its event loop, where Task-1 waits for a future.' },
  },
  'a failure that leaves others waiting': {
    source:
      'import queue, threading\ntasks = queue.Queue()\nthreading.Thread(target=tasks.get, name="taker").start()\nraise ValueError("no tasks")',
    outcome: {
      status: 'deadlock',
      words:
        'MainThread has ended with ValueError: no tasks. MainThread waits for taker to end. taker waits in tasks.get() for another thread.',
    },
    stderr: /line 4, in <module>[^]*ValueError: no tasks/,
  },
  'a list of 200 MB': {
    source: 'print(len([0] * 50_000_000))',
    outcome: { status: 'finished' },
    stdout: '50000000\n',
  },
  'more memory than there is': {
    source: 'kept = []\nwhile True:\n    kept.append(bytes(500_000_000))',
    outcome: { status: 'failed', reason: 'MemoryError', line: 3 },
  },
  'recursion without end': {
    source: 'def down(n):\n    return down(n + 1)\ndown(0)',
    outcome: { status: 'failed', reason: 'RecursionError: maximum recursion depth exceeded', line: 2 },
    stderr: /Previous line repeated/,
  },
  'recursion without end in a thread': {
    source:
      'import threading\ndef down(n):\n    return down(n + 1)\nthread = threading.Thread(target=down, args=(0,))\nthread.start()\nthread.join()\nprint("after")',
    outcome: { status: 'finished' },
    stdout: 'after\n',
    stderr: /line 3, in down[^]*RecursionError/,
  },
  'sys.exit with a number': { source: 'import sys\nsys.exit(3)', outcome: { status: 'finished', exitCode: 3 } },
  'sys.exit with words': {
    source: 'import sys\nsys.exit("no such file")',
    outcome: { status: 'finished', exitCode: 1 },
    stderr: 'no such file\n',
  },
  'sys.exit in a thread': {
    source:
      'import sys, threading\nthread = threading.Thread(target=sys.exit, args=(3,))\nthread.start()\nthread.join()\nprint("after")',
    outcome: { status: 'finished', exitCode: 0 },
    stdout: 'after\n',
  },
  'sys.exit while a thread works': {
    source:
      'import sys, threading, time\nthreading.Thread(target=lambda: (time.sleep(0.02), print("done"))).start()\nsys.exit(2)',
    outcome: { status: 'finished', exitCode: 2 },
    stdout: 'done\n',
  },
  'os._exit in a thread': {
    source:
      'import os, threading, time\nprint("before")\nthreading.Thread(target=os._exit, args=(5,)).start()\ntime.sleep(5)\nprint("after")',
    outcome: { status: 'finished', exitCode: 5 },
    stdout: 'before\n',
  },
  'a syntax error': {
    source: 'print(1)\ndef f(:\n    pass',
    outcome: { status: 'failed', reason: 'SyntaxError: invalid syntax', line: 2 },
    stdout: '',
  },
  'an exception in a thread': {
    source:
      'import threading\ndef look():\n    return {}["key"]\nthread = threading.Thread(target=look, name="Ada")\nthread.start()\nthread.join()\nprint("after")',
    outcome: { status: 'finished' },
    stdout: 'after\n',
    stderr: /^Exception in thread Ada:\n(?!.*timeslice)[^]*File "program.py", line 3, in look\n[^]*KeyError: 'key'\n$/,
  },
  'an exception out of the kernel': {
    source: 'import threading\nlock = threading.Lock()\nlock.release()',
    outcome: { status: 'failed', reason: 'RuntimeError: release unlocked lock', line: 3 },
    stderr: /^Traceback[^]*line 3, in <module>\n(?![^]*File)/,
  },
  'a daemon that computes to the end': {
    source:
      'import threading, time\ndef work():\n    while True:\n        pass\nthreading.Thread(target=work, daemon=True).start()\ntime.sleep(0.01)\nprint("end")',
    outcome: { status: 'finished' },
    stdout: 'end\n',
    stderr: '',
  },
  'a thousand threads': {
    source:
      'import threading\ngate, count = threading.Event(), 0\ntry:\n    while True:\n        threading.Thread(target=gate.wait).start()\n        count += 1\nexcept RuntimeError as error:\n    print(count + 1, error)\ngate.set()',
    outcome: { status: 'finished' },
    stdout: "1000 can't start new thread\n",
  },
  'modules thrown away': { source: 'import sys\nsys.modules.clear()', outcome: { status: 'finished' } },
  'built-in functions thrown away': {
    source: 'import builtins\ndel builtins.print, builtins.len, builtins.isinstance\nprint("x")',
    outcome: { status: 'failed', reason: "NameError: name 'print' is not defined", line: 3 },
  },
  'threading taken apart': {
    source: 'import threading\nthreading._shutdown = None\nthreading.Thread.start = None\nthreading.Lock = None',
    // CPython ends with 0 too.
    outcome: { status: 'finished' },
    stderr: /^Exception ignored on threading shutdown:?\n[^]*TypeError: 'NoneType' object is not callable\n$/,
  },
  'no garbage collector': { source: 'import gc\ngc.disable()\ngc.freeze()', outcome: { status: 'finished' } },
  'another sleep': {
    source: 'import time\ntime.sleep = lambda seconds: print("slept", seconds)\ntime.sleep(5)',
    outcome: { status: 'finished' },
    stdout: 'slept 5\n',
  },
  'no output': {
    source: 'import sys\nsys.stdout = sys.stderr = None\nprint("x")\n1 / 0',
    outcome: { status: 'failed', reason: 'ZeroDivisionError: division by zero', line: 4 },
  },
  'signals for itself': {
    source:
      'import signal\nfor number in (signal.SIGINT, signal.SIGUSR1, signal.SIGVTALRM):\n    signal.signal(number, signal.SIG_IGN)',
    outcome: { status: 'finished' },
  },
  'tracing across switches': {
    source:
      'import sys, threading, time\ndef trace(frame, event, value):\n    return trace\nthreading.settrace_all_threads(trace)\nthreads = [threading.Thread(target=time.sleep, args=(0.005,)) for _ in range(20)]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\nprint("after")',
    outcome: { status: 'finished' },
    stdout: 'after\n',
  },
  'the kernel taken apart': {
    source:
      'import sys\nsys.modules["timeslice.kernel.kernel"].switch = None\nsys.modules["timeslice.kernel.kernel"].ready = None',
    outcome: { status: 'finished' },
  },
  'memory that is not its own': {
    source: 'import ctypes\nctypes.string_at(0xfffffff0)',
    outcome: { status: 'failed', reason: expect.stringMatching(/^Python itself crashed/) },
  },
  'abort()': {
    source: 'import os\nos.abort()',
    outcome: { status: 'failed', reason: expect.stringMatching(/^Python itself crashed/) },
  },
};
