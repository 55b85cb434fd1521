import type { RunRecord } from './experiment';
import type { Trace } from '../trace/trace';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const columns = [
  'experiment',
  'strategy',
  'run',
  'status',
  'elapsed_ms',
  'workers',
  'prepare_ms',
  'isolated',
  'hidden',
  'started_at',
  'params',
];

/** One line a run, in the order in which they were made, with a header of `columns`; `params` are a JSON object. RFC 4180. */
export function timingsCsv(experiment: string, records: readonly RunRecord[]): string {
  const rows = records.map(({ strategy, params, startedAt, outcome, conditions }, index) => {
    const report = outcome.status === 'finished' ? outcome.report : undefined;
    const numbers = [report?.elapsedMs.toFixed(3), report?.workers, report?.prepareMs.toFixed(3)].map((value) =>
      String(value ?? ''),
    );
    const circumstances = [
      String(conditions.isolated),
      String(conditions.hidden),
      new Date(startedAt).toISOString(),
      JSON.stringify(params),
    ];
    return [experiment, strategy, String(index + 1), outcome.status, ...numbers, ...circumstances]
      .map(quoted)
      .join(',');
  });
  return [columns.join(','), ...rows, ''].join('\r\n');
}

/** One run's exported trace. */
export interface TraceFile {
  readonly site: 'timeslice';
  readonly format: 'trace';
  readonly version: 1;
  readonly experiment: string;
  readonly strategy: string;
  readonly params: RunRecord['params'];
  readonly conditions: RunRecord['conditions'];
  /** Times in milliseconds since the start of the run. */
  readonly events: Trace;
}

/** Several runs in one file, one for each strategy: each begins at 0 on its own clock. */
export interface TracesFile {
  readonly site: 'timeslice';
  readonly format: 'traces';
  readonly version: 1;
  readonly experiment: string;
  readonly runs: readonly TraceFile[];
}

/** Traces with what is needed to read them, as JSON: a `TraceFile` of a single run, else a `TracesFile`. */
export function tracesJson(experiment: string, records: readonly RunRecord[]): string {
  const runs = records.map(({ strategy, params, conditions, outcome }): TraceFile => {
    return {
      site: 'timeslice',
      format: 'trace',
      version: 1,
      experiment,
      strategy,
      params,
      conditions,
      events: outcome.trace,
    };
  });
  const several: TracesFile = { site: 'timeslice', format: 'traces', version: 1, experiment, runs };
  return JSON.stringify(runs.length === 1 ? runs[0] : several);
}
