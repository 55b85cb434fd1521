import type { ParamValues } from './params';
import type { EpochMs, Millis } from '../base/time';
import type { Trace } from '../trace/trace';

/** One way to do the same work: `sequential`, `threaded`, `pooled`, `async`, … */
export type StrategyId = string;

/** Something a run found out, for the table under the chart: `{ label: 'Lost updates', value: 1312 }`. */
export interface Fact {
  readonly label: string;
  readonly value: number | string;
  readonly unit?: string;
  /** Marks a value the reader should look at. It is always also told in the label or the value. */
  readonly tone?: 'good' | 'bad';
}

/** What a strategy reports of a run that it finished. */
export interface StrategyReport {
  /** From `begin()` to the last result. */
  readonly elapsedMs: Millis;
  /** Workers that took part, the coordinator not counted. */
  readonly workers: number;
  /** Starting and warming workers, before `begin()`; not part of `elapsedMs`. */
  readonly prepareMs: Millis;
  readonly facts: readonly Fact[];
  /** What it found out besides its time, as one sentence: "1 of 2 updates was lost." */
  readonly finding?: string;
  /** What a program printed, and what it complained of, as it would stand on a terminal. */
  readonly printed?: string;
  /** Parts that failed while the run went on, one sentence each: "Page 3: 503 Service Unavailable." */
  readonly problems: readonly string[];
  /** How it was really done, one sentence each, shown under "What really ran": "One lock in shared memory played the GIL." */
  readonly how: readonly string[];
}

/** An expected failure: the message is shown to the reader as it is, and says what to do. */
export class StrategyFailure extends Error {
  override readonly name = 'StrategyFailure';

  /** `remedy`: what the page should offer; `none` where trying again cannot help. */
  constructor(
    message: string,
    readonly remedy: 'retry' | 'reload' | 'none' = 'retry',
  ) {
    super(message);
  }
}

/** A point of a live chart. */
export interface PlotPoint {
  readonly series: string;
  readonly x: number;
  readonly y: number;
}

/** How a run ended. `trace` holds what was recorded until then. */
export type Outcome =
  | {
      readonly status: 'finished';
      readonly report: StrategyReport;
      readonly trace: Trace;
      readonly points: readonly PlotPoint[];
    }
  | {
      readonly status: 'failed';
      readonly reason: string;
      readonly remedy: StrategyFailure['remedy'];
      readonly trace: Trace;
    }
  | { readonly status: 'stopped'; readonly trace: Trace };

/** What the page knows about the circumstances of a run. */
export interface RunConditions {
  readonly isolated: boolean;
  readonly clockResolutionMs: Millis;
  /** The tab was hidden for some of the run, so its timers were slowed: the numbers do not count. */
  readonly hidden: boolean;
}

/** One run of one strategy, with all that is needed to judge it. */
export interface RunRecord {
  readonly strategy: StrategyId;
  /** The values that its controls had. */
  readonly params: ParamValues;
  /** `performance.timeOrigin + performance.now()` at `begin()`. */
  readonly startedAt: EpochMs;
  readonly outcome: Outcome;
  readonly conditions: RunConditions;
}
