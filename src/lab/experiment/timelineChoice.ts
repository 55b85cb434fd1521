import type { RunRecord } from '../../core/experiment/experiment';
import { formatCount, formatDuration } from '../../core/base/format';
import type { SpanStore } from '../../core/trace/spans';
import { CombinedSpans } from '../../core/trace/spansCombine';
import type { Experiment } from './experiment';
import type { LabRun } from './runStrategy';
import type { ActiveRun } from './useExperiment';

/** Which strategies a reader looks at: one by its id, or null for all. */
export type Choice = string | null;

/** A strategy's latest run, as the timeline shows it. */
export interface ShownRun {
  readonly strategy: string;
  readonly name: string;
  readonly spans: SpanStore;
  /** Null while it goes on. */
  readonly record: RunRecord | null;
  /** What stands beside its name: "1.02 s". Null while it goes on. */
  readonly remark: string | null;
}

function remarkOf({ outcome, conditions }: RunRecord, spans: SpanStore, count: number): string {
  if (outcome.status !== 'finished') return `${outcome.status} after ${formatDuration(spans.until())}`;
  const time = formatDuration(outcome.report.elapsedMs);
  const repeated = count > 1 ? `, the latest of ${formatCount(count)} runs` : '';
  return `${time}${repeated}${conditions.hidden ? ', does not count' : ''}`;
}

/** The latest run of each chosen strategy, the one under way included, in the strategies' order; those that left nothing to draw are left out. */
export function shownRuns(
  experiment: Experiment,
  runs: readonly LabRun[],
  active: ActiveRun | null,
  choice: Choice,
): readonly ShownRun[] {
  return experiment.strategies.flatMap(({ id, name }): readonly ShownRun[] => {
    if (choice !== null && choice !== id) return [];
    const own = runs.filter((run) => run.record.strategy === id);
    const latest = own.at(-1);
    const live = active?.strategy === id ? active.live : null;
    // Until its time begins, the run before is worth more than nothing.
    if (live !== null && live.spans !== latest?.spans && (live.startedAt !== null || latest === undefined)) {
      return [{ strategy: id, name, spans: live.spans, record: null, remark: null }];
    }
    if (latest === undefined || latest.spans.lanes().length === 0) return [];
    return [
      {
        strategy: id,
        name,
        spans: latest.spans,
        record: latest.record,
        remark: remarkOf(latest.record, latest.spans, own.length),
      },
    ];
  });
}

/** Several runs as one source, with what is said of them. */
export function combined(shown: readonly ShownRun[]): CombinedSpans {
  const source = new CombinedSpans(shown.map(({ name, spans }) => ({ name, source: spans })));
  source.setRemarks(shown.map(({ remark }) => remark));
  return source;
}
