import type { ScheduledProgram, WatchedRun } from '../../core/python/pythonSchedules';
import { StrategyFailure } from '../../core/experiment/experiment';
import { drive } from '../../core/schedule/drive';
import type { SearchSummary } from '../../core/schedule/frontier';
import type { SearchOptions } from '../../core/schedule/search';
import type { RunResult, Schedule, StepIndex, WorkItem } from '../../core/schedule/types';
import { mayFetchUnasked, reportedCores, whenIdle } from '../environment';
import type { InterpreterPool, Lease } from '../python/interpreterPool';
import type { OnBoot } from '../python/pythonFiles';
import { openSearch, type OpenSearch, type Search } from './search';
import { ScheduleCrew } from './scheduleCrew';
import { NotAProgram, ScheduleWorker } from './scheduleWorker';
import { isStopped, orStopped, stoppedError } from '../stopping';

export { NotAProgram };

/** Where the interpreters come from. */
export type Interpreters = Pick<InterpreterPool, 'lend' | 'lendIdle' | 'prepare' | 'close'>;

/** What a search and a replay may both be given. */
interface Wishes {
  /** Hears how Python's start goes, 0 to 1 and in words, where one must be awaited. */
  readonly onBoot?: OnBoot;
  readonly signal?: AbortSignal;
}

/** How a search is watched and stopped: an abort ends it, also while Python starts, and what was found is kept. */
export interface ExploreSinks extends Wishes {
  /** Told when the first runs begin: Python has started, the program is compiled. */
  readonly onBegin?: () => void;
  /** Told after results, at most five times a second. */
  readonly onProgress?: (summary: SearchSummary) => void;
  /** The most interpreters at once; `workersFor` this machine unless said. */
  readonly workers?: number;
}

/** What a replay shows. An abort rejects with an `AbortError`. */
export interface ReplayOptions extends Wishes {
  /** The most steps of the run; as many as are given, unless said. */
  readonly maxSteps?: number;
  /** The first step before which the state is wanted. */
  readonly from?: StepIndex;
}

/** On how many workers to search: a core is left to the page, and each has its own 53 MB. */
export const workersFor = (cores: number): number => Math.max(1, Math.min(cores - 1, 4));

/** Schedules of Python programs: searches and replays. Each has interpreters of its own while it lasts, so that a step is answered while a search goes on. */
export class PythonSchedules {
  readonly #interpreters: Interpreters;
  readonly #openSearch: OpenSearch;
  #replays: Promise<unknown> = Promise.resolve();

  constructor(interpreters: Interpreters, search: OpenSearch = openSearch) {
    this.#interpreters = interpreters;
    this.#openSearch = search;
  }

  /** Sees that an interpreter is there. Rejects with a `StrategyFailure` when Python cannot be fetched, or the browser cannot suspend it. */
  async boot(onBoot?: OnBoot, signal?: AbortSignal): Promise<void> {
    (await this.#lend({ ...(onBoot && { onBoot }), ...(signal && { signal }) })).giveBack();
  }

  /** Starts an interpreter when the page has nothing else to do, where the reader does not pay for it and the browser can suspend it. */
  prepareUnasked(): void {
    if (canSuspend() && mayFetchUnasked()) whenIdle(() => this.#interpreters.prepare(1));
  }

  /**
   * Tries the schedules of a program. It begins on one worker; others join while it goes on.
   * @throws NotAProgram for one that does not compile; a `StrategyFailure` when Python cannot be started, or dies of this program again and again.
   */
  async explore(
    program: ScheduledProgram,
    options: SearchOptions,
    { onProgress = () => undefined, onBegin, onBoot, signal, workers = workersFor(reportedCores()) }: ExploreSinks = {},
  ): Promise<SearchSummary> {
    const over = new AbortController();
    const isOver = new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()));
    const search = this.#openSearch(options, onProgress);
    let began = false;
    const crew = new ScheduleCrew({
      program,
      most: workers,
      lend: () => this.#lend({ signal: over.signal, ...(onBoot && !began && { onBoot }) }),
      lendIdle: () => this.#interpreters.lendIdle(),
    });
    const stop = (): void => {
      over.abort();
      crew.abandon();
    };
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop);
    const next: Search['next'] = (done) => {
      if (!began) onBegin?.();
      began = true;
      return search.next(done);
    };
    const driven = (): Promise<void> =>
      drive({ next, giveBack: (batch) => search.giveBack(batch) }, [], {
        open: (join) => crew.open(join),
        stopped: () => over.signal.aborted,
        progress: () => crew.grow(),
      });
    try {
      // A reader who stops does not wait for the runs under way.
      await (over.signal.aborted ? isOver : Promise.race([isOver, driven()]));
      return await search.summary();
    } catch (error) {
      if (!(error instanceof NotAProgram)) crew.end();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      over.abort();
      crew.disband();
      search.close();
    }
  }

  /**
   * Makes one run of a program: these choices, then no more steps unless `maxSteps` leaves room, in which case the usual rule goes on. Looking at
   * the state takes ten times as long as a step: `from` leaves out what is known from an earlier replay. Replays wait for each other, in order.
   * @throws NotAProgram for one that does not compile; a `StrategyFailure` when Python cannot be started, or died twice.
   */
  replay(
    program: ScheduledProgram,
    prefix: Schedule,
    { maxSteps = prefix.length, from = 0, ...wishes }: ReplayOptions = {},
  ): Promise<WatchedRun> {
    return this.#inTurn(wishes, () =>
      this.#onOne(program, wishes, (worker) => worker.watch({ id: 0, prefix, sleep: [], maxSteps }, from)),
    );
  }

  /**
   * Steps through a program: makes one run with these choices, and where the main thread goes first also with its steps behind them, but with no more than `maxSteps`. The run
   * halts there, and its interpreter waits among the idle ones: a step that goes on from there takes no longer after 2,000 others. Where that interpreter has been
   * ended or lent to somebody else, or the choices are others, the run is made anew. Of the result's steps, those from the one before `from` on are told, and the states from `from` on.
   * Steps and replays wait for each other, in order.
   * @throws NotAProgram for one that does not compile; a `StrategyFailure` when Python cannot be started, or died twice.
   */
  step(
    program: ScheduledProgram,
    prefix: Schedule,
    { maxSteps = prefix.length, from = 0, ...wishes }: ReplayOptions = {},
  ): Promise<WatchedRun> {
    return this.#inTurn(wishes, () =>
      this.#onOne(program, wishes, (worker) => worker.step({ id: 0, prefix, sleep: [], maxSteps }, from), true),
    );
  }

  /** Does it after what was asked before, and once more if it fails. */
  #inTurn({ signal }: Wishes, attempt: () => Promise<WatchedRun>): Promise<WatchedRun> {
    const mine = this.#replays.then(() =>
      attempt().catch((error: unknown) => {
        if (isStopped(error) || error instanceof NotAProgram) throw error;
        return attempt();
      }),
    );
    this.#replays = mine.catch(() => undefined);
    return signal === undefined ? mine : orStopped(mine, signal);
  }

  /**
   * Makes these runs of a program, on one interpreter.
   * @throws NotAProgram for one that does not compile; a `StrategyFailure` when Python cannot be started, or dies.
   */
  run(program: ScheduledProgram, items: readonly WorkItem[], wishes: Wishes = {}): Promise<readonly RunResult[]> {
    return this.#onOne(program, wishes, (worker) => worker.run(items));
  }

  /** Ends the interpreters that nobody uses. */
  close(): void {
    this.#interpreters.close();
  }

  /** Borrows an interpreter for one piece of work. */
  async #onOne<R>(
    program: ScheduledProgram,
    wishes: Wishes,
    work: (worker: ScheduleWorker) => Promise<R>,
    toStep = false,
  ): Promise<R> {
    const { signal } = wishes;
    const worker = new ScheduleWorker(await this.#lend(wishes));
    const stop = (): void => worker.abandon();
    signal?.addEventListener('abort', stop);
    let fit = true;
    try {
      await worker.prepare(program, toStep);
      return await work(worker);
    } catch (error) {
      fit = error instanceof NotAProgram;
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      if (fit) worker.giveBack();
      else worker.end();
    }
  }

  async #lend({ onBoot, signal }: Wishes): Promise<Lease> {
    if (signal?.aborted === true) throw stoppedError();
    if (!canSuspend()) throw cannotSuspend();
    let furthest = 0;
    const lease =
      this.#interpreters.lendIdle() ??
      (await this.#interpreters.lend(signal, (fraction, words) => {
        // Two may be starting.
        furthest = Math.max(furthest, fraction);
        onBoot?.(furthest, words);
      }));
    if (lease.interpreter.abilities.threads) return lease;
    lease.giveBack();
    throw cannotSuspend();
  }
}

/** Whether this browser can make runs at all. Where it cannot, only what was recorded can be stepped. */
export const canSuspend = (): boolean => 'Suspending' in WebAssembly;

const cannotSuspend = (): StrategyFailure =>
  new StrategyFailure(
    'This browser cannot suspend WebAssembly (JSPI), so only what was recorded can be stepped: examples and puzzles as they are, under the rule with which they open. Programs that you change, other rules, and searches need Chrome or Edge from version 137, Firefox from 153, or Safari from 27.',
    'none',
  );
