import { expect, test } from '../../support/python';
import { programsThatGoWrong } from './programsThatGoWrong';
import { expectNextRunWorks } from './running';

test.describe('Programs that go wrong', () => {
  for (const [what, { source, outcome, stdout, stderr }] of Object.entries(programsThatGoWrong)) {
    test(`${what}: said clearly, and the next run works`, async ({ python }) => {
      const page = await python();
      const ran = await page.run(source);
      expect(ran.outcome).toMatchObject(outcome);
      if (typeof stdout === 'string') expect(ran.stdout).toBe(stdout);
      if (typeof stderr === 'string') expect(ran.stderr).toBe(stderr);
      else if (stderr !== undefined) expect(ran.stderr).toMatch(stderr);
      await expectNextRunWorks(page);
    });
  }

  test('a million lines are cut short, and the page hears other things meanwhile', async ({ python }) => {
    const page = await python();
    const busy = page.evaluate(async () => {
      let longest = 0;
      for (let last = performance.now(), until = last + 1500; last < until;) {
        await new Promise((done) => setTimeout(done, 5));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
      return longest;
    }, null);
    const { outcome, stdout, stderr } = await page.run('for number in range(1_000_000):\n    print("line", number)');
    expect(outcome.status).toBe('finished');
    expect(stdout.length).toBeLessThanOrEqual(4_000_000);
    expect(stderr).toContain('first 4,000,000 characters');
    // A page that hears nothing while the program writes is deaf for seconds.
    expect(await busy).toBeLessThan(1000);
    await expectNextRunWorks(page);
  });
});
