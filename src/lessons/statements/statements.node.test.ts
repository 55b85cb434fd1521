import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { answerOf, isFree, nameOf, shownRows, type StatementSet } from './statement';

const modules = import.meta.glob<{ readonly statements: StatementSet }>('../*/statements.ts', { eager: true });

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const nativeRows = v.array(
  v.object({
    python: v.string(),
    implementation: v.string(),
    build: v.string(),
    cores: v.pipe(count, v.minValue(1)),
    os: v.string(),
    note: v.optional(v.string()),
    date: v.pipe(v.string(), v.isoDate()),
    repeats: v.pipe(count, v.minValue(1)),
    rounds: v.pipe(count, v.minValue(1)),
    wrong: v.record(
      v.string(),
      v.pipe(
        v.object({ least: count, most: count }),
        v.check(({ least, most }) => least <= most, 'The least is not above the most.'),
      ),
    ),
  }),
);

const all = await Promise.all(
  Object.entries(modules).map(async ([path, { statements }]) => ({
    path,
    set: statements,
    outcomes: await statements.outcomes(),
  })),
);

describe.each(all)('the statements of $path', ({ path, set, outcomes }) => {
  const folder = new URL(`${path.replace('.ts', '')}/`, import.meta.url);
  const ids = set.statements.map(({ id }) => id);

  it('each have a program of their name, its schedules, and a count on each Python', () => {
    const files = readdirSync(folder).flatMap((file) => (file.endsWith('.py') ? [file.slice(0, -'.py'.length)] : []));
    const sorted = ids.toSorted();
    expect(files.sort()).toEqual(sorted);
    expect(set.statements.map(({ program }) => program.name)).toEqual(ids.map((id) => `${id}.py`));
    expect(Object.keys(outcomes.tried).sort()).toEqual(sorted);
    expect(Object.keys(outcomes.why).sort()).toEqual(sorted);
    for (const { wrong } of v.parse(nativeRows, outcomes.native)) expect(Object.keys(wrong).sort()).toEqual(sorted);
  });

  it('end with a line that counts what went wrong', () => {
    for (const { id, wrong } of set.statements) {
      const word = wrong === 'lost' ? 'Lost' : 'Raised';
      expect(readFileSync(new URL(`${id}.py`, folder), 'utf8')).toMatch(
        new RegExp(`^print\\("${word}", .+\\)\n$`, 'm'),
      );
      const ends = Object.values(outcomes.tried[id] ?? {}).flatMap((tried) => Object.keys(tried.ends));
      expect(ends.filter((end) => !new RegExp(`^${word} \\d$`).test(end.trim()))).toEqual([]);
    }
  });

  it('shows Pythons that were recorded', () => {
    expect(shownRows(outcomes).map(nameOf)).toHaveLength(outcomes.shown.length);
  });

  it('went wrong natively as the schedules say, with the GIL since 3.10', () => {
    for (const row of outcomes.native.filter(({ python }) => !python.startsWith('3.9.')))
      for (const statement of set.statements) {
        const tried = outcomes.tried[statement.id];
        const answer = tried === undefined ? null : answerOf(statement, tried);
        const expected = answer === 'both' || (answer === 'free-threaded' && isFree(row));
        expect([nameOf(row), statement.id, (row.wrong[statement.id]?.most ?? 0) > 0]).toEqual([
          nameOf(row),
          statement.id,
          expected,
        ]);
      }
  });
});
