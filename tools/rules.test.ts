import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programOf, rulePairs } from '../e2e/python/schedules/rules/known';
import { isJudged, outsideOf, type PythonRow } from './rules-table.mjs';

const sorted = (outcomes: readonly string[]): readonly string[] => [...new Set(outcomes)].sort();
const rules = (pair: (typeof rulePairs)[number]) => [pair.broken, pair.fixed];

describe('the programs whose outcomes are known under each rule', () => {
  it('each have a program and a correct twin, and there are no others', () => {
    const files = readdirSync(new URL('.', programOf('add_global')));
    const expected = rulePairs.flatMap(({ name }) => [`${name}.py`, `${name}_fixed.py`]);
    expect(files.sort()).toEqual(expected.sort());
  });

  it('can without the GIL do whatever they can with it', () => {
    for (const pair of rulePairs)
      for (const { gil, freeThreaded } of rules(pair)) {
        expect(gil, pair.name).toEqual(sorted(gil));
        expect(freeThreaded, pair.name).toEqual(sorted(freeThreaded));
        expect(freeThreaded, pair.name).toEqual(expect.arrayContaining([...gil]));
      }
  });

  it('have twins that do alike under both rules, and nothing new', () => {
    for (const { name, broken, fixed } of rulePairs) {
      expect(fixed.freeThreaded, name).toEqual(fixed.gil);
      expect(broken.gil, name).toEqual(expect.arrayContaining([...fixed.gil]));
    }
  });

  it('name what is peculiar only among what is known', () => {
    for (const { name, broken, inside = [], older } of rulePairs) {
      expect(broken.freeThreaded, name).toEqual(expect.arrayContaining([...inside]));
      for (const outcome of [...inside, ...(older?.outcomes ?? [])]) expect(broken.gil, name).not.toContain(outcome);
    }
  });

  it('came to nothing else natively, and threads gave up the GIL nowhere else', () => {
    const recorded = new URL('../e2e/python/schedules/rules/native.json', import.meta.url);
    const rows: Record<string, PythonRow> = JSON.parse(readFileSync(recorded, 'utf8'));
    const judged = Object.values(rows).filter(isJudged);
    expect(judged.some(({ gil }) => gil) && judged.some(({ gil }) => !gil)).toBe(true);
    for (const row of judged) {
      expect(outsideOf(row, rulePairs), row.name).toEqual([]);
      expect(row.places?.elsewhere ?? {}, row.name).toEqual({});
    }
  });
});
