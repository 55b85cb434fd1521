import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Losses {
  readonly repeats: number;
  readonly lost: Readonly<Record<string, { readonly least: number; readonly most: number }>>;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const recorded = JSON.parse(read('losses.json')) as Readonly<Record<string, Losses>>;
const count = (figure: number): string => figure.toLocaleString('en');

it('the table of lost updates has the figures that were recorded, of five runs each', () => {
  const rows = [...read('../sharing/lesson.mdx').matchAll(/^\| (3\.[^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  const wanted = Object.entries(recorded).map(([name, { lost }]) => {
    const [, free = '', version = ''] = /^CPython(, free-threaded)? (.*)$/.exec(name) ?? [];
    const cells = ['counter_plain', 'counter_call'].map((counter) => {
      const { least = 0, most = 0 } = lost[counter] ?? {};
      return least === most ? count(most) : `${count(least)} to ${count(most)}`;
    });
    return [version + free, ...cells];
  });
  expect(rows).toEqual(wanted);
  expect(Object.values(recorded).map(({ repeats }) => repeats)).toEqual(Object.keys(recorded).map(() => 5));
});
