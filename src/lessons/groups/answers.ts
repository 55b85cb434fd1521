import type { Measured } from '../../core/experiment/measured';

/** What became of Cleo and Dan when Ben failed. */
type Fate = 'cancelled' | 'awaited' | 'left';

/** The strategies of the card, in its order. */
const ways = ['gather', 'gather-all', 'group', 'wait', 'as-completed'] as const;

/** As a program tells it: what it printed of the two before main went on; null where it has not run, or tells something else. */
function fateUnder(measured: Measured, way: string): Fate | null {
  const [before, after] = (measured.latest(way)?.report.printed ?? '').split(/^.* main goes on$/m);
  if (before === undefined || after === undefined) return null;
  const told = (what: string): number => ['Cleo', 'Dan'].filter((name) => before.includes(`${name} ${what}`)).length;
  const [ended, cancelled] = [told('has ended'), told('is cancelled')];
  if (cancelled === 2) return 'cancelled';
  if (ended === 2) return 'awaited';
  return ended + cancelled === 0 ? 'left' : null;
}

/** What became of the two under each way, in the order of the card; null until all have told. */
export function fates(measured: Measured): string | null {
  const all = ways.map((way) => fateUnder(measured, way));
  return all.includes(null) ? null : all.join(' ');
}
