import { transfer } from 'comlink';
import type { CountingParams, ThreadOrder } from '../../core/engines/counting';
import type { Fact, StrategyReport } from '../../core/experiment/experiment';
import { formatDuration } from '../../core/base/format';
import { gilMemory, SharedGil } from '../../core/engines/gil';
import { median } from '../../core/base/statistics';
import type { TraceEvent } from '../../core/trace/trace';
import { countingFacts, countingProof, newsTo, planWork, taskLabel } from './countingRun';
import { withCounters, type CounterClient } from './counterWorkers';
import { epochNow } from '../../core/base/clock';
import type { RunContext } from './strategy';

/** 17 workers as 17 threads of one process: all of them may count, and only the one that holds the GIL does. */
export async function runThreaded(
  params: CountingParams,
  context: RunContext,
  sharedMemory: boolean,
): Promise<StrategyReport> {
  const openedAt = epochNow();
  const work = await planWork(params, context.signal);
  const turns = new Turns();
  const passOn = newsTo(context, work.totalSteps);
  return await withCounters(
    work.tasks.length,
    context.signal,
    async (counters) => {
      const gil = await openGil(counters, sharedMemory, context.signal);
      try {
        const startedAt = context.begin();
        const counting = Promise.all(
          counters.map((counter, thread) => {
            const task = work.tasks[thread];
            if (task === undefined) throw new Error('There are as many threads as tasks.');
            const order: ThreadOrder = {
              lane: `thread-${thread + 1}`,
              label: taskLabel(task),
              steps: task.steps,
              seed: task.seed,
              pace: work.calibration.pace,
              thread,
              switchIntervalMs: params.switchIntervalMs,
            };
            return counter.call((remote) => remote.runThread(order));
          }),
        );
        const [results] = await Promise.all([counting, gil.start()]);
        const elapsedMs = epochNow() - startedAt;
        return {
          elapsedMs,
          workers: counters.length,
          prepareMs: startedAt - openedAt,
          facts: [...countingFacts(work, results, elapsedMs), ...turns.facts()],
          problems: [],
          how: [
            `17 workers, one for each thread, all started before the clock; ${gil.how}.`,
            `A worker counted only while it held that lock, looked at the clock at least every ${formatDuration(work.calibration.pace.lookEveryMs)}, as in every other strategy, and after ${params.switchIntervalMs} ms gave the lock up if another worker waited for it. That worker then had to take it first.`,
            countingProof,
          ],
        };
      } finally {
        gil.end();
      }
    },
    (news, counter) => {
      turns.see(news.events);
      passOn(news, counter);
    },
  );
}

/** The lock of a run. */
export interface RunGil {
  readonly how: string;
  /** Lets the first thread have it. */
  start(): Promise<void>;
  end(): void;
}

/** Gives these workers one lock. Call `start` when all of them were asked to run, and `end` whatever happens. */
export function openGil(
  counters: readonly CounterClient[],
  sharedMemory: boolean,
  signal: AbortSignal,
): Promise<RunGil> {
  return sharedMemory ? shareLock(counters, signal) : connect(counters);
}

/** Shared memory: on a stop the threads are told by the lock itself, because a browser lets a busy worker go on for seconds after `terminate()`. */
async function shareLock(counters: readonly CounterClient[], signal: AbortSignal): Promise<RunGil> {
  const cells = gilMemory();
  const gil = new SharedGil(cells);
  const stop = (): void => gil.stop();
  await Promise.all(counters.map((counter) => counter.call((remote) => remote.shareGil(cells))));
  signal.addEventListener('abort', stop);
  return {
    how: 'one lock in shared memory was the GIL',
    // Free from the start: the first thread that comes has it.
    start: () => Promise.resolve(),
    end: () => {
      signal.removeEventListener('abort', stop);
      stop();
    },
  };
}

/** A channel between every two workers, so that the baton never passes through the page, which may be busy drawing. */
async function connect(counters: readonly CounterClient[]): Promise<RunGil> {
  const ports: (MessagePort | null)[][] = counters.map(() => counters.map(() => null));
  for (const [a, ofA] of ports.entries()) {
    for (const [b, ofB] of ports.entries()) {
      if (b <= a) continue;
      const { port1, port2 } = new MessageChannel();
      ofA[b] = port1;
      ofB[a] = port2;
    }
  }
  await Promise.all(
    counters.map((counter, thread) => {
      const own = ports[thread] ?? [];
      return counter.call((remote) =>
        remote.connectThreads(
          transfer(
            own,
            own.filter((port) => port !== null),
          ),
        ),
      );
    }),
  );
  return {
    how: 'without shared memory, a baton handed from worker to worker by messages was the GIL',
    start: async () => {
      const [first] = counters;
      const waiting = counters.map((_, thread) => thread).slice(1);
      await first?.call((remote) => remote.takeBaton({ waiting }));
    },
    end: () => undefined,
  };
}

/** How long the GIL was held each time it was given up. */
class Turns {
  readonly #heldMs: number[] = [];
  readonly #since = new Map<string, number>();

  see(events: readonly TraceEvent<number>[]): void {
    for (const event of events) {
      if (event.kind === 'acquire') this.#since.set(event.lane, event.at);
      else if (event.kind === 'release') this.#heldMs.push(event.at - (this.#since.get(event.lane) ?? event.at));
    }
  }

  facts(): readonly Fact[] {
    return [
      { label: 'The GIL changed hands', value: Math.max(0, this.#heldMs.length - 1), unit: 'times' },
      { label: 'Held at a time (median)', value: Math.round(median(this.#heldMs) * 100) / 100, unit: 'ms' },
    ];
  }
}
