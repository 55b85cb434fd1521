import type { RunRecord } from './experiment';
import type { Trace } from './trace';

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line a run: `experiment,strategy,run,status,elapsed_ms,workers,prepare_ms,isolated,hidden,started_at`. RFC 4180, with a header. */
export function timingsCsv(experiment: string, records: readonly RunRecord[]): string {
  const header = 'experiment,strategy,run,status,elapsed_ms,workers,prepare_ms,isolated,hidden,started_at';
  const rows = records.map(({ strategy, startedAt, outcome, conditions }, index) => {
    const report = outcome.status === 'finished' ? outcome.report : undefined;
    const numbers = [report?.elapsedMs.toFixed(3), report?.workers, report?.prepareMs.toFixed(3)].map((value) => String(value ?? ''));
    return [experiment, strategy, String(index + 1), outcome.status, ...numbers, String(conditions.isolated), String(conditions.hidden), new Date(startedAt).toISOString()].map(quoted).join(',');
  });
  return [header, ...rows, ''].join('\r\n');
}

/** The exported trace file. */
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

/** A run's trace with what is needed to read it, as JSON. */
export function traceJson(experiment: string, { strategy, params, conditions, outcome }: RunRecord): string {
  const file: TraceFile = { site: 'timeslice', format: 'trace', version: 1, experiment, strategy, params, conditions, events: outcome.trace };
  return JSON.stringify(file);
}
