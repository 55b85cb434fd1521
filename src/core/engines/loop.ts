import type { ParamsOf } from '../params';

/** Ten thousand sleeps: many timers at once on one thread, all together or at most so many at a time. */
export const sleepsParams = {
  tasks: { kind: 'number', label: 'Tasks', unit: 'tasks', min: 1, max: 10_000, step: 1, initial: 10_000, scale: 'log' },
  sleepMs: { kind: 'number', label: 'Each sleeps', unit: 'ms', min: 10, max: 3000, step: 10, initial: 1000 },
  limit: { kind: 'number', label: 'At most at once', unit: 'tasks', min: 1, max: 10_000, step: 1, initial: 5000, scale: 'log', hint: 'Only the limited strategy uses it.' },
} as const;
export type SleepsParams = ParamsOf<typeof sleepsParams>;
export type SleepsStrategy = 'together' | 'limited';

/** Blocking the loop: a heartbeat on an event loop, and one slow call made on the loop or in a worker. Plots `Gap between heartbeats` (x: ms, y: ms). */
export const heartbeatParams = {
  beatMs: { kind: 'number', label: 'Heartbeat every', unit: 'ms', min: 20, max: 500, step: 10, initial: 100 },
  callMs: { kind: 'number', label: 'The slow call takes', unit: 'ms', min: 100, max: 3000, step: 100, initial: 1000 },
} as const;
export type HeartbeatParams = ParamsOf<typeof heartbeatParams>;
export type HeartbeatStrategy = 'blocking' | 'toThread';
