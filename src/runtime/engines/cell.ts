import { eventsOnPageAxis } from '../../core/trace/axes';
import { cellLayout, cellMemory, stopCell } from '../../core/engines/cell';
import type { CountingNews } from '../../core/engines/counting';
import type { CellParams, CellStrategy, CellWorker } from '../../core/engines/sharing';
import { whyNothingWasLost } from '../../core/engines/meeting';
import { StrategyFailure, type StrategyReport } from '../../core/experiment/experiment';
import { lossFinding } from '../../core/experiment/facts';
import type { LaneId } from '../../core/trace/trace';
import { withWorkers } from '../client';
import { canShareMemory } from '../environment';
import { epochNow } from '../../core/base/clock';
import { onPage } from './coordinate';
import type { RunContext, RunStrategy } from './strategy';

const how: Readonly<Record<CellStrategy, string>> = {
  plain:
    'Each worker read (Atomics.load), added and wrote (Atomics.store), with nothing to keep the others out in between.',
  atomic: 'Each worker used Atomics.add, which reads, adds and writes in one step.',
  locked:
    'Each worker read, added and wrote while it held one lock, made of Atomics.compareExchange, Atomics.wait and Atomics.notify in the same memory.',
};

function createCellWorker(): Worker {
  return new Worker(new URL('../../workers/cell.worker.ts', import.meta.url), { type: 'module' });
}

async function run(strategy: CellStrategy, params: CellParams, context: RunContext): Promise<StrategyReport> {
  if (!canShareMemory()) {
    throw new StrategyFailure(
      'This experiment needs memory that several workers share. Browsers give it to a page only once its service worker is in place: reload the page and run this again. If that does not help, this browser does not offer shared memory here; the fake database shows lost updates without it.',
      'reload',
    );
  }
  const openedAt = epochNow();
  const { workers, increments } = params;
  const expected = workers * increments;
  const cells = cellMemory();
  const lanes: readonly LaneId[] = Array.from({ length: workers }, (_, index) => `worker-${index + 1}`);
  let done = 0;
  const onNews = (news: CountingNews, shiftMs: number): void => {
    done += news.counted;
    context.emit(eventsOnPageAxis(news.events, shiftMs));
    context.progress(done / expected);
  };
  // Told through the memory too: a browser lets a busy worker go on for seconds after `terminate()`.
  const stop = (): void => stopCell(cells);
  context.signal.addEventListener('abort', stop);
  let shiftOf: (index: number) => number = () => 0;
  try {
    return await withWorkers<CellWorker, StrategyReport, CountingNews>(
      createCellWorker,
      workers,
      context.signal,
      async (clients) => {
        shiftOf = (index) => clients[index]?.clockShiftMs() ?? 0;
        await Promise.all(clients.map((client) => client.call((remote) => remote.warmUp())));
        const startedAt = context.begin();
        context.emit(
          lanes.map((lane, index) => ({
            kind: 'start',
            at: startedAt,
            lane,
            laneKind: 'thread',
            name: `Worker ${index + 1}`,
          })),
        );
        const stretches = await Promise.all(
          clients.map(async (client, index) => {
            const { from, to } = await client.call((remote) =>
              remote.increment({ cells, strategy, increments, workers, lane: lanes[index] ?? '' }),
            );
            return { from: onPage(client, from), to: onPage(client, to) };
          }),
        );
        const elapsedMs = epochNow() - startedAt;
        const got = Atomics.load(cells, cellLayout.value);
        const lost = expected - got;
        const longestMs = Math.max(...stretches.map(({ from, to }) => to - from));
        const told = lossFinding(got, expected, 'increment', 'increments');
        return {
          elapsedMs,
          workers,
          prepareMs: startedAt - openedAt,
          facts: [
            { label: 'Expected', value: expected },
            { label: 'Got', value: got, tone: lost === 0 ? 'good' : 'bad' },
            { label: 'Lost', value: lost, tone: lost === 0 ? 'good' : 'bad' },
            { label: 'Time per increment', value: Math.round((longestMs * 1e7) / expected) / 10, unit: 'ns' },
          ],
          finding: strategy === 'plain' && lost === 0 ? `${told} ${whyNothingWasLost(stretches)}` : told,
          problems: [],
          how: [
            `${workers === 1 ? 'One worker' : `${workers} workers`} incremented one 32-bit cell of shared memory. They started together, all awake.`,
            how[strategy],
          ],
        };
      },
      (news, index) => onNews(news, shiftOf(index)),
    );
  } finally {
    context.signal.removeEventListener('abort', stop);
    stop();
  }
}

export const strategies: Readonly<Record<CellStrategy, RunStrategy<CellParams>>> = {
  plain: (params, context) => run('plain', params, context),
  atomic: (params, context) => run('atomic', params, context),
  locked: (params, context) => run('locked', params, context),
};
