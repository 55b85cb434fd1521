import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitNumber, initialValues, readParams, writeParams } from './paramUrl';

const params = {
  pages: { kind: 'number', label: 'Pages', unit: 'pages', min: 1, max: 12, step: 1, initial: 3 },
  latencyMs: { kind: 'number', label: 'Latency', unit: 'ms', min: 50, max: 3000, step: 50, initial: 1000 },
  ownUrls: { kind: 'text', label: 'Your own addresses', initial: '', maxLength: 2000 },
} as const;
const initial = initialValues(params);
const read = (...query: (readonly [string, string])[]) => readParams(params, initial, 'downloads', query);

const values = fc.record({
  pages: fc.integer({ min: 1, max: 12 }),
  latencyMs: fc.integer({ min: 1, max: 60 }).map((steps) => steps * 50),
  ownUrls: fc.string({ maxLength: 200 }).filter((text) => text === text.toWellFormed()),
});

describe('parameters in the URL', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(values, (changed) => {
        const all = { ...initial, ...changed };
        const query = writeParams(initial, all, 'downloads', [['other.pages', '2']]);
        expect(query).toContainEqual(['other.pages', '2']);
        expect(readParams(params, initial, 'downloads', query)).toEqual({ values: all, complaints: [] });
      }),
    );
  });

  it('leave the address alone where nothing was changed', () => {
    expect(writeParams(initial, initial, 'downloads', [])).toEqual([]);
  });

  it('stay within their range whatever the address says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (raw) => {
        const { values: got } = read(['downloads.latencyMs', raw]);
        expect(got['latencyMs']).toBeGreaterThanOrEqual(50);
        expect(got['latencyMs']).toBeLessThanOrEqual(3000);
        expect(Number(got['latencyMs']) % 50).toBe(0);
      }),
    );
  });

  it('complain in words about nonsense', () => {
    const { values: got, complaints } = read(
      ['downloads.pages', '900'],
      ['downloads.latencyMs', 'soon'],
      ['downloads.colour', 'red'],
      ['unrelated', '1'],
    );
    expect(got).toEqual({ ...initial, pages: 12 });
    expect(complaints).toEqual([
      'Pages: 900 is not between 1 and 12, so it is 12 pages.',
      'Latency: “soon” is not a number, so it stays 1000 ms.',
      'The address sets “colour”, which this experiment does not have.',
    ]);
  });

  it('complain once about each key, and no more than a few times', () => {
    expect(read(['downloads.pages', 'x'], ['downloads.pages', 'x']).complaints).toHaveLength(1);
    const { complaints } = read(...Array.from({ length: 900 }, (_, i) => [`downloads.q${i}`, '1'] as const));
    expect(complaints).toHaveLength(6);
    expect(complaints[5]).toBe('895 more things in the address could not be used.');
  });

  it('do not fall for names that every object has', () => {
    expect(read(['downloads.constructor', '1'], ['downloads.__proto__', '2']).complaints).toHaveLength(2);
  });

  it('fit onto steps of a tenth without stray digits', () => {
    expect(
      fitNumber(
        { kind: 'number', label: 'Work', unit: '', min: 0, max: 100, step: 0.1, initial: 0 },
        '0.30000000000000004',
      ).value,
    ).toBe(0.3);
  });
});
