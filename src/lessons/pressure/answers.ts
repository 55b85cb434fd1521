import type { Measured } from '../../core/experiment/measured';

/** The most memory that a program has held at a time, as it says itself; null where it has not run, or does not say. */
function kilobytesOf(measured: Measured, strategy: string): number | null {
  const said = /^([\d,]+) kB at the most$/m.exec(measured.latest(strategy)?.report.printed ?? '')?.[1];
  return said === undefined ? null : Number(said.replaceAll(',', ''));
}

/** How the memory of a task for each job compares with that of ten workers, once both programs have told. */
export function memoryCompared(measured: Measured): 'alike' | 'more' | 'much-more' | null {
  const [tasks, workers] = ['semaphore', 'queue'].map((strategy) => kilobytesOf(measured, strategy));
  if (tasks == null || workers == null) return null;
  const ratio = tasks / Math.max(workers, 1);
  return ratio < 2 ? 'alike' : ratio <= 30 ? 'more' : 'much-more';
}
