import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import type { SearchSummary } from '../../../core/schedule/frontier';
import type { SearchOptions } from '../../../core/schedule/search';
import type { RunResult, Schedule, StepIndex, WorkItem } from '../../../core/schedule/types';

/** What an exploration needs of the interpreters. Each throws a `NotAProgram` or a `StrategyFailure`. */
export interface Explorer {
  /** Tries schedules until all are tried, a bound is met, or `signal` aborts; what was found is kept. */
  explore(
    program: ScheduledProgram,
    options: SearchOptions,
    sinks: {
      readonly onBegin?: () => void;
      readonly onProgress?: (summary: SearchSummary) => void;
      readonly onBoot?: (fraction: number, words: string) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<SearchSummary>;
  /** Makes these runs, whatever search is under way. */
  run(program: ScheduledProgram, items: readonly WorkItem[]): Promise<readonly RunResult[]>;
  /** Makes one run and tells its states from the step `from` on. */
  replay(
    program: ScheduledProgram,
    prefix: Schedule,
    options: { readonly maxSteps: number; readonly from: StepIndex },
  ): Promise<WatchedRun>;
}
