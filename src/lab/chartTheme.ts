import { ticks, timeScale } from '../core/timeline/timeScale';

/** Marks at round times from 0 to `toMs`, for a chart that has room for about five. */
export function timeAxis(toMs: number): {
  readonly domain: [number, number];
  readonly ticks: number[];
  readonly tickFormatter: (at: number) => string;
} {
  const marks = ticks(timeScale(0, Math.max(toMs, 1), 600), 110);
  const labels = new Map(marks.map(({ at, label }) => [at, label]));
  return {
    domain: [0, Math.max(toMs, 1)],
    ticks: marks.map(({ at }) => at),
    tickFormatter: (at) => labels.get(at) ?? '',
  };
}

/** How every chart is drawn: the page's own ink, no animation (numbers are not decoration), readable ticks. */
export const axis = {
  stroke: 'var(--rule-strong)',
  tick: { fill: 'var(--ink-soft)', fontSize: 14, fontFamily: 'var(--text)' },
  tickLine: false,
} as const;

export const grid = { stroke: 'var(--rule)', strokeDasharray: '2 4' } as const;

/** Lines are told apart by dash as well as by colour. */
export const lineStyles = [
  { stroke: 'var(--accent)', strokeWidth: 2 },
  { stroke: 'var(--ink-soft)', strokeWidth: 1.5, strokeDasharray: '6 4' },
  { stroke: 'var(--span-waiting)', strokeWidth: 1.5, strokeDasharray: '2 3' },
] as const;
