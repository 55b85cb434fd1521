import { expect } from '../support/fixtures';
import { startMs } from '../support/pythonRun';
import { scheduler, schedulerPath } from '../support/scheduler';
import { visit } from '../support/visit';
import { test } from '../support/withPython';

const rounds = 120;
const source = `import threading

total = 0


def work():
    global total
    for _ in range(${rounds}):
        seen = total
        total = seen + 1


one, two = threading.Thread(target=work), threading.Thread(target=work)
one.start()
two.start()
one.join()
two.join()
`;

/** Where a thread of the program stands: about to run the \`for\`, to read, or to write. */
class Worker {
  #next: 'for' | 'read' | 'write' = 'for';
  #seen = 0;

  /** Takes a step; the total after it. */
  step(total: number): number {
    if (this.#next === 'write') {
      this.#next = 'for';
      return this.#seen + 1;
    }
    if (this.#next === 'read') this.#seen = total;
    this.#next = this.#next === 'for' ? 'read' : 'write';
    return total;
  }
}

test('300 steps by keys each show what the program has done, and a replay shows the last of them', async ({ page }) => {
  test.slow();
  await visit(page, schedulerPath);
  const bench = scheduler(page);
  await bench.ready();
  // By line, so that every step of a thread is a line.
  await page.getByRole('radio', { name: 'anywhere' }).check();
  await bench.ready();
  await bench.button('Edit').click();
  await bench.write(source);
  await bench.button('Step').click();
  await bench.ready();
  const board = page.getByRole('region', { name: 'Step', exact: true }).locator('.step-board');
  const count = board.locator('.told-count');
  const total = board
    .getByRole('group', { name: 'Shared variables' })
    .locator('dl > div', { hasText: 'total' })
    .locator('dd');
  /** A value that has just changed says what it was. */
  const shows = (value: number): RegExp => new RegExp(String.raw`^${value}(was \d+)?$`);
  const first = Number(/^Step (\d+)/.exec(await count.innerText())?.[1]);

  const workers = [new Worker(), new Worker()];
  const press = async (thread: number, step: number): Promise<void> => {
    await page.keyboard.press(String(thread + 1));
    await expect(count).toHaveText(new RegExp(`^Step ${step}(,| of )`));
  };
  let sum = 0;
  // Threads take turns of two steps, so that many updates are lost.
  for (let step = 0; step < 300; step += 1) {
    const thread = (step >> 1) % 2;
    sum = workers[thread]?.step(sum) ?? sum;
    await press(thread, first + step + 1);
    await expect(total).toHaveText(shows(sum));
  }
  expect(sum).toBeLessThan(90);

  await test.step('going back, and on otherwise, and on as before', async () => {
    const before = await board.locator('.step-shared').innerText();
    for (let back = 0; back < 3; back += 1) await page.keyboard.press('u');
    await expect(count).toHaveText(new RegExp(`^Step ${first + 297} of ${first + 300}`));
    await press(1, first + 298);
    await page.keyboard.press('u');
    await press(0, first + 298);
    await press(1, first + 299);
    await press(1, first + 300);
    await expect(board.locator('.step-shared')).toHaveText(before, { useInnerText: true });
  });

  await test.step('the page is loaded again, and takes all steps anew', async () => {
    const [happened, columns] = await Promise.all([
      board.locator('.told-happened').innerText(),
      board.locator('.deck-threads').innerText(),
    ]);
    await page.reload();
    await expect(count).toHaveText(new RegExp(`^Step ${first + 300}(,| of )`), { timeout: startMs });
    await expect(total).toHaveText(shows(sum));
    await expect(board.locator('.told-happened')).toHaveText(happened, { useInnerText: true });
    await expect(board.locator('.deck-threads')).toHaveText(columns, { useInnerText: true });
  });
});
