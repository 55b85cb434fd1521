import { proxy } from 'comlink';
import { expectedMs } from '../../core/engines/downloadPlan';
import type { DownloadDoor, DownloadParams, DownloadStrategy, Fetched, PageTask } from '../../core/engines/downloads';
import type { StrategyReport } from '../../core/experiment/experiment';
import { openLane, type LaneInfo } from '../../core/trace/laneWriter';
import type { EpochMs, Millis, WorkerMs } from '../../core/base/time';
import { epochNow } from '../../core/base/clock';
import { withWorkers, type WorkerClient } from '../client';
import { eventsFrom, lastOnPage, pulseByTime } from './coordinate';
import { reportDownloads } from './downloadReport';
import { planDownloads } from './downloadTasks';
import type { RunContext, RunStrategy } from './strategy';

type Client = WorkerClient<DownloadDoor>;

/** What one strand of a run brings back. The page's own ends at no time that counts. */
interface Brought {
  readonly results: Fetched['results'];
  readonly endedAt: WorkerMs | null;
}

/** One way to fetch: how many workers it needs, and what they are asked once time runs. */
interface Way {
  readonly workers: (pages: number, params: DownloadParams) => number;
  readonly how: (workers: number) => string;
  readonly fetch: (
    clients: readonly Client[],
    tasks: readonly PageTask[],
    context: RunContext,
  ) => readonly Promise<Brought>[];
  /** Pages that may be under way at the same time. */
  readonly atOnce: (pages: number, workers: number) => number;
}

const threadLane = (index: number): LaneInfo => ({
  id: `thread-${index + 1}`,
  kind: 'thread',
  name: `Thread-${index + 1}`,
});

const ways: Readonly<Record<DownloadStrategy, Way>> = {
  sequential: {
    workers: () => 1,
    how: () => 'One worker asked for one page after another.',
    fetch: (clients, tasks, context) =>
      clients.map((client) =>
        client.call((remote) =>
          remote.fetchInTurn({ id: 'main', kind: 'main', name: 'MainThread' }, tasks, eventsFrom(client, context)),
        ),
      ),
    atOnce: () => 1,
  },
  threaded: {
    workers: (pages) => pages,
    how: (workers) =>
      `${workers === 1 ? 'One worker, for one page' : `${workers} workers, one for each page`}; each made its own request.`,
    fetch: (clients, tasks, context) => {
      const main = openLane({ id: 'main', kind: 'main', name: 'MainThread' }, epochNow, context.emit);
      main.run('start threads');
      const threads = clients.map((client, i) =>
        client.call((remote) => remote.fetchInTurn(threadLane(i), tasks.slice(i, i + 1), eventsFrom(client, context))),
      );
      const joinAll = async (): Promise<Brought> => {
        for (const [i, thread] of threads.entries()) {
          main.block(`join Thread-${i + 1}`);
          await thread;
        }
        main.run();
        main.end();
        return { results: [], endedAt: null };
      };
      return [...threads, joinAll()];
    },
    atOnce: (pages) => pages,
  },
  pool: {
    workers: (pages, { poolSize }) => Math.min(pages, poolSize),
    how: (workers) =>
      `${workers === 1 ? 'One worker' : `${workers} workers`} took the next page from one list whenever they were free.`,
    fetch: (clients, tasks, context) => {
      const rest = tasks.values();
      const take = (): PageTask | null => rest.next().value ?? null;
      return clients.map((client, i) =>
        client.call((remote) => remote.fetchShared(threadLane(i), proxy(take), eventsFrom(client, context))),
      );
    },
    atOnce: (_, workers) => workers,
  },
  async: {
    workers: () => 1,
    how: () =>
      'One worker with one thread made all requests at once, and its event loop handled each answer as it came.',
    fetch: (clients, tasks, context) =>
      clients.map((client) =>
        client.call((remote) =>
          remote.fetchTogether({ id: 'loop', kind: 'loop', name: 'event loop' }, tasks, eventsFrom(client, context)),
        ),
      ),
    atOnce: (pages) => pages,
  },
};

async function run(way: Way, params: DownloadParams, context: RunContext): Promise<StrategyReport> {
  const askedAt = epochNow();
  const { tasks, own, problems } = planDownloads(params);
  const workers = way.workers(tasks.length, params);
  const create = (): Worker =>
    new Worker(new URL('../../workers/download.worker.ts', import.meta.url), { type: 'module', name: 'download' });

  return withWorkers<DownloadDoor, StrategyReport>(create, workers, context.signal, async (clients) => {
    await Promise.all(clients.map((client) => client.call((remote) => remote.ready())));
    const zero: EpochMs = context.begin();
    const stopPulse = pulseByTime(context, zero, expectedMs(tasks.map(likelyMs), way.atOnce(tasks.length, workers)));
    try {
      const fetched = await Promise.all(way.fetch(clients, tasks, context));
      // Counted where the work ended: the page may be busy drawing.
      const ends = fetched.map(({ endedAt }) => endedAt);
      context.progress(1);
      return {
        elapsedMs: lastOnPage(clients, ends, zero) - zero,
        prepareMs: zero - askedAt,
        workers,
        ...reportDownloads({
          tasks,
          own,
          results: fetched.flatMap((part) => part.results),
          problems,
          how: way.how(workers),
          atOnce: way.atOnce(tasks.length, workers),
        }),
      };
    } finally {
      stopPulse();
    }
  });
}

/** Nobody knows how long another site takes; a second is a fair guess for a progress bar. */
function likelyMs(task: PageTask): Millis {
  return task.local?.latencyMs ?? 1000;
}

/** Pages that let one wait, fetched in four ways. Needs no isolation; without a service worker it says so and goes on. */
export const strategies: Readonly<Record<DownloadStrategy, RunStrategy<DownloadParams>>> = {
  sequential: (params, context) => run(ways.sequential, params, context),
  threaded: (params, context) => run(ways.threaded, params, context),
  pool: (params, context) => run(ways.pool, params, context),
  async: (params, context) => run(ways.async, params, context),
};
