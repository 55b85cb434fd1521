/** What comes from outside of a program, or would be left for its next run, ends a run cleanly. */
import { expect, it } from 'vitest';
import { programOf, reduced, schedulesForTests, wordsOf } from './page';

const page = schedulesForTests();

it.each([
  ['a file that is written', 'open("/tmp/left.txt", "w").write("more")'],
  ['a file that is read', 'print(open("/tmp/left.txt").read())'],
  [
    'a file, whatever is caught',
    'try:\n    open("left.txt", "a")\nexcept Exception:\n    print("caught")\nfinally:\n    print("tidied")',
  ],
  ['a path', 'import pathlib\npathlib.Path("left.txt").write_text("more")'],
  ['a folder', 'import os\nos.mkdir("/tmp/left")'],
  ['a temporary file', 'import tempfile\ntempfile.TemporaryFile()'],
  ['a log', 'import logging\nlogging.basicConfig(filename="left.log")'],
  [
    'a process',
    'import multiprocessing\nif __name__ == "__main__":\n    multiprocessing.Process(target=print).start()',
  ],
  [
    'a pool of processes',
    'from concurrent.futures import ProcessPoolExecutor\nif __name__ == "__main__":\n    with ProcessPoolExecutor() as pool:\n        pool.submit(print)',
  ],
  ['a value that processes share', 'import multiprocessing\nmultiprocessing.Value("i")'],
  [
    'a file in a thread',
    'import threading\nthread = threading.Thread(target=lambda: open("left.txt", "a"))\nthread.start()\nthread.join()',
  ],
  ['a file in a task', 'import asyncio\nasync def main():\n    open("left.txt", "a")\nasyncio.run(main())'],
])('%s', { timeout: 180_000 }, async (_, source) => {
  expect(wordsOf(await page.explore(programOf(source), reduced, { maxRuns: 3 }))).toEqual(['outside']);
});

it.each([
  [
    'a file of the standard library',
    'import threading\nprint(open("/lib/python3.14/site-packages/../../timeslice.zip", "rb").read(2))',
    "b'PK'\n",
  ],
  [
    'the environment, which is put back',
    'import os, threading\nthread = threading.Thread(target=print, args=(os.environ.get("LEFT"),))\nthread.start()\nos.environ["LEFT"] = "more"\nthread.join()',
    'None\n',
  ],
  [
    'a logger, which is put back',
    'import logging, sys, threading\nlogger = logging.getLogger("mine")\nlogger.addHandler(logging.StreamHandler(sys.stdout))\nthread = threading.Thread(target=logger.warning, args=("once",))\nthread.start()\nlast = 1\nthread.join()',
    'once\n',
  ],
  [
    'what a program cannot have anywhere here',
    'import subprocess\nsubprocess.run(["ls"])',
    'OSError: [Errno 52] a page cannot start other programs, since there is no operating system here: use multiprocessing to run more Python',
  ],
])('%s', { timeout: 180_000 }, async (_, source, words) => {
  expect(wordsOf(await page.explore(programOf(source), reduced, { maxRuns: 3 }))).toEqual([words]);
  expect(wordsOf(await page.explore(programOf(source), reduced, { maxRuns: 3 }))).toEqual([words]);
});
