/** Hashes, random numbers and names could make two runs of one schedule differ, and do not. */
import { expect, it } from 'vitest';
import { openSchedules, programOf } from './page';

it('has one order of sets, and equal random numbers and names, in two browsers', { timeout: 300_000 }, async () => {
  const source = `import random, threading
print({"one", "two", "three", "four", "five"}, hash("six"))
print(random.random(), threading.Thread().name)
`;
  const printed: string[] = [];
  for (let browser = 0; browser < 2; browser += 1) {
    const page = await openSchedules();
    const { result } = await page.replay(programOf(source), [], 100).finally(() => page.close());
    printed.push(JSON.stringify(result));
  }
  expect(printed[0]).toContain('"kind":"finished"');
  expect(printed[1]).toBe(printed[0]);
});
