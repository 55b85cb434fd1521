import { countingParams, sweepParams } from '../core/engines/counting';
import { downloadParams } from '../core/engines/downloads';
import { heartbeatParams, sleepsParams } from '../core/engines/loop';
import { cellParams, databaseParams, queueParams } from '../core/engines/sharing';
import { tapeParams } from '../core/engines/tape';
import type { ParamSpecs } from '../core/params';
import type { RunStrategy } from '../runtime/strategy';
import type { EngineId } from './experiment';

/** What each engine lets a reader set. */
export const engineSpecs: Readonly<Record<EngineId, ParamSpecs>> = {
  downloads: downloadParams,
  counting: countingParams,
  sweep: sweepParams,
  cell: cellParams,
  database: databaseParams,
  queue: queueParams,
  sleeps: sleepsParams,
  heartbeat: heartbeatParams,
  tape: tapeParams,
};

/** The strategies of an engine. `never`: their parameters are checked against the specs at run time, by `fitNumber` and its like. */
export type LoadedStrategies = Readonly<Record<string, RunStrategy<never>>>;

/** Where each engine is; it is fetched when it is first run. */
export const loadEngine: Readonly<Record<EngineId, () => Promise<{ readonly strategies: LoadedStrategies }>>> = {
  downloads: () => import('../runtime/downloads'),
  counting: () => import('../runtime/counting'),
  sweep: () => import('../runtime/sweep'),
  cell: () => import('../runtime/cell'),
  database: () => import('../runtime/database'),
  queue: () => import('../runtime/queue'),
  sleeps: () => import('../runtime/sleeps'),
  heartbeat: () => import('../runtime/heartbeat'),
  tape: () => import('../runtime/tape'),
};
