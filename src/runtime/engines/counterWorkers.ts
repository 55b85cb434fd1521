import { paceFor, scaleFor, sequentialGoalMs, stepsPerMs, type CountingTask } from '../../core/engines/calibration';
import { checksumAfter } from '../../core/engines/countingKernel';
import type { CountingNews, CountingResult, CountingWorker } from '../../core/engines/counting';
import { StrategyFailure } from '../../core/experiment/experiment';
import { formatCount } from '../../core/base/format';
import type { Pace } from '../../core/engines/pace';
import type { Millis } from '../../core/base/time';
import { withWorkers, type WorkerClient } from '../client';

export type CounterClient = WorkerClient<CountingWorker<MessagePort>>;

/** How this machine counts. */
export interface Calibration {
  readonly pace: Pace;
  /** The scale at which the 17 tasks take about 3 s, one after another. */
  readonly scale: number;
}

const calibrateForMs: Millis = 160;
const calibrateSlices = 8;

function createCounter(): Worker {
  return new Worker(new URL('../../workers/counter.worker.ts', import.meta.url), { type: 'module' });
}

/** Starts `count` counting workers, warm and ready, for as long as `work` needs them. */
export function withCounters<R>(
  count: number,
  signal: AbortSignal,
  work: (counters: readonly CounterClient[]) => Promise<R>,
  onNews?: (news: CountingNews, counter: CounterClient) => void,
): Promise<R> {
  let counters: readonly CounterClient[] = [];
  return withWorkers<CountingWorker<MessagePort>, R, CountingNews>(
    createCounter,
    count,
    signal,
    async (clients) => {
      counters = clients;
      await Promise.all(clients.map((client) => client.call((remote) => remote.warmUp())));
      return await work(clients);
    },
    onNews &&
      ((news, index) => {
        const counter = counters[index];
        if (counter !== undefined) onNews(news, counter);
      }),
  );
}

let known: Calibration | null = null;

/** Measures once per page how fast one worker counts, so that all runs get the same work. Takes about 0.3 s the first time. */
export async function calibrateCounting(signal: AbortSignal): Promise<Calibration> {
  if (known !== null) return known;
  const { samples, lookMs } = await withCounters(1, signal, async ([counter]) => {
    if (counter === undefined) throw new Error('One worker was asked for and none came.');
    return {
      samples: await counter.call((remote) => remote.measureSpeed(calibrateForMs, calibrateSlices)),
      lookMs: await counter.call((remote) => remote.measureLook()),
    };
  });
  const speed = stepsPerMs(samples);
  known = { pace: paceFor(speed, lookMs), scale: scaleFor(speed, sequentialGoalMs) };
  return known;
}

/**
 * Shares `tasks` out: each worker takes the next one as soon as it is free, and `ahead` more to have them at hand.
 * Resolves with the results in the order of the tasks.
 */
export async function shareOut<T, R>(
  counters: readonly CounterClient[],
  tasks: readonly T[],
  ahead: number,
  work: (counter: CounterClient, task: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const list = tasks.entries();
  const take = async (counter: CounterClient): Promise<void> => {
    for (const [index, task] of list) results[index] = await work(counter, task);
  };
  await Promise.all(Array.from({ length: ahead + 1 }, () => counters.map(take)).flat());
  return results;
}

/**
 * Checks a result: that all was counted, and, by the checksum, that every step was taken.
 * @throws a `StrategyFailure` when it is not what it must be.
 */
export function checkResult(task: CountingTask, result: CountingResult): void {
  if (result.counted === task.steps && result.checksum === checksumAfter(task.seed, task.steps)) return;
  throw new StrategyFailure(
    `Task ${task.index + 1} did not count all of its steps (${formatCount(result.counted)} of ${formatCount(task.steps)}, or a wrong checksum), so this run does not count. Run it again.`,
  );
}
