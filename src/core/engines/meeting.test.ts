import { epochMs } from '../base/clock';
import { expect, test } from 'vitest';
import { overlapMs, whyNothingWasLost } from './meeting';

const at = (...stretches: readonly (readonly [number, number])[]) =>
  stretches.map(([from, to]) => ({ from: epochMs(from), to: epochMs(to) }));

test.each([
  [at([0, 10], [10, 20]), 0],
  [at([0, 10], [4, 20]), 6],
  [at([0, 10], [2, 5]), 3],
  [at([0, 10], [0, 10], [5, 20]), 10],
  [at([0, 10], [1, 3], [2, 4]), 3],
  [at([0, 10]), 0],
  [[], 0],
])('workers at %j met for %d ms', (stretches, ms) => {
  expect(overlapMs(stretches)).toBe(ms);
});

test('a run without a loss says why', () => {
  expect(whyNothingWasLost(at([0, 10]))).toMatch(/^A worker that is alone/);
  expect(whyNothingWasLost(at([0, 17], [16, 33]))).toMatch(
    /^Of 33\u00a0ms, .* at once for 1\.0\u00a0ms: they hardly met/,
  );
  expect(whyNothingWasLost(at([0, 200], [1, 201]))).toMatch(/take turns on one core/);
});
