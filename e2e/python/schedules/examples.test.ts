/**
 * The site's programs for stepping: each has exactly the outcomes that stand in the `.outcomes.json` beside it, with two preemptions at most; those with tasks of asyncio
 * also those in `.any_order.json`, if their tasks may go on in any order.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { programOf, schedulesForTests, wordsOf } from './page';

const folder = fileURLToPath(new URL('../../../src/lab/scheduler/examples/', import.meta.url));
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.py') ? [file.slice(0, -3)] : []));

const page = schedulesForTests();

it('are at least a dozen', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

it.each(names)('%s.py', { timeout: 60_000 }, async (name) => {
  const source = readFileSync(`${folder}${name}.py`, 'utf8');
  const summary = await page.explore(programOf(source, { mainFirst: true, accesses: false }), {
    reduction: 'none',
    preemptions: 2,
  });
  expect(summary.conclusive).toBe(true);
  expect([...new Set(wordsOf(summary))]).toEqual(JSON.parse(readFileSync(`${folder}${name}.outcomes.json`, 'utf8')));
});

it.each(names.filter((name) => readFileSync(`${folder}${name}.py`, 'utf8').includes('asyncio')))(
  '%s.py, its tasks in any order',
  { timeout: 60_000 },
  async (name) => {
    const source = readFileSync(`${folder}${name}.py`, 'utf8');
    const summary = await page.explore(programOf(source, { mainFirst: true, accesses: false, tasks: 'any order' }), {
      reduction: 'none',
      preemptions: 2,
    });
    expect(summary.conclusive).toBe(true);
    expect([...new Set(wordsOf(summary))]).toEqual(JSON.parse(readFileSync(`${folder}${name}.any_order.json`, 'utf8')));
  },
);
