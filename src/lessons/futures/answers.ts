import type { Measured } from '../../core/experiment/measured';

/** How many of its pages a program has kept, as it says itself; null where it has not run, or does not say. */
function keptBy(measured: Measured, strategy: string): number | null {
  const said = /^kept (\d+) of \d+ pages$/m.exec(measured.latest(strategy)?.report.printed ?? '')?.[1];
  return said === undefined ? null : Number(said);
}

/** Which way to collect ten downloads kept how many of them, once all three have run. */
export function whoKeptWhat(measured: Measured): 'all-eight' | 'map-three' | 'map-none' | 'other' | null {
  const [byMap, ...others] = ['map', 'as-completed', 'wait'].map((strategy) => keptBy(measured, strategy));
  if (byMap === null || others.includes(null)) return null;
  if (others.some((kept) => kept !== 8)) return 'other';
  return byMap === 8 ? 'all-eight' : byMap === 3 ? 'map-three' : byMap === 0 ? 'map-none' : 'other';
}
