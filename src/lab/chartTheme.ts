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
