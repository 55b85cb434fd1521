import type { Fact, RunRecord } from './experiment';
import { formatCount, formatDuration } from './format';

/** A fact's value with its unit, as it stands in tables and sentences. */
export function factText({ value, unit }: Fact): string {
  if (typeof value === 'string') return unit === undefined ? value : `${value} ${unit}`;
  if (unit === 'ms') return formatDuration(value);
  return unit === undefined ? formatCount(value) : `${formatCount(value)} ${unit}`;
}

/** What a strategy's latest finished run found out: "Without a lock: expected 2, got 1, lost 1." Null when there is nothing to tell. */
export function factsSentence(name: string, records: readonly RunRecord[]): string | null {
  const latest = records.findLast((record) => record.outcome.status === 'finished')?.outcome;
  if (latest?.status !== 'finished' || latest.report.facts.length === 0) return null;
  return `${name}: ${latest.report.facts.map((fact) => `${fact.label.toLowerCase()} ${factText(fact)}`).join(', ')}.`;
}
