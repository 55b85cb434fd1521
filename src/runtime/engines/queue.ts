import { proxy, transfer } from 'comlink';
import { dealItems, type QueueDoor, type QueueWork } from '../../core/engines/queue';
import type { QueueParams, QueueStrategy } from '../../core/engines/sharing';
import type { StrategyReport } from '../../core/experiment/experiment';
import { formatCount } from '../../core/base/format';
import type { EpochMs, Millis, WorkerMs } from '../../core/base/time';
import { epochNow } from '../../core/base/clock';
import { withWorkers } from '../client';
import { eventsFrom, lastOnPage, onPage, pulseByTime } from './coordinate';
import type { RunContext, RunStrategy } from './strategy';

type Door = QueueDoor<MessagePort>;

async function run(capacity: number, params: QueueParams, context: RunContext): Promise<StrategyReport> {
  const { producers, consumers, items, produceMs, consumeMs } = params;
  const askedAt = epochNow();
  const create = (): Worker =>
    new Worker(new URL('../../workers/queue.worker.ts', import.meta.url), { type: 'module', name: 'queue' });

  return withWorkers<Door, StrategyReport>(
    create,
    1 + producers + consumers,
    context.signal,
    async ([queue, ...clients]) => {
      if (queue === undefined) throw new Error('No worker for the queue.');
      let zero: EpochMs | null = null;
      const plot = stepPlot((x, length) => context.plot('Queue length', x, length), likelyMs(params) / mostCorners);
      const onLength = proxy((at: WorkerMs, length: number): void =>
        plot(zero === null ? 0 : Math.max(0, onPage(queue, at) - zero), length),
      );
      const cables = clients.map((client) => ({ client, channel: new MessageChannel() }));
      const ports = cables.map(({ channel }) => channel.port1);
      await queue.call((remote) => remote.serve(capacity, transfer(ports, ports), onLength));

      const hands = dealItems(items, producers);
      const producing = cables.slice(0, producers).map(({ client, channel: { port2 } }, i) => {
        const lane = { id: `producer-${i + 1}`, kind: 'thread', name: `producer-${i + 1}` } as const;
        const task = { lane, items: hands[i] ?? [], itemMs: produceMs };
        return client.call((remote) => remote.produce(task, transfer(port2, [port2]), eventsFrom(client, context)));
      });
      const consuming = cables.slice(producers).map(({ client, channel: { port2 } }, i) => {
        const lane = { id: `consumer-${i + 1}`, kind: 'thread', name: `consumer-${i + 1}` } as const;
        return client.call((remote) =>
          remote.consume({ lane, itemMs: consumeMs }, transfer(port2, [port2]), eventsFrom(client, context)),
        );
      });
      const all = Promise.all([...producing, ...consuming]);
      // A thread may fail before all are ready.
      await Promise.race([queue.call((remote) => remote.arrived(producers + consumers)), all]);

      const begun = context.begin();
      zero = begun;
      plot(0, 0);
      const stopPulse = pulseByTime(context, begun, likelyMs(params));
      try {
        await queue.call((remote) => remote.open());
        await Promise.race([Promise.all(producing), all]);
        // Nothing comes after the last item, so every consumer is told to go home.
        const [works] = await Promise.all([all, queue.call((remote) => remote.close(consumers))]);
        const longest = await queue.call((remote) => remote.longest());
        const ends = works.map(({ endedAt }) => endedAt);
        context.progress(1);
        return {
          elapsedMs: lastOnPage(clients, ends, begun) - begun,
          prepareMs: begun - askedAt,
          workers: clients.length + 1,
          facts: factsOf(works.slice(0, producers), works.slice(producers), longest),
          finding: `the queue held up to ${formatCount(longest)} ${longest === 1 ? 'item' : 'items'}.`,
          problems: [],
          how: howOf(params, capacity),
        };
      } finally {
        stopPulse();
      }
    },
  );
}

function factsOf(
  producers: readonly QueueWork[],
  consumers: readonly QueueWork[],
  longest: number,
): StrategyReport['facts'] {
  const sum = (works: readonly QueueWork[], of: (work: QueueWork) => number): number =>
    works.reduce((total, work) => total + of(work), 0);
  return [
    { label: 'Items', value: sum(consumers, (work) => work.items), unit: 'items' },
    { label: 'Longest queue', value: longest, unit: 'items' },
    { label: 'Producers blocked, in all', value: Math.round(sum(producers, (work) => work.blockedMs)), unit: 'ms' },
    { label: 'Consumers idle, in all', value: Math.round(sum(consumers, (work) => work.blockedMs)), unit: 'ms' },
  ];
}

function howOf({ producers, consumers }: QueueParams, capacity: number): string[] {
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  return [
    `One worker owned the queue; ${count(producers, 'producer')} and ${count(consumers, 'consumer')} were workers of their own and reached it by messages.`,
    'Making and handling an item is a sleep in that worker, as when it waits for a disk or a network.',
    capacity === Infinity
      ? 'The queue had no bound; the queue size above was not used.'
      : 'A put into the full queue and a get from the empty one wait in the order of asking.',
    'At the end one sentinel for each consumer goes through the queue and counts in its length.',
  ];
}

/** About how many extra points the chart gets at most. */
const mostCorners = 60;

/** Draws a length that stays the same between its changes, on a chart that joins its points: a long stretch gets a point at its end too. */
function stepPlot(plot: (x: Millis, length: number) => void, longMs: Millis): (x: Millis, length: number) => void {
  let last = { x: 0, length: 0 };
  return (x, length) => {
    if (x - last.x > longMs) plot(x, last.length);
    plot(x, length);
    last = { x, length };
  };
}

/** The slower side sets the pace; the other waits for the first item or the last. */
function likelyMs({ producers, consumers, items, produceMs, consumeMs }: QueueParams): Millis {
  return Math.max(
    Math.ceil(items / producers) * produceMs + consumeMs,
    Math.ceil(items / consumers) * consumeMs + produceMs,
  );
}

/** Producers and consumers around one queue, with and without a bound. Works without isolation. */
export const strategies: Readonly<Record<QueueStrategy, RunStrategy<QueueParams>>> = {
  bounded: (params, context) => run(params.capacity, params, context),
  unbounded: (params, context) => run(Infinity, params, context),
};
