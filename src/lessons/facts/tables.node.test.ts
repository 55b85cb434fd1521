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
const processes = read('../processes/lesson.mdx');
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

const inFull = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** The median of a figure, with the least and the most where they differ. */
function inCell({ median, least, most }: Spread, digits: (value: number) => string): string {
  const [from, to] = [digits(least), digits(most)];
  return from === to ? digits(median) : `${digits(median)} (${from} to ${to})`;
}

/** The rows of a table of two Pythons in the lesson on processes, by what stands first in them. */
const rowOf = (first: string): readonly string[] | undefined =>
  processes
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find((cells) => cells[1]?.replaceAll('`', '') === first)
    ?.slice(2, -1);

it.each([
  ['chunks.json', 'ms', (value: number) => value.toFixed(0), 7],
  ['far.json', 'microseconds', inFull, 7],
])('the table of %s has the median, the least and the most', (file, figure, digits, repeats) => {
  const recorded = rowsOf(file);
  expect(recorded.map((row) => row.repeats)).toEqual(recorded.map(() => repeats));
  for (const name of Object.keys(recorded[0]?.figures ?? {}))
    expect(rowOf(name.replace("'", '’')), name).toEqual(
      recorded.map(({ figures }) => {
        const spread = figures[name]?.[figure];
        return spread === undefined ? '' : inCell(spread, digits);
      }),
    );
});

it('the table of what two processes lose has what ten runs of each Python kept', () => {
  const recorded = rowsOf('shared.json');
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  for (const { python, repeats, figures } of recorded) {
    const plainly = figures['plainly']?.['count'];
    expect(repeats).toBe(10);
    expect(figures['under the lock']?.['count']).toEqual({ median: 20_000, least: 20_000, most: 20_000 });
    const row = processes.split('\n').find((line) => line.startsWith(`| ${python}`) && line.includes(' to '));
    expect(row).toContain(
      plainly === undefined ? '?' : `| ${count(plainly.median)} | ${count(plainly.least)} to ${count(plainly.most)} |`,
    );
  }
});
