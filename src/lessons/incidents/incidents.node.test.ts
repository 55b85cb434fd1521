import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { puzzles } from '../puzzles';
import { incidentIndex, puzzleOf } from './incidentIndex';
import { incidents } from './incidents';

describe('the incidents', () => {
  it('are the first sections of the lesson, by their titles', () => {
    const prose = readFileSync(new URL('lesson.mdx', import.meta.url), 'utf8');
    const headings = [...prose.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.slice(0, incidentIndex.length)).toEqual(incidentIndex.map(({ title }) => title));
  });

  it('are those of the index, with its diagnoses', () =>
    expect(
      incidents.map(({ id, diagnosis }) => ({
        id,
        right: diagnosis.options.filter(({ right }) => right).map((one) => one.id),
      })),
    ).toEqual(incidentIndex.map(({ id, diagnosis }) => ({ id, right: [diagnosis] }))));

  it.each(incidents)(
    '$id has places to look at, wrong answers that explain themselves, and a program to mend',
    ({ id, places, diagnosis }) => {
      expect(places).toHaveLength(4);
      expect(new Set(places.map((place) => place.id)).size).toBe(4);
      expect(diagnosis.options).toHaveLength(3);
      for (const { why } of diagnosis.options) expect(why).toMatch(/\.$/);
      expect(puzzles.map((puzzle) => puzzle.id)).toContain(puzzleOf(id));
    },
  );
});
