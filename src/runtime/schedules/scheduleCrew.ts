import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import type { Batch } from '../../core/schedule/batches';
import type { Join, Runner } from '../../core/schedule/drive';
import type { Millis } from '../../core/base/time';
import type { Lease } from '../python/interpreterPool';
import { NotAProgram, ScheduleWorker } from './scheduleWorker';
import { isStopped, stoppedError } from '../stopping';

/** How many batches a worker has at once: it has the next when it is done with one. */
const batchesAtOnce = 2;

/** How long a search goes on before an idle interpreter joins it. */
const joinAfterMs: Millis = 150;

/** How long a search goes on before another interpreter is started for it: shorter ones would be over by then. */
const startAfterMs: Millis = 700;

/** A run that was under way at more deaths of interpreters than this is what they die of. A run that can be made again was not: then the search goes on, however many interpreters are lost. */
const mostLosses = 2;

/** What the workers of one search need. */
export interface CrewOptions {
  readonly program: ScheduledProgram;
  /** The most workers at once. */
  readonly most: number;
  /** Lends an interpreter, which may have to be started. */
  lend(): Promise<Lease>;
  /** Lends an idle interpreter, if there is one. */
  lendIdle(): Lease | null;
}

/** The workers of one search: one at first, more of them while it goes on, another in the place of the last that dies or is wanted back. */
export class ScheduleCrew {
  readonly #options: CrewOptions;
  readonly #workers = new Set<ScheduleWorker>();
  /** Why those died that did. */
  readonly #faults = new WeakMap<ScheduleWorker, unknown>();
  #join: Join<Batch, string> = () => undefined;
  #most: number;
  /** How many are being awaited. */
  #coming = 0;
  /** By run: at how many deaths in a row it was under way. */
  readonly #deaths = new Map<number, number>();
  /** How many died while they got ready. */
  #unready = 0;
  #beganAt: Millis | null = null;
  #over = false;

  constructor(options: CrewOptions) {
    this.#options = options;
    this.#most = options.most;
  }

  /** Sends the first worker. */
  open(join: Join<Batch, string>): void {
    this.#join = join;
    this.#hire(this.#options.lend());
  }

  /** Called after results: sees whether more workers are wanted. Where they have to be started, they are one after another. */
  grow(): void {
    this.#beganAt ??= performance.now();
    if (this.#coming > 0 || this.#workers.size >= this.#most) return;
    const elapsedMs = performance.now() - this.#beganAt;
    if (elapsedMs < joinAfterMs) return;
    const ready = this.#options.lendIdle();
    if (ready !== null) this.#hire(Promise.resolve(ready));
    else if (elapsedMs > startAfterMs) this.#hire(this.#options.lend());
  }

  /** Ends what is under way, with the interpreter if need be. */
  abandon(): void {
    for (const worker of this.#workers) worker.abandon();
  }

  /** Ends the interpreters: one of them has answered what Python never does, or the search has failed in another way. */
  end(): void {
    this.#over = true;
    for (const worker of this.#workers) worker.end();
    this.#workers.clear();
  }

  /** Gives the interpreters back. */
  disband(): void {
    this.#over = true;
    for (const worker of this.#workers) void worker.settled().then(() => this.#release(worker));
  }

  #hire(lent: Promise<Lease>): void {
    const refused = (error: unknown): never => {
      // The workers that are there go on alone.
      this.#most = this.#workers.size;
      throw error;
    };
    const begin = async (): Promise<readonly Runner<Batch, string>[]> => {
      const worker = new ScheduleWorker(await lent.catch(refused));
      this.#workers.add(worker);
      try {
        await worker.prepare(this.#options.program);
      } catch (error) {
        if (error instanceof NotAProgram) this.#release(worker);
        else {
          this.#unready += 1;
          this.#lose(worker, error);
        }
        throw error;
      }
      if (this.#over) this.#release(worker);
      return Array.from<Runner<Batch, string>>({ length: batchesAtOnce }).fill(this.#runnerOf(worker));
    };
    this.#coming += 1;
    this.#join(begin().finally(() => (this.#coming -= 1)));
  }

  #runnerOf(worker: ScheduleWorker): Runner<Batch, string> {
    return async (batch) => {
      try {
        const results = await worker.runBatch(batch);
        for (const id of batch.ids) this.#deaths.delete(id);
        if (worker.left && !worker.busy) this.#lose(worker, stoppedError());
        return results;
      } catch (error) {
        // Of the worker's two batches the first to fail was under way. A run that computes for ever does so in every worker: a second time is enough.
        if (!isStopped(error) && this.#workers.has(worker))
          for (const id of batch.ids)
            this.#deaths.set(id, (this.#deaths.get(id) ?? 0) + (worker.stuck ? mostLosses : 1));
        // A worker that leaves comes to the end of its other batch first.
        if (!isStopped(error) || !worker.busy) this.#lose(worker, error);
        // Its other batch ends with it, which says nothing of why.
        throw this.#faults.get(worker) ?? error;
      }
    };
  }

  /** Lets go of a worker that has left or died, and asks for another where it was the last. */
  #lose(worker: ScheduleWorker, error: unknown): void {
    if (!this.#workers.has(worker)) return;
    if (isStopped(error)) {
      this.#release(worker);
    } else {
      this.#workers.delete(worker);
      this.#faults.set(worker, error);
      worker.end();
    }
    if (
      !this.#over &&
      Math.max(this.#unready, ...this.#deaths.values()) <= mostLosses &&
      this.#workers.size + this.#coming === 0
    )
      this.#hire(this.#options.lend());
  }

  #release(worker: ScheduleWorker): void {
    if (this.#workers.delete(worker)) worker.giveBack();
  }
}
