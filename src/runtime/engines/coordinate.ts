import { eventsOnPageAxis } from '../../core/trace/axes';
import { proxy } from 'comlink';
import type { EpochMs, Millis, WorkerMs } from '../../core/base/time';
import type { SendEvents } from '../../core/trace/worker';
import { epochMs, epochNow, onPageAxis } from '../../core/base/clock';
import { type WorkerClient } from '../client';
import type { RunContext } from './strategy';

/** Takes a worker's events, moves them to the page's clock, and hands them to the lab. To be passed to a worker. */
export function eventsFrom<T>(client: WorkerClient<T>, context: RunContext): SendEvents {
  return proxy((events) => {
    context.emit(eventsOnPageAxis(events, client.clockShiftMs()));
  });
}

/** A moment on a worker's clock, moved to the page's. */
export function onPage<T>(client: WorkerClient<T>, at: WorkerMs): EpochMs {
  return onPageAxis(at, client.clockShiftMs());
}

/** When the last of these workers ended, each by its own clock; `zero` where none has said. `ends` has their times in the order of `clients`. */
export function lastOnPage<T>(
  clients: readonly WorkerClient<T>[],
  ends: readonly (WorkerMs | null)[],
  zero: EpochMs,
): EpochMs {
  const onAxis = clients.map((client, index) => {
    const at = ends[index] ?? null;
    return at === null ? zero : onPage(client, at);
  });
  return epochMs(Math.max(...onAxis));
}

const pulseMs: Millis = 100;

/** Reports progress ten times a second until the returned function is called. */
function pulse(context: RunContext, fraction: () => number): () => void {
  const timer = setInterval(() => context.progress(fraction()), pulseMs);
  return () => clearInterval(timer);
}

/** Reports progress ten times a second for work that should take `expectedMs` from `zero`. Near its end it waits, since the work may take longer. */
export function pulseByTime(context: RunContext, zero: EpochMs, expectedMs: Millis): () => void {
  return pulse(context, () => Math.min(0.98, (epochNow() - zero) / Math.max(1, expectedMs)));
}
