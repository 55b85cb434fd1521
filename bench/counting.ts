import { tasksAt } from '../src/core/engines/calibration';
import { countingParams, type CountingStrategy } from '../src/core/engines/counting';
import { runStrategy } from '../src/lab/experiment/runStrategy';
import { epochNow } from '../src/core/base/clock';
import { bareLoop, barePool } from './support/bareWorkers';
import { slowDownClock } from './support/slowClock';

/** How long each way to do one piece of work took in one round, in milliseconds. */
export interface CountingRound {
  readonly bareLoop: number;
  readonly barePool: number;
  readonly sequential: number;
  readonly pooled: number;
  readonly threaded: number;
  readonly baton: number;
}

/** Loaded late, as the lab itself loads it. */
const loadEngine = () => import('../src/runtime/engines/counting');
const never = new AbortController().signal;
const paramsAt = (scale: number, poolSize: number) => ({
  scale,
  poolSize,
  switchIntervalMs: countingParams.switchIntervalMs.initial,
});

/** Runs a strategy as a card does, down to the record of the run. */
async function throughTheLab(strategy: CountingStrategy, scale: number, poolSize: number): Promise<number> {
  const { record } = await runStrategy({
    engine: 'counting',
    strategy,
    params: paramsAt(scale, poolSize),
    signal: never,
    onLive: () => undefined,
  });
  if (record.outcome.status !== 'finished')
    throw new Error(record.outcome.status === 'failed' ? record.outcome.reason : 'The run was stopped.');
  return record.outcome.report.elapsedMs;
}

/** Threads whose GIL is a baton of messages, as in a page without shared memory. */
async function withBaton(scale: number): Promise<number> {
  const { countingStrategies } = await loadEngine();
  const { threaded } = countingStrategies({ sharedMemory: false });
  const ignore = (): void => undefined;
  const report = await threaded(paramsAt(scale, 1), {
    signal: never,
    begin: epochNow,
    emit: ignore,
    progress: ignore,
    plot: ignore,
  });
  return report.elapsedMs;
}

/** Takes every way once, in turn, and in every second round in the opposite order, so that a drift of the machine favours none. */
async function round(scale: number, poolSize: number, reversed: boolean): Promise<CountingRound> {
  const tasks = tasksAt(scale);
  const took: Record<keyof CountingRound, number> = {
    bareLoop: 0,
    barePool: 0,
    sequential: 0,
    pooled: 0,
    threaded: 0,
    baton: 0,
  };
  const ways: [keyof CountingRound, () => Promise<number>][] = [
    ['bareLoop', () => bareLoop(tasks)],
    ['sequential', () => throughTheLab('sequential', scale, poolSize)],
    ['threaded', () => throughTheLab('threaded', scale, poolSize)],
    ['baton', () => withBaton(scale)],
    ['barePool', () => barePool(tasks, poolSize)],
    ['pooled', () => throughTheLab('pooled', scale, poolSize)],
  ];
  for (const [way, run] of reversed ? ways.toReversed() : ways) took[way] = await run();
  return took;
}

/** The scale at which one worker takes about `sequentialMs`. */
async function scaleOf(sequentialMs: number): Promise<number> {
  const { calibrateCounting } = await loadEngine();
  const { pace } = await calibrateCounting(never);
  const stepsAtOne = tasksAt(1).reduce((sum, { steps }) => sum + steps, 0);
  return (pace.stepsPerMs * sequentialMs) / stepsAtOne;
}

declare global {
  interface Window {
    /** Set once the page has loaded. */
    counting?: { readonly round: typeof round; readonly scaleOf: typeof scaleOf };
  }
}

const slow = Number(new URLSearchParams(location.search).get('slow') ?? 0);
if (slow > 0) slowDownClock(slow);
window.counting = { round, scaleOf };
