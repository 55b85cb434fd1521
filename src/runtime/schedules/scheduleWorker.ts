import type { Remote } from 'comlink';
import { BrokenAnswer, orNull, textIn } from '../../core/python/answers';
import { packItems, unpackRuns } from '../../core/python/packedRuns';
import { unpackWatchedRun } from '../../core/python/watchedRuns';
import type { ScheduledProgram, SchedulesDoor, WatchedRun } from '../../core/python/pythonSchedules';
import type { Batch } from '../../core/schedule/batches';
import type { Runner } from '../../core/schedule/drive';
import type { RunResult, StepIndex, WorkItem } from '../../core/schedule/types';
import { StrategyFailure } from '../../core/experiment/experiment';
import type { Millis } from '../../core/base/time';
import type { WorkerClient } from '../client';
import type { Lease } from '../python/interpreterPool';
import { stoppedError } from '../stopping';

/** How long a worker may take to answer. One that takes longer computes without a line of the program's passing (`sum(range(10**12))`), and is ended. */
const stuckAfterMs: Millis = 15_000;

/** How long a run may go on when its result is not wanted any more; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** A program that Python cannot compile. */
export class NotAProgram extends Error {
  override readonly name = 'NotAProgram';
}

/** Holds one interpreter while it makes runs of one program. Call `giveBack` or `end` when done. */
export class ScheduleWorker {
  readonly #lease: Lease;
  readonly #client: WorkerClient<SchedulesDoor>;
  readonly #calls = new Set<Promise<unknown>>();
  #left: Error | null = null;
  /** Whether it was ended for not answering. */
  stuck = false;

  constructor(lease: Lease) {
    this.#lease = lease;
    // The worker serves both; an interpreter's client is typed for programs.
    this.#client = lease.interpreter.client as unknown as WorkerClient<SchedulesDoor>;
  }

  /** Whether a call is under way. */
  get busy(): boolean {
    return this.#calls.size > 0;
  }

  /** Resolves when no call is under way. */
  async settled(): Promise<void> {
    while (this.busy) await Promise.allSettled(this.#calls);
  }

  /** Whether it takes no more runs. */
  get left(): boolean {
    return this.#left !== null;
  }

  /**
   * Compiles the program, unless that is done. A run that has halted is ended, unless it is of this program and about to go on (`toStep`).
   * @throws NotAProgram where Python cannot.
   */
  async prepare(program: ScheduledProgram, toStep = false): Promise<void> {
    const refusal = await this.#read(
      (remote) => remote.prepareSchedules(program, toStep),
      (answer) => orNull(answer, textIn),
    );
    if (refusal !== null) throw new NotAProgram(refusal);
  }

  /** Makes one run and tells of its states. */
  watch(item: WorkItem, from: StepIndex): Promise<WatchedRun> {
    return this.#read(
      (remote) => remote.watchSchedule(item, from),
      (answer) => unpackWatchedRun(answer, item),
    );
  }

  /** Makes one run as far as its choices go, and halts it there; goes on with one that has halted, where that leads there. Tells what is new. */
  step(item: WorkItem, from: StepIndex): Promise<WatchedRun> {
    return this.#read(
      (remote) => remote.stepSchedule(item, from),
      (answer) => unpackWatchedRun(answer, item),
    );
  }

  /** Makes these runs. */
  run(items: readonly WorkItem[]): Promise<readonly RunResult[]> {
    return this.#read(
      (remote) => remote.runSchedules(packItems(items)),
      (answer) => unpackRuns(answer, items),
    );
  }

  /** Makes a batch of runs, after those that were asked for before. The search reads the answer. */
  readonly runBatch: Runner<Batch, string> = ({ items }) =>
    this.#left === null ? this.#call((remote) => remote.runBatch(items)) : Promise.reject(this.#left);

  /** Takes no more runs: those under way come to their ends, others reject. */
  leave(): void {
    this.#left ??= stoppedError();
  }

  /** Takes no more runs. Those under way, which are not wanted any more, are ended with the interpreter unless they end by themselves in a moment. */
  abandon(): void {
    this.leave();
    if (this.busy) setTimeout(() => this.busy && this.end(), stopPatienceMs);
  }

  /** Gives its interpreter back to the pool. */
  giveBack(): void {
    this.#lease.giveBack();
  }

  /** Ends its interpreter, which is not fit for another program; calls under way reject. */
  end(): void {
    this.#lease.end();
  }

  /** Reads an answer, which a program may have forged: one that makes no sense ends the interpreter. */
  async #read<R>(
    ask: (remote: Remote<SchedulesDoor>) => PromiseLike<unknown>,
    read: (answer: unknown) => R,
  ): Promise<R> {
    const answer = await this.#call(ask);
    try {
      return read(answer);
    } catch (error) {
      this.end();
      throw error instanceof BrokenAnswer ? new StrategyFailure(error.message) : error;
    }
  }

  async #call<R>(ask: (remote: Remote<SchedulesDoor>) => PromiseLike<R>): Promise<R> {
    const timer = setTimeout(() => {
      this.stuck = true;
      this.#client.close(
        new StrategyFailure(
          `For ${stuckAfterMs / 1000} seconds this program did not come to its next line, as in one call that computes for a long time. A program that does this cannot be explored.`,
        ),
      );
      this.end();
    }, stuckAfterMs);
    const answer = this.#client.call(ask);
    this.#calls.add(answer);
    try {
      return await answer;
    } finally {
      this.#calls.delete(answer);
      clearTimeout(timer);
    }
  }
}
