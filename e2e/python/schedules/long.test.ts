/** Long texts are told with their middle left out, and are compared as a whole. */
import { expect, it } from 'vitest';
import { tabForTests } from '../tab';
import { everything, explore, programOf } from './search';

const tab = tabForTests();

const twoOrders = `import threading
order = []
threads = [threading.Thread(target=order.append, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
text = "x" * 40_000 + "".join(order) + "y" * 40_000
`;

it.each([
  ['what is printed', 'print(text)', []],
  ['what is raised', 'raise ValueError(text)', []],
  ['a variable that is watched', '', ['text']],
])('long: %s', { timeout: 180_000 }, async (_, last, watch) => {
  const [found] = await explore(tab, [
    { program: programOf(twoOrders + last, { watch, accesses: false }), mode: everything, maxRuns: 500 },
  ]);
  const outcomes = found?.outcomes ?? [];
  expect([found?.conclusive, outcomes.length]).toEqual([true, 2]);
  for (const { outcome } of outcomes) {
    expect(JSON.stringify(outcome).length).toBeLessThan(6000);
    expect(JSON.stringify(outcome)).toMatch(/xx\\n… 7\d,\d{3} characters are left out here …\\nyy/);
  }
});
