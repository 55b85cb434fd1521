import type { Measured } from '../../core/experiment/measured';

/** The strategies of the card, in its order. */
const ways = ['task', 'task-local', 'thread', 'to-thread', 'executor', 'pool-local'] as const;

/** Whom the two lines should name, and what else they may. */
const kinds: Readonly<Record<string, string>> = {
  'Ada nobody': 'right',
  'nobody nobody': 'nobody',
  'Ada Ada': 'ada',
};

/** What the two lines of a program come to; null where it has not run, or tells something else. */
function namedUnder(measured: Measured, way: string): string | null {
  const printed = measured.latest(way)?.report.printed ?? '';
  const named = [/^Ada's tea, ordered by (\w+)$/m, /^a guest's cake, ordered by (\w+)$/m].map(
    (line) => line.exec(printed)?.[1] ?? '',
  );
  return kinds[named.join(' ')] ?? null;
}

/** Whom the lines name under each way, in the order of the card; null until all have told. */
export function usersNamed(measured: Measured): string | null {
  const all = ways.map((way) => namedUnder(measured, way));
  return all.includes(null) ? null : all.join(' ');
}
