import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programOf, rulePairs } from '../e2e/python/schedules/rules/known';
import { isJudged, outsideOf, type PythonRow } from './rules-table.mjs';

/** The names of the pairs of which something does not hold. */
const namesOf = (isWrong: (pair: (typeof rulePairs)[number]) => boolean): readonly string[] =>
  rulePairs.filter(isWrong).map(({ name }) => name);

const isSorted = (outcomes: readonly string[]): boolean =>
  [...new Set(outcomes)].sort().join('\n') === outcomes.join('\n');
const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));

describe('the programs whose outcomes are known under each rule', () => {
  it('each have a program and a correct twin, and there are no others', () => {
    const files = readdirSync(new URL('.', programOf('add_global')));
    const expected = rulePairs.flatMap(({ name }) => [`${name}.py`, `${name}_fixed.py`]);
    expect(files.sort()).toEqual(expected.sort());
  });

  it('can without the GIL do whatever they can with it', () => {
    const outcomes = ({ broken, fixed }: (typeof rulePairs)[number]) => [broken, fixed];
    expect(
      namesOf((pair) => outcomes(pair).some((rule) => !isSorted(rule.gil) || !isSorted(rule.freeThreaded))),
    ).toEqual([]);
    expect(namesOf((pair) => outcomes(pair).some((rule) => !isWithin(rule.gil, rule.freeThreaded)))).toEqual([]);
  });

  it('have twins that do alike under both rules, and nothing new', () => {
    expect(namesOf(({ fixed }) => !isWithin(fixed.freeThreaded, fixed.gil))).toEqual([]);
    expect(namesOf(({ broken, fixed }) => !isWithin(fixed.gil, broken.gil))).toEqual([]);
  });

  it('name what is peculiar only where it is', () => {
    expect(namesOf(({ broken, inside = [] }) => !isWithin(inside, broken.freeThreaded))).toEqual([]);
    expect(
      namesOf(({ broken, inside = [], older }) =>
        [...inside, ...(older?.outcomes ?? [])].some((outcome) => broken.gil.includes(outcome)),
      ),
    ).toEqual([]);
  });

  it('came to nothing else natively, and threads gave up the GIL nowhere else', () => {
    const recorded = new URL('../e2e/python/schedules/rules/native.json', import.meta.url);
    const rows: Record<string, PythonRow> = JSON.parse(readFileSync(recorded, 'utf8'));
    const judged = Object.values(rows).filter(isJudged);
    expect(judged.some(({ gil }) => gil) && judged.some(({ gil }) => !gil)).toBe(true);
    expect(judged.flatMap((row) => outsideOf(row, rulePairs))).toEqual([]);
    expect(judged.flatMap(({ places }) => Object.keys(places?.elsewhere ?? {}))).toEqual([]);
    expect(judged.flatMap(({ searched = {} }) => Object.values(searched).flatMap(({ outside }) => outside))).toEqual(
      [],
    );
  });
});
