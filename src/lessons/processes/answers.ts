import { tieRatio } from '../../core/base/statistics';
import type { Measured } from '../../core/experiment/measured';

/** The ways to hand the numbers over. */
const ways = ['list', 'array', 'shared'] as const;

/** How long it took until the sum was there, in seconds, as the program says itself; null where it has not run, or does not say. */
function secondsOf(measured: Measured, way: string): number | null {
  const said = / in (\d+\.\d+) s$/m.exec(measured.latest(way)?.report.printed ?? '')?.[1];
  return said === undefined ? null : Number(said);
}

/** Which hand-over was the quickest, once all have run; `tie` where the second one took hardly longer. */
export function quickestWay(measured: Measured): (typeof ways)[number] | 'tie' | null {
  const told = ways.map((way) => ({ way, seconds: secondsOf(measured, way) }));
  const known = told.flatMap(({ way, seconds }) => (seconds === null ? [] : [{ way, seconds }]));
  const [first, second] = known.toSorted((one, other) => one.seconds - other.seconds);
  if (first === undefined || second === undefined || known.length < ways.length) return null;
  return second.seconds < first.seconds * tieRatio ? 'tie' : first.way;
}
