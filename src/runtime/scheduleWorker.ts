import type { Remote } from 'comlink';
import type { ScheduledProgram, SchedulesDoor, WatchedRun } from '../core/engines/pythonSchedules';
import type { Runner } from '../core/schedule/drive';
import type { RunResult, StepIndex, WorkItem } from '../core/schedule/types';
import { StrategyFailure } from '../core/experiment';
import type { Millis } from '../core/time';
import type { WorkerClient } from './client';
import type { Interpreter } from './interpreter';
import { stoppedError } from './stopping';

/** A worker that has not answered for so long computes without a line of the program's passing (`sum(range(10**12))`), and is ended. */
const stuckAfterMs: Millis = 15_000;

/** So long a run that is under way may take to its end when nobody wants it any more; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** A program that Python cannot compile. */
export class NotAProgram extends Error {
  override readonly name = 'NotAProgram';
}

/** What each interpreter has compiled last. A program that it runs otherwise does not touch that. */
const prepared = new WeakMap<Interpreter, string>();

interface Asked {
  readonly item: WorkItem;
  resolve(result: RunResult): void;
  reject(reason: unknown): void;
}

/** One interpreter for as long as it makes runs of one program. */
export class ScheduleWorker {
  readonly #client: WorkerClient<SchedulesDoor>;
  #waiting: Asked[] = [];
  readonly #calls = new Set<Promise<unknown>>();
  #sending = false;
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

  /**
   * Compiles the program, unless that is done.
   * @throws NotAProgram where Python cannot.
   */
  async prepare(program: ScheduledProgram): Promise<void> {
    const wanted = JSON.stringify(program);
    if (prepared.get(this.interpreter) === wanted) return;
    prepared.delete(this.interpreter);
    const refusal = await this.#call((remote) => remote.prepareSchedules(program));
    if (refusal !== null) throw new NotAProgram(refusal);
    prepared.set(this.interpreter, wanted);
  }

  /** Makes one run and tells of its states. */
  watch(item: WorkItem, from: StepIndex): Promise<WatchedRun> {
    return this.#call((remote) => remote.watchSchedule(item, from));
  }

  /** Makes one run, in one message with all that are asked for in the same turn. */
  readonly run: Runner = (item) =>
    new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#waiting.length === 1) queueMicrotask(() => void this.#send());
    });

  /** Takes no more runs: those that are under way come to their ends, others reject. */
  leave(): void {
    this.#left ??= stoppedError();
  }

  /** Nobody wants what is under way: it is ended with its interpreter, unless it comes to an end in a moment. */
  abandon(): void {
    this.leave();
    if (this.busy) setTimeout(() => this.busy && this.interpreter.close(), stopPatienceMs);
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#left !== null) throw this.#left;
        const results = await this.#call((remote) => remote.runSchedules(batch.map(({ item }) => item)));
        batch.forEach(({ resolve, reject }, at) => {
          const result = results[at];
          if (result === undefined) reject(new Error('A run has no result.'));
          else resolve(result);
        });
      } catch (error) {
        this.#left ??= error instanceof Error ? error : new Error(String(error));
        for (const { reject } of batch) reject(error);
      }
      // Who was answered asks for more first.
      await Promise.resolve().then(() => undefined);
    }
    this.#sending = false;
  }

  async #call<R>(ask: (remote: Remote<SchedulesDoor>) => PromiseLike<R>): Promise<R> {
    const timer = setTimeout(() => {
      this.stuck = true;
      this.#client.close(new StrategyFailure(`For ${stuckAfterMs / 1000} seconds no line of this program passed, as in one call that computes for long. Such a program cannot be explored.`));
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
