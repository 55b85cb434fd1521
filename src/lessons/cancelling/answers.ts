import type { Measured } from '../../core/experiment/measured';

/** Whether a program was ended by its limit, as it says itself; null where it has not run, or does not say. */
function endedEarly(measured: Measured, strategy: string): boolean | null {
  const said = /^(\d+) of (\d+) bytes in /m.exec(measured.latest(strategy)?.report.printed ?? '');
  return said === null ? null : Number(said[1]) < Number(said[2]);
}

/** Which limits ended the download of the dripping server before its last byte, once all three have run. */
export function whichEnded(measured: Measured): 'all' | 'total-idle' | 'total' | 'other' | null {
  const [total, idle, connect] = ['total', 'idle', 'connect'].map((strategy) => endedEarly(measured, strategy));
  if (typeof total !== 'boolean' || typeof idle !== 'boolean' || typeof connect !== 'boolean') return null;
  if (!total) return 'other';
  return idle ? (connect ? 'all' : 'total-idle') : connect ? 'other' : 'total';
}
