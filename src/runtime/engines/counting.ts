import type { CountingParams, CountingStrategy } from '../../core/engines/counting';
import type { StrategyReport } from '../../core/experiment/experiment';
import { runOnThePage } from './countingOnThePage';
import { countingFacts, countingProof, newsTo, planWork, taskLabel } from './countingRun';
import { shareOut, withCounters } from './counterWorkers';
import { canShareMemory } from '../environment';
import { runThreaded } from './gilThreads';
import { epochNow } from '../../core/base/clock';
import type { RunContext, RunStrategy } from './strategy';

export { calibrateCounting, type Calibration } from './counterWorkers';

/** The name and kind of the lanes in which workers do whole tasks. */
interface Crew {
  readonly size: number;
  readonly laneKind: 'thread' | 'process';
  readonly name: (index: number) => string;
  readonly how: string;
}

/** Tasks from one list, done by workers that each take the next one when they are free. */
async function runCrew(crew: Crew, params: CountingParams, context: RunContext): Promise<StrategyReport> {
  const openedAt = epochNow();
  const work = await planWork(params, context.signal);
  return await withCounters(
    crew.size,
    context.signal,
    async (counters) => {
      const lanes = new Map(counters.map((counter, index) => [counter, `${crew.laneKind}-${index + 1}`]));
      const startedAt = context.begin();
      context.emit(
        [...lanes.values()].map((lane, index) => ({
          kind: 'start',
          at: startedAt,
          lane,
          laneKind: crew.laneKind,
          name: crew.name(index),
        })),
      );
      const results = await shareOut(counters, work.tasks, 0, (counter, task) => {
        const order = {
          lane: lanes.get(counter) ?? null,
          label: taskLabel(task),
          steps: task.steps,
          seed: task.seed,
          pace: work.calibration.pace,
        };
        return counter.call((remote) => remote.countTask(order));
      });
      const endedAt = epochNow();
      const elapsedMs = endedAt - startedAt;
      context.emit(
        [...lanes.values()].map((lane) => ({ kind: 'end', at: endedAt, lane, end: { status: 'finished' } })),
      );
      return {
        elapsedMs,
        workers: crew.size,
        prepareMs: startedAt - openedAt,
        facts: countingFacts(work, results, elapsedMs),
        problems: [],
        how: [crew.how, countingProof],
      };
    },
    newsTo(context, work.totalSteps),
  );
}

const sequential: RunStrategy<CountingParams> = (params, context) =>
  runCrew(
    { size: 1, laneKind: 'thread', name: () => 'One thread', how: 'One worker did the 17 tasks, one after another.' },
    params,
    context,
  );

const pooled: RunStrategy<CountingParams> = (params, context) => {
  const size = params.poolSize;
  const how = `${size === 1 ? 'One worker' : `${size} workers`} took the 17 tasks from one list, a new one as soon as the last was done, and shared no lock.`;
  return runCrew({ size, laneKind: 'process', name: (index) => `Process ${index + 1}`, how }, params, context);
};

/** The strategies, with the GIL in shared memory or as a baton of messages. Tests choose; the page takes shared memory where it can. */
export function countingStrategies(options: {
  readonly sharedMemory: boolean;
}): Readonly<Record<CountingStrategy, RunStrategy<CountingParams>>> {
  return {
    sequential,
    pooled,
    threaded: (params, context) => runThreaded(params, context, options.sharedMemory),
    mainThread: runOnThePage,
  };
}

export const strategies = countingStrategies({ sharedMemory: canShareMemory() });
