import { readFileSync } from 'node:fs';
import { expect, test, type OpenPython } from '../../../support/python';
import { farTooLateMs } from '../../../support/stopping';

const program = (name: string): string => readFileSync(new URL(`processes_${name}.py`, import.meta.url), 'utf8');

const start = 'import multiprocessing, os, signal, sys, threading, time\n';
const guard = "if __name__ == '__main__':\n";

/** A program with two processes that is run after another shows that nothing of it is left. */
async function expectNextRunWorks(python: OpenPython): Promise<void> {
  const next = await python.run(
    `${start}${guard}    with multiprocessing.Pool(2) as pool:\n        print(pool.map(abs, [-1, -2]), min(child.name for child in multiprocessing.active_children()), multiprocessing.current_process().name)`,
  );
  expect(next).toMatchObject({
    outcome: { status: 'finished' },
    stdout: '[1, 2] SpawnPoolWorker-1 MainProcess\n',
    stderr: '',
  });
}

test('a process prints, has a lane of its own, and is joined', async ({ python }) => {
  const page = await python();
  const { outcome, stdout, events } = await page.run(
    `${start}def work():\n    print('in', multiprocessing.current_process().name)\n${guard}    process = multiprocessing.Process(target=work)\n    process.start()\n    process.join()\n    print(process.exitcode)`,
  );
  expect({ status: outcome.status, stdout }).toEqual({ status: 'finished', stdout: 'in Process-1\n0\n' });
  const lane = events.filter((event) => event.lane === 'process-1/main');
  expect(lane.slice(0, 3)).toMatchObject([
    { kind: 'start', laneKind: 'process', name: 'Process-1' },
    { kind: 'wait', on: 'starting Python' },
    { kind: 'run' },
  ]);
  expect(lane.at(-1)).toMatchObject({ kind: 'end', end: { status: 'finished' } });
  expect(events).toContainEqual(expect.objectContaining({ kind: 'block', lane: 'main', on: 'join Process-1' }));
  expect(lane.map(({ at }) => at)).toEqual(lane.map(({ at }) => at).toSorted((a, b) => a - b));
});

test('all lanes of a process end with it, also when it is killed', async ({ python }) => {
  const page = await python();
  const { events } = await page.run(
    `${start}def work(started):\n    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n    started.set()\n    time.sleep(60)\n${guard}    started = multiprocessing.Event()\n    process = multiprocessing.Process(target=work, args=(started,))\n    process.start()\n    started.wait()\n    time.sleep(0.2)\n    process.kill()\n    process.join()`,
  );
  const started = events
    .filter(({ kind, lane }) => kind === 'start' && lane.startsWith('process-'))
    .map(({ lane }) => lane);
  const ended = events
    .filter(({ kind, lane }) => kind === 'end' && lane.startsWith('process-'))
    .map(({ lane }) => lane);
  expect(started.length).toBe(2);
  expect(ended.toSorted()).toEqual(started.toSorted());
});

test('a program without its guard is told what CPython tells it', async ({ python }) => {
  const page = await python();
  const { outcome, stdout, stderr } = await page.run(program('no_guard'), { fileName: 'no_guard.py' });
  expect({ status: outcome.status, stdout }).toEqual({ status: 'finished', stdout: '1\n' });
  expect(stderr).toContain(
    'An attempt has been made to start a new process before the\n        current process has finished its bootstrapping phase.',
  );
  expect(stderr).toContain('File "no_guard.py", line 7, in <module>');
});

test('a worker that dies in the middle breaks its pool, and the next run works', async ({ python }) => {
  const page = await python();
  const { stdout, outcome } = await page.run(program('broken_pool'));
  expect(outcome.status).toBe('finished');
  expect(stdout).toMatch(/^BrokenProcessPool: A process in the process pool was terminated abruptly/);
  await expectNextRunWorks(page);
});

test('an interpreter that crashes is a process that has died', async ({ python }) => {
  const page = await python();
  const { stdout, outcome } = await page.run(
    `${start}import ctypes\ndef crash():\n    ctypes.memset(2**32 - 8, 0, 64)\n${guard}    process = multiprocessing.Process(target=crash)\n    process.start()\n    process.join()\n    print(process.exitcode)`,
  );
  expect({ status: outcome.status, stdout }).toEqual({ status: 'finished', stdout: '-11\n' });
  await expectNextRunWorks(page);
});

test('a child that computes without end is terminated', async ({ python }) => {
  const page = await python();
  const { stdout } = await page.run(
    `${start}def work():\n    while True:\n        try:\n            pass\n        except BaseException:\n            pass\n${guard}    process = multiprocessing.Process(target=work)\n    process.start()\n    time.sleep(0.3)\n    process.terminate()\n    process.join()\n    print(process.exitcode, process.is_alive())`,
  );
  expect(stdout).toBe('-15 False\n');
  await expectNextRunWorks(page);
});

test('a process has its number until it is joined, and the first one takes no signals', async ({ python }) => {
  const page = await python();
  const { stdout, outcome } = await page.run(
    `${start}def work():\n    os.kill(os.getppid(), 0)\n    try:\n        os.kill(os.getppid(), signal.SIGTERM)\n    except NotImplementedError as error:\n        print(error)\n${guard}    process = multiprocessing.Process(target=work)\n    process.start()\n    multiprocessing.connection.wait([process.sentinel])\n    print(os.kill(process.pid, 0), os.kill(process.pid, signal.SIGTERM))\n    process.join()\n    print(process.exitcode)\n    try:\n        os.kill(process.pid, 0)\n    except ProcessLookupError as error:\n        print(error.strerror)`.replace(
      'import multiprocessing,',
      'import multiprocessing.connection,',
    ),
  );
  expect(outcome.status).toBe('finished');
  expect(stdout).toBe(
    'in the page, a process cannot signal the one in which the program began\nNone None\n0\nNo such process\n',
  );
});

test.describe('Stop ends children too', () => {
  const endless = {
    'that compute': `def work():\n    while True:\n        pass\n`,
    'that sleep': `def work():\n    time.sleep(1000)\n`,
    'that wait for each other': `def work():\n    multiprocessing.parent_process().join()\n`,
  };
  for (const [kind, source] of Object.entries(endless)) {
    test(kind, async ({ python }) => {
      const page = await python();
      await page.run(`${start}${guard}    with multiprocessing.Pool(2) as pool:\n        pool.map(abs, [1])`);
      const { outcome, stopMs, stderr } = await page.run(
        `${start}${source}${guard}    for _ in range(2):\n        multiprocessing.Process(target=work).start()\n    print('started')`,
        { stopAfterMs: 600 },
      );
      expect({ status: outcome.status, stderr }).toEqual({ status: 'stopped', stderr: '' });
      expect(stopMs).toBeLessThan(farTooLateMs);
      await expectNextRunWorks(page);
    });
  }
});

test('what is not there says so', async ({ python }) => {
  const page = await python();
  const { stdout } = await page.run(
    `${start}for what in (os.fork, lambda: multiprocessing.get_context('fork')):\n    try:\n        what()\n    except NotImplementedError as error:\n        print(error)\nprint(multiprocessing.get_all_start_methods())`,
  );
  expect(stdout.split('\n')).toEqual([
    expect.stringContaining('spawn only'),
    expect.stringContaining("cannot find context for 'fork'"),
    "['spawn']",
    '',
  ]);
});

test('without JSPI a process is refused in words', async ({ python }) => {
  const { outcome } = await (
    await python('no-jspi')
  ).run(`${start}${guard}    multiprocessing.Process(target=print).start()`);
  expect(outcome).toMatchObject({
    status: 'failed',
    reason: 'NotImplementedError: processes need a browser that can suspend WebAssembly (JSPI)',
  });
});

for (const name of ['basics', 'exit_codes', 'pool', 'executor', 'event', 'values', 'pipe']) {
  test(`without shared memory the page keeps what processes share: ${name}`, async ({ python }) => {
    const page = await python('no-isolation');
    const shared = await python();
    const [here, there] = [await page.run(program(name)), await shared.run(program(name))];
    expect({ status: here.outcome.status, stdout: here.stdout }).toEqual({ status: 'finished', stdout: there.stdout });
  });
}

for (const kind of ['full', 'no-isolation'] as const) {
  test(`a process with a handler for a signal decides itself what that does (${kind})`, async ({ python }) => {
    const page = await python(kind);
    for (const name of ['signal_handlers', 'signals_held']) {
      const { stdout, outcome } = await page.run(program(name));
      const expected = new URL(`processes_${name}.expect.txt`, import.meta.url);
      expect({ status: outcome.status, stdout }).toEqual({
        status: 'finished',
        stdout: readFileSync(expected, 'utf8'),
      });
    }
    await expectNextRunWorks(page);
  });
}

test('an executor ends its workers or kills them', async ({ python }) => {
  const page = await python();
  const { stdout, stderr } = await page.run(`${start}from concurrent.futures import ProcessPoolExecutor
def work(started):
    started.release()
    time.sleep(60)
${guard}    with multiprocessing.Manager() as manager:
        for how in ('terminate_workers', 'kill_workers'):
            started = manager.Semaphore(0)
            pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context('spawn'))
            futures = [pool.submit(work, started) for _ in range(2)]
            for _ in range(2):
                started.acquire()
            processes = list(pool._processes.values())
            getattr(pool, how)()
            print([type(future.exception()).__name__ for future in futures])
            for process in processes:
                process.join()
            print(how, [process.exitcode for process in processes])
            try:
                pool.submit(work, started)
            except RuntimeError as error:
                print(error)
`);
  expect(stderr).toBe('');
  // As CPython 3.14 says it.
  expect(stdout).toBe(
    ['terminate_workers -15', 'kill_workers -9']
      .map((said) => said.split(' '))
      .map(
        ([how, code]) =>
          `['BrokenProcessPool', 'BrokenProcessPool']\n${how} [${code}, ${code}]\nA child process terminated abruptly, the process pool is not usable anymore\n`,
      )
      .join(''),
  );
});

test('a pool whose processes can never begin is ended after forty', async ({ python }) => {
  const page = await python();
  const { outcome, stderr } = await page.run('import multiprocessing\nmultiprocessing.Pool(1).map(abs, [1])\n', {
    fileName: 'unguarded.py',
  });
  expect(outcome).toMatchObject({ status: 'finished', exitCode: 1 });
  expect(stderr).toContain('The last 40 processes of this program ended before they began: see above.');
  expect(stderr.match(/An attempt has been made to start a new process/g)).toHaveLength(40);
  await expectNextRunWorks(page);
});
