import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Spread {
  readonly least: number;
  readonly most: number;
}
interface Row {
  readonly python: string;
  readonly implementation: string;
  readonly build: string;
  readonly repeats: number;
  readonly kilobytes: Readonly<Record<string, Spread>>;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const recorded = JSON.parse(read('memory.json')) as readonly Row[];
const lesson = read('../pressure/lesson.mdx');

const inWords = (kilobytes: number): string => kilobytes.toLocaleString('en-US');
const cell = ({ least, most }: Spread): string =>
  least === most ? inWords(most) : `${inWords(least)} to ${inWords(most)}`;

it('the table of what a hundred thousand jobs need has the figures that were recorded', () => {
  const rows = [...lesson.matchAll(/^\| (3\.[^|]+) \| ([\d,to ]+) \| ([\d,to ]+) \| ([\d,to ]+) \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  const wanted = recorded.map(({ python, implementation, build, kilobytes }) => [
    python + implementation.replace('CPython', '') + (build === 'not an optimised build' ? ', not optimised' : ''),
    ...['semaphore', 'queue', 'place-first'].map((strategy) => cell(kilobytes[strategy] ?? { least: 0, most: 0 })),
  ]);
  expect(rows).toEqual(wanted);
  expect(
    [...new Set(recorded.map(({ repeats }) => repeats))].map((runs) => lesson.includes(`of ${runs} runs`)),
  ).toEqual([true]);
});
