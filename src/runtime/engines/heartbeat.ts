import { proxy, transfer } from 'comlink';
import { plannedBeats, type HeartbeatParams, type HeartbeatStrategy, type LoopDoor } from '../../core/engines/loop';
import type { StrategyReport } from '../../core/experiment/experiment';
import { formatCount, formatDuration } from '../../core/base/format';
import type { WorkerMs } from '../../core/base/time';
import { epochNow } from '../../core/base/clock';
import { withWorkers } from '../client';
import { eventsFrom, onPage, pulseByTime } from './coordinate';
import type { RunContext, RunStrategy } from './strategy';

async function run(toThread: boolean, params: HeartbeatParams, context: RunContext): Promise<StrategyReport> {
  const askedAt = epochNow();
  const create = (): Worker =>
    new Worker(new URL('../../workers/loop.worker.ts', import.meta.url), { type: 'module', name: 'loop' });

  return withWorkers<LoopDoor<MessagePort>, StrategyReport>(
    create,
    toThread ? 2 : 1,
    context.signal,
    async ([loop, thread]) => {
      if (loop === undefined) throw new Error('No worker for the loop.');
      await Promise.all([loop, thread].flatMap((client) => client?.call((remote) => remote.ready()) ?? []));
      const { port1, port2 } = new MessageChannel();
      const zero = context.begin();
      const stopPulse = pulseByTime(context, zero, plannedBeats(params) * params.beatMs);
      try {
        const onGap = proxy((at: WorkerMs, gapMs: number): void =>
          context.plot('Gap between heartbeats', onPage(loop, at) - zero, gapMs),
        );
        const served = thread?.call((remote) => remote.serve(transfer(port2, [port2]), eventsFrom(thread, context)));
        const beating = loop.call((remote) =>
          remote.beat(params, thread === undefined ? null : transfer(port1, [port1]), eventsFrom(loop, context), onGap),
        );
        const [beaten] = await Promise.all([beating, served]);
        context.progress(1);
        return {
          elapsedMs: onPage(loop, beaten.endedAt) - zero,
          prepareMs: zero - askedAt,
          workers: toThread ? 2 : 1,
          facts: [
            { label: 'Beats', value: beaten.beats },
            { label: 'Longest gap', value: Math.round(beaten.longestGapMs), unit: 'ms' },
            { label: 'Beats missed', value: beaten.missed, tone: beaten.missed === 0 ? 'good' : 'bad' },
          ],
          finding: `the longest pause between two beats was ${formatDuration(beaten.longestGapMs)}, and ${formatCount(beaten.missed)} ${beaten.missed === 1 ? 'beat was' : 'beats were'} missed.`,
          problems: [],
          how: [
            `The slow call really computed for ${params.callMs} ms: it counted ${formatCount(beaten.steps)} steps.`,
            toThread
              ? 'It ran in a second worker, started before the clock was, and the event loop only waited for its answer.'
              : 'It ran on the event loop itself, so nothing else could.',
            'The heart beats on a fixed schedule; beats whose time has passed are missed, not made up for.',
          ],
        };
      } finally {
        stopPulse();
      }
    },
  );
}

/** A heartbeat on an event loop, and one slow call: on the loop, or in a thread beside it. Works without isolation. */
export const strategies: Readonly<Record<HeartbeatStrategy, RunStrategy<HeartbeatParams>>> = {
  blocking: (params, context) => run(false, params, context),
  toThread: (params, context) => run(true, params, context),
};
