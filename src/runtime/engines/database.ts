import { transfer } from 'comlink';
import type { DatabaseDoor } from '../../core/engines/database';
import type { DatabaseParams, DatabaseStrategy } from '../../core/engines/sharing';
import type { StrategyReport } from '../../core/experiment/experiment';
import { lossFinding } from '../../core/experiment/facts';
import { epochNow } from '../../core/base/clock';
import { withWorkers } from '../client';
import { eventsFrom, lastOnPage, pulseByTime } from './coordinate';
import type { RunContext, RunStrategy } from './strategy';

type Door = DatabaseDoor<MessagePort>;

async function run(
  locked: boolean,
  { threads, sleepMs }: DatabaseParams,
  context: RunContext,
): Promise<StrategyReport> {
  const askedAt = epochNow();
  const create = (): Worker =>
    new Worker(new URL('../../workers/database.worker.ts', import.meta.url), { type: 'module', name: 'database' });

  return withWorkers<Door, StrategyReport>(create, threads + 1, context.signal, async ([database, ...clients]) => {
    if (database === undefined) throw new Error('No worker for the database.');
    const cables = clients.map((client) => ({ client, channel: new MessageChannel() }));
    const ports = cables.map(({ channel }) => channel.port1);
    await database.call((remote) => remote.serve(transfer(ports, ports)));
    const works = cables.map(({ client, channel: { port2 } }, i) => {
      const lane = { id: `thread-${i + 1}`, kind: 'thread', name: `Thread-${i + 1}` } as const;
      return client.call((remote) =>
        remote.work({ lane, sleepMs, locked }, transfer(port2, [port2]), eventsFrom(client, context)),
      );
    });
    const all = Promise.all(works);
    // A thread may fail before all are ready.
    await Promise.race([database.call((remote) => remote.arrived(threads)), all]);

    const zero = context.begin();
    const stopPulse = pulseByTime(context, zero, sleepMs * (locked ? threads : 1));
    try {
      await database.call((remote) => remote.open());
      const ends = await all;
      const got = await database.call((remote) => remote.value());
      context.progress(1);
      return {
        elapsedMs: lastOnPage(clients, ends, zero) - zero,
        prepareMs: zero - askedAt,
        workers: threads + 1,
        facts: [
          { label: 'Expected', value: threads },
          { label: 'Got', value: got, tone: got === threads ? 'good' : 'bad' },
          { label: 'Lost updates', value: threads - got, tone: got === threads ? 'good' : 'bad' },
        ],
        finding: lossFinding(got, threads, 'update', 'updates'),
        problems: [],
        how: [
          `One worker owned the value, and ${threads === 1 ? 'one more worker was the thread that' : `${threads} more workers were the threads, which`} read and wrote it by messages.`,
          ...(locked ? ['The lock lives beside the value and is handed on in the order of asking.'] : []),
        ],
      };
    } finally {
      stopPulse();
    }
  });
}

/** Read, sleep, write back, from several threads: without a lock updates get lost, with one they do not. Works without isolation. */
export const strategies: Readonly<Record<DatabaseStrategy, RunStrategy<DatabaseParams>>> = {
  unlocked: (params, context) => run(false, params, context),
  locked: (params, context) => run(true, params, context),
};
