import { expect, test, type OpenPython } from '../../support/python';
import { farTooLateMs } from '../../support/stopping';
import { expectNextRunWorks } from './running';

/** Stops a program, runs another, and says whether one interpreter ran both. */
async function stop(python: OpenPython, program: string): Promise<'stayed' | 'replaced'> {
  const { outcome, stopMs, interpreter } = await python.run(program, { stopAfterMs: 60 });
  expect(outcome.status).toBe('stopped');
  expect(stopMs).toBeLessThan(farTooLateMs);
  const next = await python.run('print("again")');
  expect(next.stdout).toBe('again\n');
  return next.interpreter === interpreter ? 'stayed' : 'replaced';
}

test.describe('Stop', () => {
  const loops = {
    'an endless loop': 'while True:\n    pass',
    'an endless loop in a thread':
      'import threading\ndef work():\n    while True:\n        pass\nthreading.Thread(target=work).start()',
    'fifty endless loops':
      'import threading\ndef work():\n    while True:\n        pass\nfor _ in range(50):\n    threading.Thread(target=work).start()',
    'a loop that holds a lock': 'import threading\nlock = threading.Lock()\nwith lock:\n    while True:\n        pass',
    'a loop in __del__': 'class Thing:\n    def __del__(self):\n        while True:\n            pass\nThing()',
    'a loop in a signal handler':
      'import signal\ndef handle(*_):\n    while True:\n        pass\nsignal.signal(signal.SIGINT, handle)\nsignal.raise_signal(signal.SIGINT)',
    'an endless sleep': 'import time\ntime.sleep(1e6)',
    'an event loop that never rests':
      'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())',
    'a thread that waits for a lock':
      'import threading\nlock = threading.Lock()\nlock.acquire()\nthreading.Timer(1e6, lock.release).start()\nlock.acquire()',
    'output without end': 'while True:\n    print("again")',
  };
  for (const [what, program] of Object.entries(loops)) {
    test(`ends ${what}, and Python stays`, async ({ python }) => {
      const page = await python();
      // A program that unwinds too late loses its interpreter. A busy machine may cause that once or twice, and no more.
      const tries = [await stop(page, program)];
      while (tries.length < 3 && tries.at(-1) === 'replaced') tries.push(await stop(page, program));
      expect(tries.at(-1)).toBe('stayed');
    });
  }

  const stubborn = {
    'a loop within except': 'while True:\n    try:\n        while True:\n            pass\n    except:\n        pass',
    'a loop within except BaseException, in a thread':
      'import threading\ndef work():\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            pass\nthreading.Thread(target=work).start()',
  };
  for (const [what, program] of Object.entries(stubborn)) {
    test(`ends ${what}`, async ({ python }) => {
      const page = await python();
      // Python stays where the exception happened to be raised between two of the blocks that catch it.
      await stop(page, program);
      await expectNextRunWorks(page);
    });
  }

  const deaf = {
    'a long call into C': 'sum(range(10**12))',
  };
  for (const [what, program] of Object.entries(deaf)) {
    test(`ends ${what} with its interpreter, and another is soon there`, async ({ python }) => {
      const page = await python();
      expect(await stop(page, program)).toBe('replaced');
      await expectNextRunWorks(page);
    });
  }

  test('is heard without shared memory wherever a thread waits, and so is Ctrl+C', async ({ python }) => {
    const page = await python('no-isolation');
    const { outcome } = await page.run('import asyncio\nasyncio.run(asyncio.sleep(1e6))', { stopAfterMs: 60 });
    expect(outcome.status).toBe('stopped');
    const { stdout } = await page.run(
      'import time\ntry:\n    print("asleep")\n    time.sleep(1e6)\nexcept KeyboardInterrupt:\n    print("interrupted")',
      { interruptAfter: 'asleep' },
    );
    expect(stdout).toBe('asleep\ninterrupted\n');
    await expectNextRunWorks(page);
  });
});
