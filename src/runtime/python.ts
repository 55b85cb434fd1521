import {
  makePythonCells,
  pythonCells,
  pythonSignals,
  tickerEnds,
  type PythonAbilities,
  type PythonDoor,
  type PythonNews,
  type PythonOrder,
  type PythonOutcome,
  type PythonReport,
  type PythonSinks,
} from '../core/engines/python';
import type { Millis } from '../core/time';
import { openWorker, type WorkerClient } from './client';
import { canShareMemory } from './environment';
import { epochNow, isStopped, stoppedError } from './stopping';
import { siteRoot } from './siteRoot';

/** So long a program may take to end itself when it is stopped; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** Told while Python is fetched and started: 0 to 1, and what is being done. */
export type OnBoot = (fraction: number, words: string) => void;

/** One interpreter in a worker, with the ticker that makes its threads take turns. */
interface Interpreter {
  readonly client: WorkerClient<PythonDoor>;
  readonly cells: Int32Array | null;
  readonly abilities: PythonAbilities;
  /** Where the news of the run under way goes. */
  listen(onNews: ((news: PythonNews) => void) | null): void;
  close(): void;
}

/**
 * Python in the page. It starts when first wanted, stays for the next run, and is replaced when a run leaves it spoilt.
 * One run at a time.
 */
export class Python {
  private interpreter: Promise<Interpreter> | null = null;
  private onBoot: OnBoot = () => undefined;

  /** Starts Python ahead of the first run. Rejects with a `StrategyFailure` when it cannot be fetched. */
  async boot(onBoot: OnBoot = () => undefined): Promise<PythonAbilities> {
    this.onBoot = onBoot;
    this.interpreter ??= this.start();
    try {
      return (await this.interpreter).abilities;
    } catch (error) {
      this.interpreter = null;
      throw error;
    }
  }

  /**
   * Runs a program to its outcome. An abort stops it: first by KeyboardInterrupt in every thread, and if that does not
   * help, with the interpreter. Rejects with a `StrategyFailure` when the worker dies.
   */
  async run(order: PythonOrder, sinks: PythonSinks, signal: AbortSignal): Promise<PythonOutcome> {
    if (signal.aborted) throw stoppedError();
    await this.boot(this.onBoot);
    const interpreter = await this.interpreter;
    if (interpreter === null) throw stoppedError();
    const startedAt = epochNow();
    if (signal.aborted) return { status: 'stopped', elapsedMs: 0 };
    sinks.begin?.(startedAt);
    interpreter.listen((news) => this.hear(interpreter, news, sinks));
    let patience: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      if (interpreter.cells !== null) Atomics.store(interpreter.cells, pythonCells.signal, pythonSignals.stop);
      interpreter.client.call((remote) => remote.interrupt()).catch(ignoreStopped);
      patience = setTimeout(() => this.discard(interpreter), stopPatienceMs);
    };
    signal.addEventListener('abort', stop);
    try {
      const { reusable, ...outcome }: PythonReport = await interpreter.client.call(async (remote) => remote.run(order));
      if (!reusable) this.discard(interpreter);
      return outcome;
    } catch (error) {
      this.discard(interpreter);
      if (signal.aborted && isStopped(error)) return { status: 'stopped', elapsedMs: epochNow() - startedAt };
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(patience);
      interpreter.listen(null);
    }
  }

  /** Ends Python. A later run starts it again. */
  close(): void {
    this.interpreter?.then((interpreter) => this.discard(interpreter), () => undefined);
    this.interpreter = null;
  }

  private discard(interpreter: Interpreter): void {
    interpreter.close();
    this.interpreter = null;
  }

  private hear({ client }: Interpreter, news: PythonNews, sinks: PythonSinks): void {
    switch (news.kind) {
      case 'progress':
        return;
      case 'events': {
        const shift = client.clockShiftMs();
        sinks.events(news.events.map((event) => ({ ...event, at: event.at + shift })));
        return;
      }
      case 'output':
        sinks.output(news.pieces);
        return;
      case 'question':
        sinks
          .ask(news.lane)
          .then((line) => client.call((remote) => remote.answer(news.thread, line)))
          .catch(ignoreStopped);
    }
  }

  private async start(): Promise<Interpreter> {
    const cells = canShareMemory() ? makePythonCells() : null;
    const life = new AbortController();
    let listener: ((news: PythonNews) => void) | null = null;
    const client = openWorker<PythonDoor, PythonNews>(createPythonWorker, life.signal, (news) => {
      if (news.kind === 'progress') this.onBoot(news.fraction, news.words);
      else listener?.(news);
    });
    const ticker = cells === null ? null : createTicker();
    ticker?.postMessage(cells);
    const close = (): void => {
      client.close();
      if (cells !== null) {
        Atomics.store(cells, pythonCells.tickMicros, tickerEnds);
        Atomics.notify(cells, pythonCells.tickMicros);
      }
      ticker?.terminate();
    };
    try {
      const abilities = await client.call((remote) => remote.boot({ folder: new URL('pyodide/', siteRoot()).href, cells }));
      return {
        client,
        cells,
        abilities,
        listen: (onNews) => {
          listener = onNews;
        },
        close,
      };
    } catch (error) {
      close();
      throw error;
    }
  }
}

function createPythonWorker(): Worker {
  return new Worker(new URL('../workers/python.worker.ts', import.meta.url), { type: 'module' });
}

function createTicker(): Worker {
  return new Worker(new URL('../workers/python-ticker.worker.ts', import.meta.url), { type: 'module' });
}

/** Giving up on an answer rejects; nothing else is expected there. */
function ignoreStopped(error: unknown): void {
  if (!isStopped(error)) throw error;
}
