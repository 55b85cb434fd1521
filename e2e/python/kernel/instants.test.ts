/** A signal that comes while a wait begins ends that wait. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pythonForTests } from '../tab';

const page = pythonForTests();

it('a wait is ended by a signal that comes before its thread is parked', { timeout: 300_000 }, async () => {
  const source = readFileSync(new URL('instants.py', import.meta.url), 'utf8');
  const { outcome, stdout, stderr } = await page.run(source, { timeoutMs: 110_000 });
  expect({ status: outcome.status, stdout, stderr }).toEqual({
    status: 'finished',
    stdout: 'True\n'.repeat(3),
    stderr: '',
  });
});
