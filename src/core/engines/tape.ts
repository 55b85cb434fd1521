import type { ParamsOf } from '../experiment/params';

/** The tape of the first page: two threads that share one GIL, one that waits for a page, and a main thread that waits for all. */
export const tapeParams = {
  countMs: { kind: 'number', label: 'Each counts for', unit: 'ms', min: 100, max: 2000, step: 50, initial: 450 },
  latencyMs: { kind: 'number', label: 'The page takes', unit: 'ms', min: 100, max: 3000, step: 50, initial: 750 },
  switchIntervalMs: { kind: 'number', label: 'Switch interval', unit: 'ms', min: 1, max: 200, step: 1, initial: 60 },
} as const;
export type TapeParams = ParamsOf<typeof tapeParams>;
export type TapeStrategy = 'tape';
