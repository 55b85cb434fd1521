import type { Measured } from '../../core/experiment/measured';

/** Why Ada stands at her shelf. */
type Why = 'late' | 'gone' | 'circle';

/** The strategies of the card, in its order. */
const shops = ['tea', 'cups', 'pots'] as const;

/** As a shop tells it: where Ben stood, and what became of Ada; null where it has not run, or tells something else. */
function whyIn(measured: Measured, shop: string): Why | null {
  const printed = measured.latest(shop)?.report.printed ?? '';
  if (!/^Ada: line \d+, shelf\.put/m.test(printed)) return null;
  if (/^Ada is done$/m.test(printed)) return 'late';
  if (!/^Ada still waits$/m.test(printed)) return null;
  const ben = /^Ben: line \d+, (.*)$/m.exec(printed)?.[1];
  if (ben === undefined) return 'gone';
  return ben === 'with books:' ? 'circle' : null;
}

/** Why Ada stands in each shop, in the order of the card; null until all have told. */
export function whyTheyStand(measured: Measured): string | null {
  const all = shops.map((shop) => whyIn(measured, shop));
  return all.includes(null) ? null : all.join(' ');
}
