import { downloadParams, type DownloadDoor, type DownloadParams } from '../../core/engines/downloads';
import type { TapeParams, TapeStrategy } from '../../core/engines/tape';
import { openLane } from '../../core/trace/laneWriter';
import type { StrategyReport } from '../../core/experiment/experiment';
import { epochNow } from '../../core/base/clock';
import { withWorkers } from '../client';
import { eventsFrom } from './coordinate';
import { newsTo } from './countingRun';
import { calibrateCounting, withCounters } from './counterWorkers';
import { planDownloads } from './downloadTasks';
import { canShareMemory } from '../environment';
import { openGil } from './gilThreads';
import type { RunStrategy } from './strategy';

const countingThreads = 2;

/** One page, as punctual as it can be. */
const onePage: Omit<DownloadParams, 'latencyMs'> = {
  pages: 1,
  jitterPercent: 0,
  failurePercent: 0,
  poolSize: 1,
  seed: downloadParams.seed.initial,
  ownUrls: '',
};

/** All four states in a second or two: counting threads run or want the GIL, a third waits for a page, the main thread is blocked on their ends. */
const tape: RunStrategy<TapeParams> = async ({ countMs, latencyMs, switchIntervalMs }, context) => {
  const openedAt = epochNow();
  const { pace } = await calibrateCounting(context.signal);
  const steps = Math.round(pace.stepsPerMs * countMs);
  const { tasks } = planDownloads({ ...onePage, latencyMs });
  const createFetcher = (): Worker =>
    new Worker(new URL('../../workers/download.worker.ts', import.meta.url), { type: 'module', name: 'download' });

  return withWorkers<DownloadDoor, StrategyReport>(createFetcher, 1, context.signal, ([fetcher]) =>
    withCounters(
      countingThreads,
      context.signal,
      async (counters) => {
        if (fetcher === undefined) throw new Error('One worker was asked for.');
        await fetcher.call((remote) => remote.ready());
        const gil = await openGil(counters, canShareMemory(), context.signal);
        try {
          const startedAt = context.begin();
          const main = openLane({ id: 'main', kind: 'main', name: 'MainThread' }, epochNow, context.emit);
          main.run('start threads');
          const download = fetcher.call((remote) =>
            remote.fetchInTurn(
              { id: 'thread-3', kind: 'thread', name: 'Thread-3' },
              tasks,
              eventsFrom(fetcher, context),
            ),
          );
          const counted = counters.map((counter, thread) =>
            counter.call((remote) =>
              remote.runThread({
                lane: `thread-${thread + 1}`,
                label: 'counting',
                steps,
                seed: thread + 1,
                pace,
                thread,
                switchIntervalMs,
              }),
            ),
          );
          main.block('join all three');
          await Promise.all([download, ...counted, gil.start()]);
          main.run();
          const elapsedMs = main.end() - startedAt;
          return {
            elapsedMs,
            workers: countingThreads + 1,
            prepareMs: startedAt - openedAt,
            facts: [],
            problems: [],
            how: [gil.how],
          };
        } finally {
          gil.end();
        }
      },
      newsTo(context, countingThreads * steps),
    ),
  );
};

export const strategies: Readonly<Record<TapeStrategy, RunStrategy<TapeParams>>> = { tape };
