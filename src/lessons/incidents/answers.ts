import type { Measured } from '../../core/experiment/measured';

/** The strategies of the card, in its order. */
const strategies = ['waits', 'counts', 'sums', 'process'] as const;

/** From this part of the work on, a pause counts as standing still: a busy machine makes shorter ones by itself. */
const mostOfTheWork = 0.6;

/** What the loop did, as the program told it; null where it has not run, or tells something else. */
function loopIn(measured: Measured, strategy: string): 'goes' | 'stands' | null {
  const printed = measured.latest(strategy)?.report.printed ?? '';
  const [, work, pause] = /^work (\d+) ms, longest pause (\d+) ms$/m.exec(printed) ?? [];
  if (work === undefined || pause === undefined) return null;
  return Number(pause) >= mostOfTheWork * Number(work) ? 'stands' : 'goes';
}

/** What the loop did beside each kind of work, in the order of the card; null until all have told. */
export function whatTheLoopDid(measured: Measured): string | null {
  const all = strategies.map((strategy) => loopIn(measured, strategy));
  return all.includes(null) ? null : all.join(' ');
}
