import type { FinishedRun, Measured } from '../../core/experiment/measured';

/** A value that a control had; `NaN` where there was no such number, so that no comparison holds. */
const numberOf = ({ params }: FinishedRun, name: string): number => {
  const value = params[name];
  return typeof value === 'number' ? value : Number.NaN;
};

/** How long all sleeps together took: about one of them, a few of them, or as many as there were. */
export function howLongTogether(measured: Measured): 'one' | 'some' | 'all' | null {
  const run = measured.latest('together');
  if (run === null) return null;
  const sleeps = measured.medianMs('together') / numberOf(run, 'sleepMs');
  if (Number.isNaN(sleeps)) return null;
  // A single task has only one sleep to wait for, so that comes first.
  if (sleeps < 3) return 'one';
  return sleeps < numberOf(run, 'tasks') / 2 ? 'some' : 'all';
}

/** What the heartbeat did while a slow call kept the loop busy. */
export function heartDuringCall(measured: Measured): 'pause' | 'beats' | null {
  const run = measured.latest('blocking');
  if (run === null) return null;
  const gaps = run.points.filter(({ series }) => series === 'Gap between heartbeats').map(({ y }) => y);
  const call = numberOf(run, 'callMs');
  if (gaps.length === 0 || Number.isNaN(call)) return null;
  return Math.max(...gaps) >= call * 0.8 ? 'pause' : 'beats';
}
