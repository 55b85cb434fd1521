import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}
interface Row {
  readonly python: string;
  readonly repeats: number;
  readonly figures: Readonly<Record<string, Readonly<Record<string, Spread>>>>;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const lesson = read('../how-many/lesson.mdx');
const rowsOf = (file: string): readonly Row[] => JSON.parse(read(file)) as readonly Row[];
const inWords = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

it('the table of how late a thread wakes has the least and the most of all runs', () => {
  const recorded = rowsOf('convoy.json');
  const range = (beside: string, figure: string): string => {
    const spreads = recorded.map(({ figures }) => figures[beside]?.[figure] ?? { median: NaN, least: NaN, most: NaN });
    const least = inWords(Math.min(...spreads.map((spread) => spread.least)));
    const most = inWords(Math.max(...spreads.map((spread) => spread.most)));
    return least === most ? most : `${least} to ${most}`;
  };
  const rows = [...lesson.matchAll(/^\| (none|one|two|three) \| ([^|]+) ms \| ([^|]+) ms \| ([^|]+) ms \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  expect(rows).toEqual(
    ['none', 'one', 'two', 'three'].map((name, at) => [
      name,
      ...['median', 'twentieth', 'worst'].map((figure) => range(String(at), figure)),
    ]),
  );
  for (const { python, repeats } of recorded) {
    expect(lesson).toContain(python);
    expect(repeats).toBe(3);
  }
});

it('the table of more processes than cores has the medians that were recorded, of three runs each', () => {
  const recorded = rowsOf('crowd.json');
  const rows = [...lesson.matchAll(/^\| (\d+) \|(.* MB) \|$/gm)].map(([, workers, rest = '']) => [
    workers,
    ...rest.split('|').map((cell) => cell.trim()),
  ]);
  const cells = (figures: Readonly<Record<string, Spread>> | undefined): readonly string[] => [
    `${(figures?.['seconds']?.median ?? NaN).toFixed(1)} s`,
    `${figures?.['megabytes']?.median ?? NaN} MB`,
  ];
  const counts = Object.keys(recorded[0]?.figures ?? {});
  expect(rows).toEqual(counts.map((count) => [count, ...recorded.flatMap(({ figures }) => cells(figures[count]))]));
  expect(recorded.map(({ repeats }) => repeats)).toEqual([3, 3]);
});
