import type { LaneInfo } from '../trace/laneWriter';
import type { Millis, WorkerMs } from '../base/time';
import type { LaneId } from '../trace/trace';
import type { SendEvents } from '../trace/worker';

/** The fake database as its threads see it, at the other end of a port. */
export interface Database {
  /** Resolves when all threads may start. */
  start(): Promise<void>;
  read(): number | Promise<number>;
  write(value: number): void | Promise<void>;
  /** Takes the lock if it is free. */
  tryAcquire(thread: LaneId): boolean | Promise<boolean>;
  /** Resolves when `thread` has the lock; it is handed on in the order of asking. */
  acquire(thread: LaneId): Promise<void>;
  release(thread: LaneId): void | Promise<void>;
}

/** What a thread of the experiment does, once: read the value, sleep, write it back one higher. */
export interface DatabaseTask {
  readonly lane: LaneInfo;
  readonly sleepMs: Millis;
  readonly locked: boolean;
}

/** A database worker is the database or one of its threads, as it is asked. `Port` is a MessagePort, which core does not know. */
export interface DatabaseDoor<Port> {
  /** Becomes the database, for one thread at each port. */
  serve(ports: readonly Port[]): void;
  /** Resolves when that number of threads is ready to start. */
  arrived(threads: number): Promise<void>;
  /** Lets them start. */
  open(): void;
  value(): number;
  /** Becomes a thread. Resolves when its work is done, with the time on this worker's clock. */
  work(task: DatabaseTask, database: Port, send: SendEvents): Promise<WorkerMs>;
}
