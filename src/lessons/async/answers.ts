import type { RunRecord } from '../../core/experiment';

/** Each strategy's latest run. */
export type Latest = ReadonlyMap<string, RunRecord>;

/** A value that a control had; `NaN` where there was no such number, so that no comparison holds. */
const numberOf = (record: RunRecord, name: string): number => {
  const value = record.params[name];
  return typeof value === 'number' ? value : Number.NaN;
};

const counts = (record: RunRecord | undefined): record is RunRecord => record?.outcome.status === 'finished' && !record.conditions.hidden;

/** How long all sleeps together took: about one of them, a few of them, or as many as there were. */
export function howLongTogether(latest: Latest): 'one' | 'some' | 'all' | null {
  const record = latest.get('together');
  if (!counts(record) || record.outcome.status !== 'finished') return null;
  const sleeps = record.outcome.report.elapsedMs / numberOf(record, 'sleepMs');
  if (Number.isNaN(sleeps)) return null;
  // A single task has only one sleep to wait for, so that comes first.
  if (sleeps < 3) return 'one';
  return sleeps < numberOf(record, 'tasks') / 2 ? 'some' : 'all';
}

/** What the heartbeat did while a slow call kept the loop busy. */
export function heartDuringCall(latest: Latest): 'pause' | 'beats' | null {
  const record = latest.get('blocking');
  if (!counts(record) || record.outcome.status !== 'finished') return null;
  const gaps = record.outcome.points.filter(({ series }) => series === 'Gap between heartbeats').map(({ y }) => y);
  const call = numberOf(record, 'callMs');
  if (gaps.length === 0 || Number.isNaN(call)) return null;
  return Math.max(...gaps) >= call * 0.8 ? 'pause' : 'beats';
}
