import type { EmitEvents } from '../core/trace/laneWriter';
import type { WorkerMs } from '../core/base/time';
import type { SendEvents } from '../core/trace/worker';

/** Sends events to the page without waiting for it. */
export interface Courier {
  readonly emit: EmitEvents<WorkerMs>;
  /** Resolves when the page has all that was emitted, so that no event comes after a run's result. */
  delivered(): Promise<void>;
}

/** @param send a function of the page, called through comlink */
export function courier(send: SendEvents): Courier {
  let last: void | Promise<void>;
  return {
    emit: (events) => {
      // Messages of one port arrive in order, so the last answer stands for all.
      last = send(events);
    },
    delivered: async () => {
      await last;
    },
  };
}

/** Resolves after `ms`, at once when that is not positive. */
export function sleep(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
