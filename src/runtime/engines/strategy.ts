import type { StrategyReport } from '../../core/experiment/experiment';
import type { EpochMs } from '../../core/base/time';
import type { TraceEvent } from '../../core/trace/trace';

/** What the lab hands to a strategy, and all it can do to the page. */
export interface RunContext {
  readonly signal: AbortSignal;
  /** Ends the preparation and sets time zero: now, unless it was a moment ago. Call it once. Returns time zero. */
  begin(at?: EpochMs): EpochMs;
  /** Adds events; the lab shifts their times so that `begin()` is 0. Batches of one lane arrive in order. */
  emit(events: readonly TraceEvent<EpochMs>[]): void;
  /** 0 to 1, for a progress bar. */
  progress(fraction: number): void;
  /** A point of a live chart other than the timings: `plot('Queue length', atMs, 4)`. `x` is in the chart's own unit. */
  plot(series: string, x: number, y: number): void;
}

/** Runs one strategy once. Rejects with an `AbortError` when stopped, and with a `StrategyFailure` when something that can be expected went wrong. */
export type RunStrategy<P> = (params: P, context: RunContext) => Promise<StrategyReport>;
