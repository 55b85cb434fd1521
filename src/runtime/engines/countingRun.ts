import { eventsOnPageAxis } from '../../core/trace/axes';
import { tasksAt, type CountingTask } from '../../core/engines/calibration';
import type { CountingNews, CountingParams, CountingResult } from '../../core/engines/counting';
import type { Fact } from '../../core/experiment/experiment';
import type { Millis } from '../../core/base/time';
import { calibrateCounting, checkResult, type Calibration, type CounterClient } from './counterWorkers';
import type { RunContext } from './strategy';

/** The work of one run: which tasks, and how this machine counts. */
export interface CountingWork {
  readonly scale: number;
  readonly tasks: readonly CountingTask[];
  readonly totalSteps: number;
  readonly calibration: Calibration;
}

/** The tasks at the scale asked for, or at one that suits this machine. Strategies that are asked for the same scale get equal tasks. */
export async function planWork(params: CountingParams, signal: AbortSignal): Promise<CountingWork> {
  const calibration = await calibrateCounting(signal);
  return workAt(params.scale > 0 ? params.scale : calibration.scale, calibration);
}

export function workAt(scale: number, calibration: Calibration): CountingWork {
  const tasks = tasksAt(scale);
  return { scale, tasks, totalSteps: tasks.reduce((sum, task) => sum + task.steps, 0), calibration };
}

/** Hands what counting workers tell on to the page, with their clocks put right, and adds up how far they are. */
export function newsTo(context: RunContext, totalSteps: number): (news: CountingNews, counter: CounterClient) => void {
  let counted = 0;
  return (news, counter) => {
    counted += news.counted;
    context.emit(eventsOnPageAxis(news.events, counter.clockShiftMs()));
    context.progress(counted / totalSteps);
  };
}

export function taskLabel(task: CountingTask): string {
  return `task ${task.index + 1}`;
}

/** A number of steps in millions, to the last step: a step has six decimals. */
const millions = (steps: number): string =>
  `${(steps / 1e6).toLocaleString('en', { maximumFractionDigits: 6 })} million`;

/** Checks all results, and says what was counted how fast. Throws a `StrategyFailure` when a result is wrong. */
export function countingFacts(
  work: CountingWork,
  results: readonly CountingResult[],
  elapsedMs: Millis,
): readonly Fact[] {
  let counted = 0;
  for (const [index, task] of work.tasks.entries()) {
    const result = results[index] ?? { counted: 0, checksum: 0 };
    checkResult(task, result);
    counted += result.counted;
  }
  return [
    { label: 'Counted, as expected', value: millions(counted), tone: 'good' },
    { label: 'Speed', value: Math.round(counted / elapsedMs / 1000), unit: 'million steps/s' },
    { label: 'Scale', value: Math.round(work.scale * 100) / 100, unit: '× the numbers' },
  ];
}

/** How the counting was made sure of, for "What really ran". */
export const countingProof =
  'Every step changes a checksum through the step before it; count and checksum of each task were compared with what they must be.';
