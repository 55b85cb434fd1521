/** What a program imports on its way is there before the first run that counts. */
import { expect, it } from 'vitest';
import { openSchedules, programOf } from './page';

/** That module makes a lock of its own when it is loaded, which must not be counted among the thread's. */
const source = `import threading, time
time.strptime("1", "%d")
lock = threading.Lock()
def use():
    with lock:
        pass
thread = threading.Thread(target=use)
thread.start()
thread.join()
`;

it('names the locks of the first run like those of the next', { timeout: 180_000 }, async () => {
  const page = await openSchedules();
  const runs = [await page.replay(programOf(source), [], 200), await page.replay(programOf(source), [], 200)].map(
    ({ result }) => JSON.stringify(result),
  );
  await page.close();
  expect(runs[0]).toContain('finished');
  expect(runs[0]).toContain('lock 0.');
  expect(runs[1]).toBe(runs[0]);
});
