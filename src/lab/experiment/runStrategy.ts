import { sinceStart } from '../../core/trace/axes';
import { StrategyFailure, type Outcome, type PlotPoint, type RunRecord } from '../../core/experiment/experiment';
import type { ParamValues } from '../../core/experiment/params';
import { SpanStore, storeOf } from '../../core/trace/spans';
import type { EpochMs } from '../../core/base/time';
import type { TraceEvent } from '../../core/trace/trace';
import { clockResolution, watchVisibility } from '../../runtime/environment';
import { epochNow } from '../../core/base/clock';
import { isStopped } from '../../runtime/stopping';
import { loadEngine } from './engines';
import type { EngineId } from './experiment';
import type { Program } from '../workbench/program';

// They come with the first run, not with the lesson.
export { plannedRuns } from '../../core/experiment/reference';
export { takeTurn } from '../turns';

/** What can be seen of a run while it goes on. */
export interface LiveRun {
  readonly spans: SpanStore;
  readonly points: readonly PlotPoint[];
  /** Null while workers are still being prepared. */
  readonly startedAt: EpochMs | null;
  /** 0 to 1. */
  readonly progress: number;
}

/** A run as the lab keeps it: the record, and its spans for the timeline. */
export interface LabRun {
  readonly record: RunRecord;
  readonly spans: SpanStore;
}

/** A run whose numbers still count, but whose spans and trace would only fill the memory. */
export function withoutTrace(run: LabRun): LabRun {
  const { outcome } = run.record;
  return { spans: storeOf([]), record: { ...run.record, outcome: { ...outcome, trace: [] } } };
}

interface RunRequest {
  readonly engine: EngineId;
  readonly strategy: string;
  readonly params: ParamValues;
  /** The program that Python runs instead of the engine. */
  readonly program?: Program | null;
  readonly signal: AbortSignal;
  /** Called once, at once; what it receives is alive and may be read as often as frames are drawn. */
  onLive(live: LiveRun): void;
}

/** Marks in the browser's performance timeline. */
export const runBegins = 'timeslice: run begins';
export const runEnds = 'timeslice: run ends';

function failureReason(error: unknown): string {
  if (error instanceof StrategyFailure) return error.message;
  const said = error instanceof Error ? error.message : String(error);
  return `Something unexpected went wrong (${said}). Run it again; if that does not help, load the page again.`;
}

/** Runs one strategy once and always settles with a record: a failure or a stop is an outcome, not an exception. */
export async function runStrategy({
  engine,
  strategy,
  params,
  program = null,
  signal,
  onLive,
}: RunRequest): Promise<LabRun> {
  let startedAt: EpochMs | null = null;
  let progress = 0;
  let early: TraceEvent<EpochMs>[] = [];
  const points: PlotPoint[] = [];
  const spans = new SpanStore(() => (startedAt === null ? 0 : epochNow() - startedAt));
  onLive({
    spans,
    points,
    get startedAt() {
      return startedAt;
    },
    get progress() {
      return progress;
    },
  });
  const visibility = watchVisibility();

  const run = async (): Promise<Outcome> => {
    try {
      const runner =
        program === null
          ? (await loadEngine[engine]()).strategies[strategy]
          : (await import('../program/pythonStrategy')).pythonStrategy(program);
      if (runner === undefined) throw new Error(`The engine ${engine} has no strategy ${strategy}.`);
      signal.throwIfAborted();
      const report = await runner(params as never, {
        signal,
        begin(at = epochNow()) {
          // For the browser's own tools and for bench/.
          performance.mark(runBegins);
          startedAt = at;
          const zero = startedAt;
          spans.add(early.map((event) => sinceStart(event, zero)));
          early = [];
          return startedAt;
        },
        emit(events) {
          const zero = startedAt;
          if (zero === null) early.push(...events);
          else spans.add(events.map((event) => sinceStart(event, zero)));
        },
        progress(fraction) {
          progress = Math.min(1, Math.max(0, fraction));
        },
        plot(series, x, y) {
          points.push({ series, x, y });
        },
      });
      return { status: 'finished', report, trace: spans.trace(), points };
    } catch (error) {
      if (signal.aborted || isStopped(error)) return { status: 'stopped', trace: spans.trace() };
      return {
        status: 'failed',
        reason: failureReason(error),
        remedy: error instanceof StrategyFailure ? error.remedy : 'retry',
        trace: spans.trace(),
      };
    }
  };

  try {
    const outcome = await run();
    performance.mark(runEnds);
    spans.finish(outcome.status === 'finished' ? Math.max(spans.endAt, outcome.report.elapsedMs) : spans.endAt);
    return {
      spans,
      record: {
        strategy,
        params,
        startedAt: startedAt ?? epochNow(),
        outcome,
        conditions: {
          isolated: globalThis.crossOriginIsolated,
          clockResolutionMs: clockResolution(),
          hidden: visibility.wasHidden(),
        },
      },
    };
  } finally {
    visibility.stop();
  }
}
