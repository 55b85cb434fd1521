import type { RunRecord, StrategyReport } from '../../core/experiment';
import { tieRatio } from '../../core/statistics';

/** Each strategy's latest run. */
export type Latest = ReadonlyMap<string, RunRecord>;

/** What a strategy reported last; null when it has not run, did not finish, or was slowed by a hidden tab. */
export function reportOf(latest: Latest, strategy: string): StrategyReport | null {
  const record = latest.get(strategy);
  if (record === undefined || record.conditions.hidden || record.outcome.status !== 'finished') return null;
  return record.outcome.report;
}

/** The number that a report gives under a label that begins so, such as `Lost`; null when there is none. */
export function factOf(report: StrategyReport | null, label: string): number | null {
  const value = report?.facts.find((fact) => fact.label.startsWith(label))?.value;
  return typeof value === 'number' ? value : null;
}

/** Whether the updates of threads without a lock all arrived. */
export function whatArrived(latest: Latest): 'all' | 'fewer' | null {
  const lost = factOf(reportOf(latest, 'unlocked'), 'Lost');
  if (lost === null) return null;
  return lost > 0 ? 'fewer' : 'all';
}

/** Which ways to add lost an update, once all three were measured. */
export function whoLost(latest: Latest): 'none' | 'plain' | 'not-locked' | 'other' | null {
  const lost = ['plain', 'atomic', 'locked'].map((strategy) => factOf(reportOf(latest, strategy), 'Lost'));
  if (lost.some((count) => count === null)) return null;
  const [plain, atomic, locked] = lost.map((count) => (count ?? 0) > 0);
  if (locked === true) return 'other';
  if (atomic === true) return plain === true ? 'not-locked' : 'other';
  return plain === true ? 'plain' : 'none';
}

/** Whether the lock made the threads wait for each other, or cost nothing that one can see. */
export function priceOfLock(latest: Latest): 'queue' | 'same' | null {
  const unlocked = reportOf(latest, 'unlocked');
  const locked = reportOf(latest, 'locked');
  if (unlocked === null || locked === null) return null;
  return locked.elapsedMs > tieRatio * unlocked.elapsedMs ? 'queue' : 'same';
}

/** Which queue let the work end sooner; within 15 % neither did. */
export function soonerQueue(latest: Latest): 'bounded' | 'unbounded' | 'same' | null {
  const bounded = reportOf(latest, 'bounded')?.elapsedMs;
  const unbounded = reportOf(latest, 'unbounded')?.elapsedMs;
  if (bounded === undefined || unbounded === undefined) return null;
  if (bounded > tieRatio * unbounded) return 'unbounded';
  return unbounded > tieRatio * bounded ? 'bounded' : 'same';
}
