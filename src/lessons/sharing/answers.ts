import type { Measured } from '../../core/experiment/measured';

/** How many updates a strategy lost when it last ran; null when that is not known. */
function lostBy(measured: Measured, strategy: string): number | null {
  const value = measured.latest(strategy)?.report.facts.find((fact) => fact.label.startsWith('Lost'))?.value;
  return typeof value === 'number' ? value : null;
}

/** Whether the updates of threads without a lock all arrived. */
export function whatArrived(measured: Measured): 'all' | 'fewer' | null {
  const lost = lostBy(measured, 'unlocked');
  if (lost === null) return null;
  return lost > 0 ? 'fewer' : 'all';
}

/** Which ways to add lost an update, once all three were measured. */
export function whoLost(measured: Measured): 'none' | 'plain' | 'not-locked' | 'other' | null {
  const lost = ['plain', 'atomic', 'locked'].map((strategy) => lostBy(measured, strategy));
  if (lost.some((count) => count === null)) return null;
  const [plain, atomic, locked] = lost.map((count) => (count ?? 0) > 0);
  if (locked === true) return 'other';
  if (atomic === true) return plain === true ? 'not-locked' : 'other';
  return plain === true ? 'plain' : 'none';
}

/** Whether the lock made the threads wait for each other, or cost nothing that one can see. */
export function priceOfLock(measured: Measured): 'queue' | 'same' | null {
  const { verdict } = measured.compare('locked', 'unlocked');
  if (verdict === 'unknown') return null;
  return verdict === 'more' ? 'queue' : 'same';
}

/** Which queue let the work end sooner. */
export function soonerQueue(measured: Measured): 'bounded' | 'unbounded' | 'same' | null {
  const { verdict } = measured.compare('bounded', 'unbounded');
  return ({ less: 'bounded', more: 'unbounded', tie: 'same', unknown: null } as const)[verdict];
}
