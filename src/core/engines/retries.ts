import type { ParamsOf } from '../experiment/params';
import type { Millis, WorkerMs } from '../base/time';
import type { LaneInfo } from '../trace/laneWriter';
import type { LaneId } from '../trace/trace';
import type { SendEvents } from '../trace/worker';

/** Livelock: two transfers take two locks in opposite orders; who finds the second one taken undoes its work, pauses, and tries again. Works everywhere. */
export const retriesParams = {
  stepMs: { kind: 'number', label: 'A step of the bank takes', unit: 'ms', min: 1, max: 200, step: 1, initial: 40 },
  pauseMs: {
    kind: 'number',
    label: 'Pause before the next round',
    unit: 'ms',
    min: 0,
    max: 500,
    step: 5,
    initial: 100,
  },
  rounds: { kind: 'number', label: 'Rounds at most', unit: 'rounds', min: 1, max: 100, step: 1, initial: 10 },
} as const;
export type RetriesParams = ParamsOf<typeof retriesParams>;
/** Every pause is as long as every other, or each is drawn anew. */
export type RetriesStrategy = 'equal' | 'random';

export const accounts = ['savings', 'checking'] as const;
export type Account = (typeof accounts)[number];

/** The bank as its transfers see it, at the other end of a port. It has a lock for each account. */
export interface Bank {
  /** Resolves when both transfers may start. */
  start(): Promise<void>;
  /** Takes the lock if it is free. */
  tryAcquire(account: Account, thread: LaneId): boolean | Promise<boolean>;
  /** Resolves when `thread` has the lock. */
  acquire(account: Account, thread: LaneId): Promise<void>;
  release(account: Account, thread: LaneId): void | Promise<void>;
}

/** What one transfer does, at most so many rounds. */
export interface TransferTask extends RetriesParams {
  readonly lane: LaneInfo;
  /** Whose lock it takes first. */
  readonly from: Account;
  readonly to: Account;
  readonly strategy: RetriesStrategy;
}

export interface Transferred {
  /** The round in which it had both locks; null where it gave up. */
  readonly round: number | null;
  /** By the worker's own clock. */
  readonly endedAt: WorkerMs;
}

/** A worker of this experiment is the bank or one of the transfers, as it is asked. `Port` is a MessagePort, which core does not know. */
export interface RetriesDoor<Port> {
  /** Becomes the bank, for one transfer at each port. */
  serve(ports: readonly Port[]): void;
  /** Resolves when that number of transfers is ready to start. */
  arrived(transfers: number): Promise<void>;
  /** Lets them start. */
  open(): void;
  /** Becomes a transfer. Resolves when it is done or gives up, and the page knows of all its events. */
  transfer(task: TransferTask, bank: Port, send: SendEvents): Promise<Transferred>;
}

/** How long a thread pauses. @param chance from 0 up to 1: where the pause lies between none and twice the usual one */
export const pauseOf = (
  { strategy, pauseMs }: { readonly strategy: RetriesStrategy; readonly pauseMs: Millis },
  chance: number,
): Millis => (strategy === 'equal' ? pauseMs : 2 * pauseMs * chance);

/** How many rounds it took until both transfers were done; null where one of them gave up. */
export function roundsOf(transfers: readonly Pick<Transferred, 'round'>[]): number | null {
  let most = 0;
  for (const { round } of transfers) {
    if (round === null) return null;
    most = Math.max(most, round);
  }
  return most;
}
