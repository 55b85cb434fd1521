import type { Remote } from 'comlink';
import type { ScheduledProgram, SchedulesDoor, WatchedRun } from '../../core/python/pythonSchedules';
import type { Batch } from '../../core/schedule/batches';
import type { Runner } from '../../core/schedule/drive';
import type { RunResult, StepIndex, WorkItem } from '../../core/schedule/types';
import { StrategyFailure } from '../../core/experiment/experiment';
import type { Millis } from '../../core/base/time';
import type { WorkerClient } from '../client';
import type { Interpreter } from '../python/interpreter';
import { stoppedError } from '../stopping';

/** A worker that has not answered for so long computes without a line of the program's passing (`sum(range(10**12))`), and is ended. */
const stuckAfterMs: Millis = 15_000;

/** So long a run that is under way may take to its end when nobody wants it any more; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** A program that Python cannot compile. */
export class NotAProgram extends Error {
  override readonly name = 'NotAProgram';
}

/** One interpreter for as long as it makes runs of one program. */
export class ScheduleWorker {
  readonly #client: WorkerClient<SchedulesDoor>;
  readonly #calls = new Set<Promise<unknown>>();
  #left: Error | null = null;
  /** Whether it was ended for not answering. */
  stuck = false;

  constructor(readonly interpreter: Interpreter) {
    // The worker serves both; an interpreter's client is typed for programs.
    this.#client = interpreter.client as unknown as WorkerClient<SchedulesDoor>;
  }

  /** Whether a call is under way. */
  get busy(): boolean {
    return this.#calls.size > 0;
  }

  /** Resolves when none is. */
  async settled(): Promise<void> {
    while (this.busy) await Promise.allSettled(this.#calls);
  }

  /** Whether it takes no more runs. */
  get left(): boolean {
    return this.#left !== null;
  }

  /**
   * Compiles the program, unless that is done.
   * @throws NotAProgram where Python cannot.
   */
  async prepare(program: ScheduledProgram): Promise<void> {
    const refusal = await this.#call((remote) => remote.prepareSchedules(program));
    if (refusal !== null) throw new NotAProgram(refusal);
  }

  /** Makes one run and tells of its states. */
  watch(item: WorkItem, from: StepIndex): Promise<WatchedRun> {
    return this.#call((remote) => remote.watchSchedule(item, from));
  }

  /** Makes these runs. */
  run(items: readonly WorkItem[]): Promise<readonly RunResult[]> {
    return this.#call((remote) => remote.runSchedules(items));
  }

  /** Makes a batch of runs, after those that were asked for before. */
  readonly runBatch: Runner<Batch, string> = ({ items }) =>
    this.#left === null ? this.#call((remote) => remote.runBatch(items)) : Promise.reject(this.#left);

  /** Takes no more runs: those that are under way come to their ends, others reject. */
  leave(): void {
    this.#left ??= stoppedError();
  }

  /** Nobody wants what is under way: it is ended with its interpreter, unless it comes to an end in a moment. */
  abandon(): void {
    this.leave();
    if (this.busy) setTimeout(() => this.busy && this.interpreter.close(), stopPatienceMs);
  }

  async #call<R>(ask: (remote: Remote<SchedulesDoor>) => PromiseLike<R>): Promise<R> {
    const timer = setTimeout(() => {
      this.stuck = true;
      this.#client.close(
        new StrategyFailure(
          `For ${stuckAfterMs / 1000} seconds no line of this program passed, as in one call that computes for long. Such a program cannot be explored.`,
        ),
      );
      this.interpreter.close();
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
