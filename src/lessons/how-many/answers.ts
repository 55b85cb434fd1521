import { amdahlSpeedup } from '../../core/experiment/amdahl';
import { tieRatio } from '../../core/base/statistics';
import type { Measured } from '../../core/experiment/measured';
import type { ParamValues } from '../../core/experiment/params';

/** How the speed-up with the most workers compares with Amdahl’s law for the serial part that was set; differences within 15 % count as none. */
export function againstTheLaw(measured: Measured, percentOf: (params: ParamValues) => number): string | null {
  const run = measured.latest('sweep');
  const last = (run?.points ?? []).filter(({ series }) => series === 'Measured').at(-1);
  if (run === undefined || run === null || last === undefined || last.x < 2) return null;
  const law = amdahlSpeedup(percentOf(run.params) / 100, last.x);
  if (last.y * tieRatio < law) return 'under';
  return last.y <= law * tieRatio ? 'law' : 'half';
}

/** The strategies of the card, in its order. */
const loads = ['busy-50', 'busy-80', 'busy-95', 'busy-99'] as const;

/** How long half of the tasks waited at least, as the program says; null where it has not run, or does not say. */
function medianMs(measured: Measured, load: string): number | null {
  const said = /^half of them wait longer than ([\d.]+) ms/m.exec(measured.latest(load)?.report.printed ?? '')?.[1];
  return said === undefined ? null : Number(said);
}

const inWords = (ms: number): string => (ms < 10 ? 'none' : ms < 50 ? 'few' : ms < 250 ? 'tens' : 'many');

/** How long the task in the middle waited at each load, in the order of the card; null until all have told. */
export function waitsByLoad(measured: Measured): string | null {
  const all = loads.map((load) => medianMs(measured, load));
  return all.some((ms) => ms === null) ? null : all.map((ms) => inWords(ms ?? 0)).join(' ');
}
