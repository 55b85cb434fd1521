/** A program that is stopped within a hook of its own, or in what it does at its end, ends as `stopped`, and not with a fault of the page. */
import { describe, expect, it } from 'vitest';
import { pythonForTests } from '../tab';

const page = pythonForTests();

const endless = `def endless(*args):
    while True:
        pass
`;
const showing = `import traceback
def endless(*args):
    while True:
        traceback.format_exception(ValueError("again"))
`;
const endings = {
  'sys.excepthook': 'import sys\nsys.excepthook = endless\n1 / 0',
  'threading.excepthook':
    'import threading\nthreading.excepthook = endless\nthreading.Thread(target=lambda: 1 / 0).start()',
  'sys.unraisablehook':
    'import sys\nsys.unraisablehook = endless\nclass Bad:\n    def __del__(self):\n        1 / 0\nBad()',
  atexit: 'import atexit\natexit.register(endless)',
  'an exception handler of asyncio':
    'import asyncio\nasync def main():\n    loop = asyncio.get_running_loop()\n    loop.set_exception_handler(endless)\n    loop.call_soon(lambda: 1 / 0)\n    await asyncio.sleep(60)\nasyncio.run(main())',
};

describe('Stop', () => {
  it.each(Object.entries(endings))('ends %s', { timeout: 180_000 }, async (_, ending) => {
    for (const hook of [endless, showing, endless]) {
      const { outcome } = await page.run(hook + ending, { stopAfterMs: 200 });
      expect(outcome.status).toBe('stopped');
    }
    expect((await page.run('print("as always")')).stdout).toBe('as always\n');
  });
});
