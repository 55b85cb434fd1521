import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recorded } from '../without-gil/recorded';

const lesson = readFileSync(new URL('../without-gil/lesson.mdx', import.meta.url), 'utf8');

const costs = ['add_up', 'call', 'make_objects', 'memory'] as const;

it('the table of what one thread costs has the figures that were recorded', () => {
  const rows = [
    ...lesson.matchAll(/^\| (3\.[\dt.]+), ([^|]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm),
  ].map(([, ...cells]) => cells);
  const wanted = recorded.map(({ python, implementation, build, costs: own }) => [
    python + (implementation.includes('free') ? 't' : ''),
    build === 'not an optimised build' ? 'not optimised' : 'optimised',
    ...costs.map((cost) => (own[cost]?.median ?? 0).toFixed(cost === 'memory' ? 0 : 2)),
  ]);
  expect(rows).toEqual(wanted);
});
