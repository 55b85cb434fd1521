import { runInLesson } from '../support/pythonRun';
import { expect } from '../support/fixtures';
import { test } from '../support/withPython';
import { visit } from '../support/visit';

/** A program with a mistake that the course names, and the words that help. */
const mistakes: readonly (readonly [string, string, RegExp])[] = [
  [
    'a pool without a main guard',
    'from concurrent.futures import ProcessPoolExecutor\ndef work(n): return n\nwith ProcessPoolExecutor(1) as pool:\n    print(list(pool.map(work, [1])))',
    /starts processes at its top level/,
  ],
  [
    'input() in a process',
    'import multiprocessing\ndef ask(): input()\nif __name__ == "__main__":\n    process = multiprocessing.Process(target=ask)\n    process.start()\n    process.join()',
    /empty standard input/,
  ],
  [
    'a lambda for a process',
    'from concurrent.futures import ProcessPoolExecutor\nif __name__ == "__main__":\n    with ProcessPoolExecutor(1) as pool:\n        print(list(pool.map(lambda n: n, [1])))',
    /a function only by its name/,
  ],
  [
    'a call as target',
    'import threading\ndef work(): return 5\nthreading.Thread(target=work()).start()',
    /target=f\(\)/,
  ],
  ['args without a comma', 'import threading\nthreading.Thread(target=print, args=(1)).start()', /args takes a tuple/],
  [
    'a pool that waits for itself',
    'from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(1)\ndef outer(): return pool.submit(int).result()\nprint(pool.submit(outer).result())',
    /no thread is left to do it/,
  ],
  [
    'a coroutine that nobody awaits',
    'import asyncio\nasync def work(): pass\nasync def main(): work()\nasyncio.run(main())',
    /runs nothing of it/,
  ],
];

test('a run that shows a mistake says what to do, and leads to where the course tells of it', async ({ page }) => {
  await visit(page, './threads/', { isolated: true });
  const advice = page.locator('.program-run').first().locator('.run-advice');
  for (const [what, source, words] of mistakes) {
    await runInLesson(page, source);
    await expect(advice, what).toHaveText(words);
  }
  await runInLesson(page, 'print("fine")');
  await expect(advice).toHaveCount(0);

  await runInLesson(page, String(mistakes[0]?.[1]));
  await advice.getByRole('link').click();
  await expect(page).toHaveURL(/\/gil\/#more-printers-processes$/);
});
