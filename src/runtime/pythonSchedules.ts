import type { ScheduledProgram, SchedulesDoor, WatchedRun } from '../core/engines/pythonSchedules';
import { drive, type Runner } from '../core/schedule/drive';
import { Frontier, type SearchSummary } from '../core/schedule/frontier';
import type { SearchOptions } from '../core/schedule/search';
import type { RunResult, Schedule, StepIndex, WorkItem } from '../core/schedule/types';
import type { WorkerClient } from './client';
import { openInterpreter, type Interpreter } from './interpreter';

/** So many runs are under way in a worker at once, since a message costs as much as a run. */
const runsAtOnce = 16;

/** How a search is watched and stopped. */
export interface ExploreSinks {
  /** Told after results, at most every `progressEveryMs`. */
  readonly onProgress?: (summary: SearchSummary) => void;
  /** Ends the search; what was found is kept. */
  readonly signal?: AbortSignal;
}

/** What a replay shows. */
export interface ReplayOptions {
  /** A run of more steps stops there; as many as are given, unless said. */
  readonly maxSteps?: number;
  /** The first step before which the state is wanted. */
  readonly from?: StepIndex;
}

const progressEveryMs = 100;

/** A worker that has not answered for so long computes without a line of the program's passing (`sum(range(10**12))`), and is ended. */
const stuckAfterMs = 15_000;

/** A program that Python cannot compile. */
export class NotAProgram extends Error {
  override readonly name = 'NotAProgram';
}

/** Interpreters that run schedules. */
export class PythonSchedules {
  #interpreters: readonly Interpreter[] = [];

  /** Starts so many interpreters, where they are not there already. */
  async boot(workers = 1): Promise<void> {
    const missing = workers - this.#interpreters.length;
    if (missing > 0) this.#interpreters = [...this.#interpreters, ...(await Promise.all(Array.from({ length: missing }, () => openInterpreter())))];
  }

  /**
   * Tries the schedules of a program.
   * @throws NotAProgram for one that does not compile; a `StrategyFailure` when all interpreters have died.
   */
  async explore(program: ScheduledProgram, options: SearchOptions, { onProgress = () => undefined, signal }: ExploreSinks = {}): Promise<SearchSummary> {
    await this.boot(1);
    const doors = this.#interpreters.map((interpreter) => this.#guarded(interpreter));
    const refusals = await Promise.all(doors.map((door) => door.call((remote) => remote.prepareSchedules(program))));
    const refusal = refusals.find((words) => words !== null);
    if (typeof refusal === 'string') throw new NotAProgram(refusal);
    const frontier = new Frontier(options);
    let told = performance.now();
    await drive(
      frontier,
      doors.flatMap((door) => Array.from<Runner>({ length: runsAtOnce }).fill(inBatches(door))),
      {
        stopped: () => signal?.aborted ?? false,
        progress: () => {
          if (performance.now() - told < progressEveryMs) return;
          told = performance.now();
          onProgress(frontier.summary());
        },
      },
    );
    return frontier.summary();
  }

  /**
   * Makes one run of a program: these choices, then no more steps unless `maxSteps` leaves room, in which case the usual rule goes on. Looking at
   * the state takes ten times as long as a step: `from` leaves out what is known from an earlier replay.
   * @throws NotAProgram for one that does not compile.
   */
  async replay(program: ScheduledProgram, prefix: Schedule, { maxSteps = prefix.length, from = 0 }: ReplayOptions = {}): Promise<WatchedRun> {
    await this.boot(1);
    const [interpreter] = this.#interpreters;
    if (interpreter === undefined) throw new Error('There is no interpreter.');
    const door = this.#guarded(interpreter);
    const refusal = await door.call((remote) => remote.prepareSchedules(program));
    if (refusal !== null) throw new NotAProgram(refusal);
    return door.call((remote) => remote.watchSchedule({ id: 0, prefix, sleep: [], maxSteps }, from));
  }

  /** Ends the interpreters. */
  close(): void {
    for (const interpreter of this.#interpreters) interpreter.close();
    this.#interpreters = [];
  }

  /** Calls an interpreter, and ends it if it does not answer. */
  #guarded(interpreter: Interpreter): Door {
    // The worker serves both; an interpreter's client is typed for programs.
    const client = interpreter.client as unknown as WorkerClient<SchedulesDoor>;
    const drop = (): void => {
      interpreter.close();
      this.#interpreters = this.#interpreters.filter((one) => one !== interpreter);
    };
    return {
      async call(ask) {
        const timer = setTimeout(() => interpreter.close(), stuckAfterMs);
        try {
          return await client.call(ask);
        } catch (error) {
          drop();
          throw error;
        } finally {
          clearTimeout(timer);
        }
      },
    };
  }
}

/** What is called of a worker's client. */
type Door = Pick<WorkerClient<SchedulesDoor>, 'call'>;

/** A runner that sends together what is asked of it in one turn, and one message at a time. */
function inBatches(door: Door): Runner {
  let waiting: { readonly item: WorkItem; readonly resolve: (result: RunResult) => void; readonly reject: (reason: unknown) => void }[] = [];
  let busy = false;
  const send = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const results = await door.call((remote) => remote.runSchedules(batch.map(({ item }) => item)));
        batch.forEach(({ resolve, reject }, at) => {
          const result = results[at];
          if (result === undefined) reject(new Error('A run has no result.'));
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      // Who was answered asks for more first.
      await Promise.resolve().then(() => undefined);
    }
    busy = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) queueMicrotask(() => void send());
    });
}
