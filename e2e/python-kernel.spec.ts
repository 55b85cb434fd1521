import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { spansOf } from '../src/core/spans';
import { checkTrace } from '../src/core/spansCheck';
import type { Trace } from '../src/core/trace';
import { traceStats } from '../src/core/traceStats';
import { expect, test, type Kind, type OpenPython } from './support/python';

/** Programs that check themselves, in the page and on CPython. */
const checks = ['alone', 'locks', 'threads', 'pools', 'loops', 'turns'] as const;
const source = (name: string): string => readFileSync(new URL(`python/kernel/${name}.py`, import.meta.url), 'utf8');

const smallProgram = 'import threading\nthread = threading.Thread(target=print, args=("fine",))\nthread.start()\nthread.join()';

/** A program that is run after another shows that nothing of it is left. */
async function expectNextRunWorks(python: OpenPython): Promise<void> {
  const next = await python.run(smallProgram);
  expect(next).toMatchObject({ outcome: { status: 'finished' }, stdout: 'fine\n', stderr: '' });
}

const wanted: Readonly<Record<Kind, readonly (typeof checks)[number][]>> = {
  full: checks,
  'no-isolation': checks,
  'no-jspi': ['alone'],
  // Firefox runs all of them in e2e/browsers.
  firefox: [],
};

for (const kind of ['full', 'no-isolation', 'no-jspi'] as const) {
  for (const name of wanted[kind]) {
    test(`${name}.py keeps its promises (${kind})`, async ({ python }) => {
      const { outcome, stdout, stderr } = await (await python(kind)).run(source(name) + source('check'), { fileName: `${name}.py` });
      expect(stdout).toMatch(/^\d+ passed, 0 failed\n$/);
      expect({ status: outcome.status, stderr }).toEqual({ status: 'finished', stderr: '' });
    });
  }
}

test('CPython keeps the same promises', () => {
  const python = process.env['PYTHON'] ?? 'python3';
  test.skip(spawnSync(python, ['--version']).status !== 0 && !process.env['CI'], 'There is no python3 here.');
  for (const name of checks) {
    const { stdout } = spawnSync(python, ['-'], { input: source(name) + source('check'), encoding: 'utf8' });
    expect(stdout, name).toMatch(/^\d+ passed, 0 failed\n$/);
  }
});

test('without JSPI a thread is refused in words, and the program may go on', async ({ python }) => {
  const ran = await (await python('no-jspi')).run('import threading\ntry:\n    threading.Thread(target=print).start()\nexcept RuntimeError as error:\n    print(error)');
  expect(ran.stdout).toMatch(/^can't start new thread: this browser cannot suspend WebAssembly/);
});

test.describe('Stop', () => {
  const loops = {
    'an endless loop': 'while True:\n    pass',
    'an endless loop in a thread': 'import threading\ndef work():\n    while True:\n        pass\nthreading.Thread(target=work).start()',
    'fifty endless loops': 'import threading\ndef work():\n    while True:\n        pass\nfor _ in range(50):\n    threading.Thread(target=work).start()',
    'a loop that holds a lock': 'import threading\nlock = threading.Lock()\nwith lock:\n    while True:\n        pass',
    'a loop in __del__': 'class Thing:\n    def __del__(self):\n        while True:\n            pass\nThing()',
    'a loop in a signal handler': 'import signal\ndef handle(*_):\n    while True:\n        pass\nsignal.signal(signal.SIGINT, handle)\nsignal.raise_signal(signal.SIGINT)',
    'an endless sleep': 'import time\ntime.sleep(1e6)',
    'an event loop that never rests': 'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())',
    'a thread that waits for a lock': 'import threading\nlock = threading.Lock()\nlock.acquire()\nthreading.Timer(1e6, lock.release).start()\nlock.acquire()',
    'output without end': 'while True:\n    print("again")',
  };
  for (const [what, program] of Object.entries(loops)) {
    test(`ends ${what}, and Python stays`, async ({ python }) => {
      const page = await python();
      const { outcome, stopMs } = await page.run(program, { stopAfterMs: 60 });
      expect(outcome.status).toBe('stopped');
      expect(stopMs).toBeLessThan(300);
      const next = await page.run('print("again")');
      expect(next.stdout).toBe('again\n');
      expect(next.firstOutputMs).toBeLessThan(1000);
    });
  }

  const stubborn = {
    'a loop within except': 'while True:\n    try:\n        while True:\n            pass\n    except:\n        pass',
    'a loop within except BaseException, in a thread': 'import threading\ndef work():\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            pass\nthreading.Thread(target=work).start()',
    'a loop that hears no signal': 'import signal\nfor number in (signal.SIGUSR1, signal.SIGVTALRM):\n    signal.signal(number, signal.SIG_IGN)\nwhile True:\n    pass',
    'a long call into C': 'sum(range(10**12))',
  };
  for (const [what, program] of Object.entries(stubborn)) {
    test(`ends ${what} with its interpreter, and another is soon there`, async ({ python }) => {
      const page = await python();
      const { outcome, stopMs } = await page.run(program, { stopAfterMs: 60 });
      expect(outcome.status).toBe('stopped');
      expect(stopMs).toBeLessThan(500);
      await expectNextRunWorks(page);
    });
  }

  test('is heard without shared memory wherever a thread waits', async ({ python }) => {
    const page = await python('no-isolation');
    const { outcome } = await page.run('import asyncio\nasyncio.run(asyncio.sleep(1e6))', { stopAfterMs: 60 });
    expect(outcome.status).toBe('stopped');
    await expectNextRunWorks(page);
  });
});

test.describe('The trace', () => {
  const laneNames = (events: Trace): readonly string[] => events.flatMap((event) => (event.kind === 'start' ? [`${event.laneKind}: ${event.name}`] : []));

  for (const name of ['locks', 'threads', 'pools', 'loops', 'turns']) {
    test(`of ${name}.py is sound, and shows one lane at a time with the GIL`, async ({ python }) => {
      const { events } = await (await python()).run(source(name) + source('check'), { fileName: `${name}.py` });
      expect(events.length).toBeGreaterThan(50);
      expect(checkTrace(events, { ended: true })).toEqual([]);
      expect(traceStats(events).overlap.running.most).toBe(1);
    });
  }

  test('has a lane for the event loop and each task, and says what they wait for', async ({ python }) => {
    const { events, outcome } = await (await python()).run(
      [
        'import asyncio, time',
        'gate = asyncio.Lock()',
        'async def sleeper():',
        '    async with gate:',
        '        await asyncio.sleep(0.02)',
        '    raise ValueError("no")',
        'async def blocker():',
        '    await asyncio.sleep(0)',
        '    time.sleep(0.01)',
        '    async with gate:',
        '        pass',
        'async def main():',
        '    endless = asyncio.create_task(asyncio.sleep(100), name="endless")',
        '    await asyncio.gather(sleeper(), blocker(), return_exceptions=True)',
        '    endless.cancel()',
        'asyncio.run(main())',
      ].join('\n'),
    );
    expect(outcome.status).toBe('finished');
    expect(checkTrace(events, { ended: true })).toEqual([]);
    expect(laneNames(events)).toEqual(['main: MainThread', 'loop: Task-1 (main)', 'loop: event loop', 'loop: endless', 'loop: Task-2 (sleeper)', 'loop: Task-3 (blocker)']);
    const of = (lane: string): readonly string[] => spansOf(events).find(({ name }) => name === lane)?.spans.map(({ state, label }) => `${state} ${label}`.trim()) ?? [];
    expect(of('Task-2 (sleeper)')).toEqual(['ready its turn in the event loop', 'running', 'waiting sleep 0.02 s', 'ready its turn in the event loop', 'running']);
    // A blocking sleep is the task's, and the loop is blocked by it.
    expect(of('Task-3 (blocker)')).toContain('waiting sleep');
    expect(of('Task-3 (blocker)')).toContain('blocked gate');
    expect(of('Task-1 (main)')).toContain('blocked 2 tasks');
    expect(of('event loop')).toContain('blocked Task-3');
    expect(of('MainThread')).toContain('waiting its event loop');
    const ends = Object.fromEntries(events.flatMap((event) => (event.kind === 'end' ? [[event.lane, event.end.status]] : [])));
    expect(ends).toMatchObject({ 'task-2': 'stopped', 'task-3': 'failed', 'task-4': 'finished', 'loop-1': 'finished' });
  });

  test('of ten thousand tasks stays small', async ({ python }) => {
    const { events, outcome } = await (await python()).run('import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(10_000)))\nasyncio.run(main())');
    expect(outcome.status).toBe('finished');
    expect(events.length).toBeLessThan(1500);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'note', text: '9,977 more tasks have no lane of their own' }));
  });
});
