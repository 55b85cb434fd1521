import { transfer } from 'comlink';
import {
  accounts,
  roundsOf,
  type RetriesDoor,
  type RetriesParams,
  type RetriesStrategy,
} from '../../core/engines/retries';
import type { StrategyReport } from '../../core/experiment/experiment';
import { epochNow } from '../../core/base/clock';
import { withWorkers } from '../client';
import { eventsFrom, lastOnPage, pulseByTime } from './coordinate';
import type { RunContext, RunStrategy } from './strategy';

type Door = RetriesDoor<MessagePort>;

async function run(strategy: RetriesStrategy, params: RetriesParams, context: RunContext): Promise<StrategyReport> {
  const askedAt = epochNow();
  const create = (): Worker =>
    new Worker(new URL('../../workers/retries.worker.ts', import.meta.url), { type: 'module', name: 'retries' });

  return withWorkers<Door, StrategyReport>(create, accounts.length + 1, context.signal, async ([bank, ...clients]) => {
    if (bank === undefined) throw new Error('No worker for the bank.');
    const cables = clients.map((client) => ({ client, channel: new MessageChannel() }));
    const ports = cables.map(({ channel }) => channel.port1);
    await bank.call((remote) => remote.serve(transfer(ports, ports)));
    const works = cables.map(({ client, channel: { port2 } }, i) => {
      const [from, to] = i === 0 ? accounts : accounts.toReversed();
      if (from === undefined || to === undefined) throw new Error('The bank has two accounts.');
      const lane = { id: `from-${from}`, kind: 'thread', name: `from ${from}` } as const;
      return client.call((remote) =>
        remote.transfer({ ...params, strategy, lane, from, to }, transfer(port2, [port2]), eventsFrom(client, context)),
      );
    });
    const all = Promise.all(works);
    // A transfer may fail before both are ready.
    await Promise.race([bank.call((remote) => remote.arrived(accounts.length)), all]);

    const zero = context.begin();
    const { stepMs, pauseMs, rounds } = params;
    const stopPulse = pulseByTime(context, zero, (2 * stepMs + pauseMs) * rounds);
    try {
      await bank.call((remote) => remote.open());
      const transfers = await all;
      const taken = roundsOf(transfers);
      const doneCount = transfers.filter(({ round }) => round !== null).length;
      context.progress(1);
      return {
        elapsedMs:
          lastOnPage(
            clients,
            transfers.map(({ endedAt }) => endedAt),
            zero,
          ) - zero,
        prepareMs: zero - askedAt,
        workers: accounts.length + 1,
        facts: [
          {
            label: 'Rounds until both were done',
            value: taken ?? `not within ${rounds}`,
            tone: taken === null ? 'bad' : 'good',
          },
          { label: 'Transfers done', value: doneCount, tone: taken === null ? 'bad' : 'good' },
        ],
        finding:
          taken === null
            ? `after ${rounds} ${rounds === 1 ? 'round' : 'rounds'} ${doneCount} of 2 transfers were done.`
            : `both transfers were done after ${taken} ${taken === 1 ? 'round' : 'rounds'}.`,
        problems: [],
        how: [
          'One worker was the bank and had the two locks, two more workers were the transfers, and asked for them by messages.',
          strategy === 'equal'
            ? `Before each further round each of them paused for ${pauseMs} ms.`
            : `Before each further round each of them paused for 0 to ${2 * pauseMs} ms, drawn anew each time.`,
        ],
      };
    } finally {
      stopPulse();
    }
  });
}

/** Two transfers that get in each other's way, with pauses that are equal or random. Works without isolation. */
export const strategies: Readonly<Record<RetriesStrategy, RunStrategy<RetriesParams>>> = {
  equal: (params, context) => run('equal', params, context),
  random: (params, context) => run('random', params, context),
};
