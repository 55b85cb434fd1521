import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyProgress, formatProgress, mergeProgress, parseProgress, type Progress } from './progressFile';

const key = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
const progress: fc.Arbitrary<Progress> = fc.record({
  visited: fc.uniqueArray(key, { maxLength: 8 }),
  answers: fc.dictionary(key, key, { noNullPrototype: true }),
  predictions: fc.dictionary(
    key,
    fc.oneof(
      fc.record({ kind: fc.constant('rank' as const), order: fc.array(key, { maxLength: 4 }) }),
      fc.record({ kind: fc.constant('choice' as const), option: key }),
      fc.record({ kind: fc.constant('skipped' as const) }),
    ),
    { noNullPrototype: true },
  ),
  solved: fc.uniqueArray(key, { maxLength: 8 }),
  fewest: fc.dictionary(key, fc.nat(20)),
});

describe('the progress file', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(progress, (p) => {
        expect(parseProgress(formatProgress(p))).toEqual({ status: 'ok', progress: p });
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        expect(['ok', 'newer', 'corrupt']).toContain(parseProgress(raw).status);
      }),
    );
  });

  it('reads what was written before there were puzzles', () => {
    const { solved: _, fewest: __, ...old } = { ...emptyProgress, visited: ['gil'] };
    expect(parseProgress(JSON.stringify({ site: 'timeslice', version: 1, progress: old }))).toEqual({
      status: 'ok',
      progress: { ...emptyProgress, visited: ['gil'] },
    });
  });

  it('leaves a newer version alone', () => {
    expect(parseProgress('{"site":"timeslice","version":7,"progress":{"stars":3}}')).toEqual({
      status: 'newer',
      version: 7,
    });
  });

  it.each(['', 'nonsense', '{}', '{"site":"timeslice","version":1,"progress":{"visited":"all"}}'])(
    'calls %j corrupt',
    (raw) => {
      expect(parseProgress(raw)).toEqual({ status: 'corrupt' });
    },
  );

  it.each([
    { visited: [1] },
    { visited: ['x'.repeat(61)] },
    { visited: Array.from({ length: 201 }, String) },
    { answers: { a: 1 } },
    { answers: null },
    { predictions: { a: { kind: 'rank', order: 'b' } } },
    { predictions: { a: { kind: 'choice' } } },
    { predictions: { a: { kind: 'guess' } } },
    { predictions: { a: null } },
    { solved: 'all' },
    { fewest: { record: -1 } },
  ])('accepts nothing that it does not know: %j', (wrong) => {
    const whole = JSON.parse(formatProgress({ ...emptyProgress, visited: ['gil'] }));
    expect(parseProgress(JSON.stringify({ ...whole, progress: { ...whole.progress, ...wrong } }))).toEqual({
      status: 'corrupt',
    });
    expect(parseProgress(JSON.stringify({ ...whole, site: 'another' }))).toEqual({ status: 'corrupt' });
  });

  it('merges without losing a visit, an answer, a prediction or a solved puzzle', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const merged = mergeProgress(a, b);
        expect(new Set(merged.visited)).toEqual(new Set([...a.visited, ...b.visited]));
        expect(merged.answers).toMatchObject(b.answers);
        for (const [puzzle, count] of Object.entries(merged.fewest))
          expect(count).toBe(Math.min(a.fewest[puzzle] ?? Infinity, b.fewest[puzzle] ?? Infinity));
        expect(new Set(merged.solved)).toEqual(new Set([...a.solved, ...b.solved]));
        for (const id of Object.keys(a.predictions)) expect(merged.predictions).toHaveProperty([id]);
      }),
    );
    expect(mergeProgress(emptyProgress, emptyProgress)).toEqual(emptyProgress);
  });
});
