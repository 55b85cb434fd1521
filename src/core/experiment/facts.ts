import type { Fact, RunRecord } from './experiment';
import { formatCount, formatDuration } from '../base/format';

/** Units that are counted: one of them is written without the s. */
const counted = new Set(['pages', 'items', 'workers', 'tasks', 'beats', 'frames', 'times', 'steps', 'bytes']);

/** A fact's value with its unit, as it stands in a table. */
export function factText({ value, unit }: Fact): string {
  if (typeof value === 'string') return unit === undefined ? value : `${value}\u00a0${unit}`;
  if (unit === 'ms') return formatDuration(value);
  if (value === 1 && unit !== undefined && counted.has(unit)) return `1\u00a0${unit.slice(0, -1)}`;
  const text = numberText(value);
  return unit === undefined ? text : `${text}\u00a0${unit}`;
}

/** What is counted is whole; a scale or a few nanoseconds keep three digits. */
function numberText(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 100 ? formatCount(value) : String(Number(value.toPrecision(3)));
}

/** What a strategy's latest finished run found out, as a sentence with its name; null when there is nothing to tell. */
export function findingSentence(name: string, records: readonly RunRecord[]): string | null {
  const latest = records.findLast((record) => record.outcome.status === 'finished')?.outcome;
  return latest?.status === 'finished' && latest.report.finding !== undefined
    ? `${name}: ${latest.report.finding}`
    : null;
}

/** How many of `expected` changes arrived: "1 of 2 updates was lost." `one` and `many` name a change. */
export function lossFinding(got: number, expected: number, one: string, many: string): string {
  const lost = expected - got;
  if (lost === 0) return expected === 1 ? `the one ${one} arrived.` : `all ${formatCount(expected)} ${many} arrived.`;
  return `${formatCount(lost)} of ${formatCount(expected)} ${many} ${lost === 1 ? 'was' : 'were'} lost.`;
}
