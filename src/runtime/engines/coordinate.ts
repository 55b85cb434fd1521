import { proxy } from 'comlink';
import type { EpochMs, Millis } from '../../core/base/time';
import type { SendEvents } from '../../core/trace/worker';
import { epochNow, type WorkerClient } from '../client';
import type { RunContext } from './strategy';

/** Takes a worker's events, moves them to the page's clock, and hands them to the lab. To be passed to a worker. */
export function eventsFrom<T>(client: WorkerClient<T>, context: RunContext): SendEvents {
  return proxy((events) => {
    const shift = client.clockShiftMs();
    context.emit(shift === 0 ? events : events.map((event) => ({ ...event, at: event.at + shift })));
  });
}

/** A moment on a worker's clock, moved to the page's. */
export function onPage<T>(client: WorkerClient<T>, at: EpochMs): EpochMs {
  return at + client.clockShiftMs();
}

const pulseMs: Millis = 100;

/** Reports progress ten times a second until the returned function is called. */
function pulse(context: RunContext, fraction: () => number): () => void {
  const timer = setInterval(() => context.progress(fraction()), pulseMs);
  return () => clearInterval(timer);
}

/** The same for work that should take `expectedMs` from `zero`. Near its end it waits, since the work may take longer. */
export function pulseByTime(context: RunContext, zero: EpochMs, expectedMs: Millis): () => void {
  return pulse(context, () => Math.min(0.98, (epochNow() - zero) / Math.max(1, expectedMs)));
}
