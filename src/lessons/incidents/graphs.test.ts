import { ValiError } from 'valibot';
import { describe, expect, it } from 'vitest';
import { incidentIndex } from './incidentIndex';
import { linesOf, parseGraphs, shapes } from './graphs';
import text from './recorded.json?raw';

const rows = parseGraphs(text);
const last = (of: string, line = 0): number => {
  const shape = shapes[of];
  return shape === undefined ? Number.NaN : (linesOf(rows, shape).lines[line]?.points.at(-1)?.y ?? Number.NaN);
};

describe('the graphs of the incidents', () => {
  it.each(incidentIndex)('$id has one, with a line for each series', ({ id }) => {
    const shape = shapes[id];
    expect(shape === undefined ? [] : linesOf(rows, shape).lines.map(({ points }) => points.length > 1)).toEqual(
      ['friday', 'hits', 'goodbye'].includes(id) ? [true, true] : [true],
    );
  });

  it('show what the reports tell', () => {
    expect(last('seat')).toBeGreaterThan(0);
    expect(
      Math.max(
        ...(shapes['freeze'] === undefined
          ? []
          : (linesOf(rows, shapes['freeze']).lines[0]?.points ?? []).map(({ y }) => y)),
      ),
    ).toBeGreaterThan(500);
    expect([last('friday', 0) < 3, last('friday', 1)]).toEqual([true, 12]);
    expect([last('hits', 0), last('hits', 1) > 0]).toEqual([0, true]);
    expect(last('goodbye', 0) - last('goodbye', 1)).toBe(10);
  });

  it('refuses figures that are none', () => expect(() => parseGraphs('[{"python": 3}]')).toThrow(ValiError));
});
