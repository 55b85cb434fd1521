/**
 * The site's programs for stepping: each has exactly the outcomes that stand in the `.outcomes.json` beside it, by rule; those with tasks of asyncio also those in
 * `.any_order.json`, if their tasks may go on in any order. With `TIMESLICE_RECORD=1` the lists are written anew, to be read before they are kept.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cpythonRules, type CPythonRule } from '../../../src/core/schedule/rule';
import type { TaskOrder } from '../../../src/core/python/pythonSchedules';
import { programOf, reduced, schedulesForTests, wordsOf } from './page';

type Outcomes = Readonly<Record<CPythonRule, readonly string[]>>;

const folder = fileURLToPath(new URL('../../../src/lab/scheduler/examples/', import.meta.url));
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.py') ? [file.slice(0, -3)] : []));
const sourceOf = (name: string): string => readFileSync(`${folder}${name}.py`, 'utf8');

const page = schedulesForTests();

/** All that a program can come to, by rule. */
async function outcomesOf(name: string, tasks: TaskOrder): Promise<Outcomes> {
  const found: Partial<Record<CPythonRule, readonly string[]>> = {};
  for (const rule of cpythonRules) {
    const program = programOf(sourceOf(name), { granularity: rule, mainFirst: true, tasks });
    const summary = await page.explore(program, reduced, { maxRuns: 20_000 });
    expect(summary.conclusive).toBe(true);
    found[rule] = [...new Set(wordsOf(summary))];
  }
  return found as Outcomes;
}

/** The list that lies beside a program, which is written first where that is wanted. */
function listOf(name: string, kind: string, found: Outcomes): Outcomes {
  const path = `${folder}${name}.${kind}.json`;
  if (process.env['TIMESLICE_RECORD'] !== undefined) writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
  return JSON.parse(readFileSync(path, 'utf8')) as Outcomes;
}

it.each(names)('%s.py', { timeout: 300_000 }, async (name) => {
  const found = await outcomesOf(name, 'in order');
  expect(found).toEqual(listOf(name, 'outcomes', found));
});

it.each(names.filter((name) => sourceOf(name).includes('asyncio')))(
  '%s.py, its tasks in any order',
  { timeout: 300_000 },
  async (name) => {
    const found = await outcomesOf(name, 'any order');
    expect(found).toEqual(listOf(name, 'any_order', found));
  },
);
