import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Spread {
  readonly least: number;
  readonly most: number;
}
interface Overtaken {
  readonly build: string;
  readonly repeats: number;
  readonly median: Spread;
  readonly worst: Spread;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const recorded = JSON.parse(read('overtaken.json')) as Readonly<Record<string, Overtaken>>;
const cell = ({ least, most }: Spread): string => (least === most ? `${most}` : `${least} to ${most}`);

it('the table of who gets the lock has the figures that were recorded, of twenty runs each', () => {
  const rows = [...read('../stuck/lesson.mdx').matchAll(/^\| (3\.[^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  const wanted = Object.entries(recorded).map(([name, { build, median, worst }]) => {
    const [, free = '', version = ''] = /^CPython(, free-threaded)? (.*)$/.exec(name) ?? [];
    const optimised = build === 'not an optimised build' ? ', not optimised' : '';
    return [version + free + optimised, cell(median), cell(worst)];
  });
  expect(rows).toEqual(wanted);
  expect(Object.values(recorded).map(({ repeats }) => repeats)).toEqual(Object.keys(recorded).map(() => 20));
});
