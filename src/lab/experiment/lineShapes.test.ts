import { expect, test } from 'vitest';
import { cornersOf } from './lineShapes';

const points = [
  { series: 'gap', x: 100, y: 101 },
  { series: 'gap', x: 900, y: 800 },
];

test('stems stand alone, from the axis to what was measured', () => {
  expect(cornersOf(points, 'stems').map(({ x, y, measured }) => [x, y, measured])).toEqual([
    [100, 0, false],
    [100, 101, true],
    [100, null, false],
    [900, 0, false],
    [900, 800, true],
    [900, null, false],
  ]);
});

test.each(['linear', 'step'] as const)('a %s line goes through what was measured and nothing else', (shape) => {
  expect(cornersOf(points, shape)).toEqual(points.map(({ x, y }) => ({ x, y, measured: true })));
});
