import type { Measured } from '../../core/experiment/measured';

/** A program that takes less than this part of the time of two awaits has waited for both servers at once, also where a busy machine adds to each wait. */
const partOfBoth = 0.75;

/** How long a program took, as it says itself; null where it has not run, or does not say. */
function tookBy(measured: Measured, strategy: string): number | null {
  const said = /^took ([\d.]+) s$/m.exec(measured.latest(strategy)?.report.printed ?? '')?.[1];
  return said === undefined ? null : Number(said);
}

/** Which ways to ask two servers waited for both at once, when all four have run. */
export function whoOverlapped(
  measured: Measured,
): 'only-two-tasks' | 'one-and-two' | 'all-with-tasks' | 'other' | null {
  const both = tookBy(measured, 'two-awaits');
  const [byTask, one, two] = ['task-by-task', 'one-task', 'two-tasks'].map((strategy) => {
    const took = tookBy(measured, strategy);
    return took === null || both === null ? null : took < partOfBoth * both;
  });
  if (byTask === null || one === null || two === null) return null;
  if (two !== true || (byTask === true && one !== true)) return 'other';
  if (byTask === true) return 'all-with-tasks';
  return one === true ? 'one-and-two' : 'only-two-tasks';
}
