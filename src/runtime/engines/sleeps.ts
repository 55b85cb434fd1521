import { proxy } from 'comlink';
import type { LoopDoor, SleepsParams, SleepsStrategy } from '../../core/engines/loop';
import type { StrategyReport } from '../../core/experiment/experiment';
import { formatCount, formatDuration } from '../../core/base/format';
import type { WorkerMs } from '../../core/base/time';
import { epochNow } from '../../core/base/clock';
import { withWorkers } from '../client';
import { eventsFrom, onPage, pulseByTime } from './coordinate';
import type { RunContext, RunStrategy } from './strategy';

async function run(
  limit: number | null,
  { tasks, sleepMs }: SleepsParams,
  context: RunContext,
): Promise<StrategyReport> {
  const askedAt = epochNow();
  const create = (): Worker =>
    new Worker(new URL('../../workers/loop.worker.ts', import.meta.url), { type: 'module', name: 'loop' });

  return withWorkers<LoopDoor<MessagePort>, StrategyReport>(create, 1, context.signal, async ([client]) => {
    if (client === undefined) throw new Error('No worker for the loop.');
    await client.call((remote) => remote.ready());
    const zero = context.begin();
    const stopPulse = pulseByTime(context, zero, (limit === null ? 1 : Math.ceil(tasks / limit)) * sleepMs);
    try {
      const onAsleep = proxy((at: WorkerMs, asleep: number): void =>
        context.plot('Tasks asleep', Math.max(0, onPage(client, at) - zero), asleep),
      );
      const slept = await client.call((remote) =>
        remote.sleepAll({ tasks, sleepMs, limit }, eventsFrom(client, context), onAsleep),
      );
      context.progress(1);
      const elapsedMs = onPage(client, slept.endedAt) - zero;
      return {
        elapsedMs,
        prepareMs: zero - askedAt,
        workers: 1,
        facts: [
          { label: 'Tasks', value: slept.tasks, unit: 'tasks' },
          { label: 'Most at once', value: slept.mostAtOnce, unit: 'tasks' },
          { label: 'Latest timer was late by', value: Math.round(slept.latestMs * 10) / 10, unit: 'ms' },
          { label: 'Timers per second', value: Math.round((slept.tasks / elapsedMs) * 1000) },
        ],
        finding: `up to ${formatCount(slept.mostAtOnce)} tasks slept at once, and the latest woke ${formatDuration(slept.latestMs)} late.`,
        problems: [],
        how: [
          `One worker with one thread set ${formatCount(slept.tasks)} timers of ${sleepMs} ms${limit === null ? ', all at once' : `, never more than ${formatCount(limit)} at a time`}.`,
          slept.lanes < slept.tasks
            ? `The timeline shows the event loop and ${slept.lanes} of the tasks, evenly chosen; all ${formatCount(slept.tasks)} were measured.`
            : 'The timeline shows the event loop and every task.',
        ],
      };
    } finally {
      stopPulse();
    }
  });
}

/** Many sleeps on one thread: all together, or a limited number at a time. Works without isolation. */
export const strategies: Readonly<Record<SleepsStrategy, RunStrategy<SleepsParams>>> = {
  together: (params, context) => run(null, params, context),
  limited: (params, context) => run(params.limit, params, context),
};
