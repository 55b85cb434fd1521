import { onPageAxis } from '../base/clock';
import type { EpochMs, Millis, WorkerMs } from '../base/time';
import type { TraceEvent } from './trace';

/** Events by a worker's clock, moved to the page's axis by what `clockShiftMs` found. */
export function eventsOnPageAxis(
  events: readonly TraceEvent<WorkerMs>[],
  shiftMs: Millis,
): readonly TraceEvent<EpochMs>[] {
  return events.map((event) => ({ ...event, at: onPageAxis(event.at, shiftMs) }));
}

/** An event of a run that began at `startedAt`. What happened before that counts as its beginning. */
export function sinceStart(event: TraceEvent<EpochMs>, startedAt: EpochMs): TraceEvent {
  return { ...event, at: Math.max(0, event.at - startedAt) };
}
