import type { RunStrategy } from '../../runtime/engines/strategy';
import type { EngineId } from './experiment';

/** The strategies of an engine. `never`: their parameters are checked against the specs at run time, by `fitNumber` and its like. */
export type LoadedStrategies = Readonly<Record<string, RunStrategy<never>>>;

/** Where each engine is; it is fetched when it is first run. */
export const loadEngine: Readonly<Record<EngineId, () => Promise<{ readonly strategies: LoadedStrategies }>>> = {
  downloads: () => import('../../runtime/engines/downloads'),
  counting: () => import('../../runtime/engines/counting'),
  sweep: () => import('../../runtime/engines/sweep'),
  cell: () => import('../../runtime/engines/cell'),
  database: () => import('../../runtime/engines/database'),
  queue: () => import('../../runtime/engines/queue'),
  sleeps: () => import('../../runtime/engines/sleeps'),
  heartbeat: () => import('../../runtime/engines/heartbeat'),
  tape: () => import('../../runtime/engines/tape'),
  // What it runs are programs, which need no engine.
  programs: () => Promise.resolve({ strategies: {} }),
};
