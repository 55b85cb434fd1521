/**
 * The statements of the lessons' tables (`src/lessons/<lesson>/statements/`): all schedules of each program, under each rule of CPython, end as `schedules.json` beside them
 * says. With `TIMESLICE_RECORD=1` that file is written anew, to be read before it is kept.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cpythonRules } from '../../../src/core/schedule/rule';
import { inWords, programAt, reduced } from './search';
import { schedulesForTests } from './page';

const lessons = fileURLToPath(new URL('../../../src/lessons/', import.meta.url));
const folders = readdirSync(lessons)
  .map((lesson) => `${lessons}${lesson}/statements/`)
  .filter((folder) => existsSync(folder));
const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith('.py') ? [file.slice(0, -'.py'.length)] : []));

const page = schedulesForTests();

describe.each(folders)('%s', (folder) => {
  const file = `${folder}schedules.json`;
  const read = (): Record<string, unknown> =>
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};

  it.each(namesIn(folder))('%s.py', { timeout: 300_000 }, async (name) => {
    const found: Record<string, unknown> = {};
    for (const rule of cpythonRules) {
      // As “Is it safe?” asks, so that a reader who presses it finds the figures of the table.
      const program = programAt(`${folder}${name}.py`, { granularity: rule });
      const { conclusive, schedules, outcomes } = await page.explore(program, reduced, { maxRuns: 20_000 });
      expect(conclusive).toBe(true);
      const ends = outcomes.map((row) => [inWords(row.outcome), row.schedules] as const);
      found[rule] = { schedules, ends: Object.fromEntries(ends.toSorted(([a], [b]) => a.localeCompare(b))) };
    }
    if (process.env['TIMESLICE_RECORD'] !== undefined)
      writeFileSync(file, `${JSON.stringify({ ...read(), [name]: found }, null, 2)}\n`);
    expect(found).toEqual(read()[name]);
  });

  it('lists no program that is gone', () => expect(Object.keys(read()).sort()).toEqual([...namesIn(folder)].sort()));
});
