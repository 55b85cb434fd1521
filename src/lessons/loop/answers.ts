import type { Measured } from '../../core/experiment/measured';

/** Seconds by which one wait for a server is told from two of them. */
const betweenOneAndTwo = 0.45;

/** Whether a program waited for both servers at once, by the time that it printed; null where it has not run, or does not say. */
function overlapped(measured: Measured, strategy: string): boolean | null {
  const said = /^took ([\d.]+) s$/m.exec(measured.latest(strategy)?.report.printed ?? '')?.[1];
  return said === undefined ? null : Number(said) < betweenOneAndTwo;
}

/** Which ways to ask two servers waited for both at once, when all four have run. */
export function whoOverlapped(
  measured: Measured,
): 'only-two-tasks' | 'one-and-two' | 'all-with-tasks' | 'other' | null {
  const [awaits, byTask, one, two] = ['two-awaits', 'task-by-task', 'one-task', 'two-tasks'].map((strategy) =>
    overlapped(measured, strategy),
  );
  if (awaits === null || byTask === null || one === null || two === null) return null;
  if (awaits === true || two !== true) return 'other';
  if (byTask === true) return one === true ? 'all-with-tasks' : 'other';
  return one === true ? 'one-and-two' : 'only-two-tasks';
}
