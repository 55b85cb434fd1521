import {
  cellsIn,
  pythonCells,
  signalProgram,
  tickerEnds,
  type PythonAbilities,
  type PythonDoor,
  type PythonNews,
} from '../../core/python/python';
import { readNews } from '../../core/python/pythonNews';
import { StrategyFailure } from '../../core/experiment/experiment';
import type { Millis } from '../../core/base/time';
import { openWorker, type WorkerClient } from '../client';
import { openConfinedWorkers } from './confinedWorkers';
import { canShareMemory } from '../environment';
import { fetchPython, type OnBoot, type PythonFiles } from './pythonFiles';
import { dropSnapshot, findSnapshot, keepSnapshot, type Snapshot } from './pythonSnapshot';
import { epochNow, workerMs } from '../../core/base/clock';
import { ignoreStopped } from '../stopping';

/** One interpreter in a worker, with the ticker that makes its threads take turns. */
export interface Interpreter {
  readonly client: WorkerClient<PythonDoor>;
  /** See `pythonCells`; null without shared memory. */
  readonly cells: Int32Array | null;
  readonly abilities: PythonAbilities;
  /** Sets where the news of the run under way goes. */
  listen(onNews: ((news: PythonNews) => void) | null): void;
  /** Whether it has ended, by `close` or of itself. */
  readonly closed: boolean;
  /** Whether it is fit for the program whose schedules are tried there, and for no other. */
  readonly spent: boolean;
  /** Sets what is called when the interpreter dies of itself; calls under way reject then as well. */
  onLost(hear: (() => void) | null): void;
  /** Ends both workers. Harmless when repeated. */
  close(): void;
}

/** The share of fetching in the progress; the rest is the start. */
const fetchedShare = 0.85;

/** How far the clocks of page and worker may differ. An event further ahead than this is not believed. */
const clockSlackMs: Millis = 1000;

/** Sends a signal to the program that runs there, which does with it what it wants. Gives a function that tells whether Python has noticed it. */
export function sendSignal({ cells, client }: Pick<Interpreter, 'cells' | 'client'>, number: number): () => boolean {
  const inCells = cells !== null && signalProgram(cells, number);
  let arrived = false;
  const heard = client
    .call((remote) => remote.signal(number, inCells))
    .then(() => {
      arrived = true;
    });
  heard.catch(ignoreStopped);
  return () => arrived || (cells !== null && inCells && Atomics.load(cells, pythonCells.signal) !== number);
}

/** See `PythonBoot`. */
let prelude = '';

/** Has every interpreter that is started from now on run this before any program: for checks that put their own in place. */
export function setPrelude(source: string): void {
  prelude = source;
}

/** The start under way: interpreters start one after another, since several at once have closed browsers. */
let lastStart: Promise<unknown> = Promise.resolve();

/**
 * Starts an interpreter in a worker of its own, as many of them as are wanted: Python is fetched and compiled once for all of them. They
 * start in turn. `onProgress` hears 0 to 1 and what is being done. Rejects with a `StrategyFailure` when Python cannot be fetched, or when
 * its worker dies; it may be tried again.
 */
export async function openInterpreter({
  onProgress = () => undefined,
}: { readonly onProgress?: OnBoot } = {}): Promise<Interpreter> {
  const files = fetchPython((fraction, words) => onProgress(fraction * fetchedShare, words));
  const mine = lastStart.then(() => start(files, onProgress));
  lastStart = mine.catch(() => undefined);
  return mine;
}

/** Starts from a snapshot where there is one; where that fails, as one does that is damaged, from the beginning. */
async function start(files: PythonFiles, onProgress: OnBoot): Promise<Interpreter> {
  const snapshot = await findSnapshot();
  if (snapshot === null) return startFrom(null, files, onProgress);
  try {
    return await startFrom(snapshot, files, onProgress);
  } catch {
    await dropSnapshot();
    return startFrom(null, files, onProgress);
  }
}

async function startFrom(snapshot: Snapshot | null, files: PythonFiles, onProgress: OnBoot): Promise<Interpreter> {
  const createWorker = await openConfinedWorkers();
  // WebAssembly's, so that Python itself can look into it.
  const memory = canShareMemory() ? new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }) : null;
  const cells = memory === null ? null : cellsIn(memory.buffer);
  let listener: ((news: PythonNews) => void) | null = null;
  const hear = (said: unknown): void => {
    const news = readNews(said, workerMs(epochNow() - client.clockShiftMs() + clockSlackMs));
    if (news?.kind === 'spent') spent = true;
    else if (news !== null) listener?.(news);
  };
  let lost: (() => void) | null = null;
  let closed = false;
  let spent = false;
  let ticker: Worker | null = null;
  const close = (reason?: Error): void => {
    closed = true;
    client.close(reason);
    if (cells !== null) {
      Atomics.store(cells, pythonCells.tickMicros, tickerEnds);
      Atomics.notify(cells, pythonCells.tickMicros);
    }
    ticker?.terminate();
  };
  const lose = (reason: Error): void => {
    if (closed) return;
    close(reason);
    lost?.();
  };
  const client = openWorker<PythonDoor, unknown>(createWorker, new AbortController().signal, hear, lose);
  try {
    if (cells !== null) ticker = startTicker(cells, lose);
    const prepared = files.scripts.then((scripts) => client.call((remote) => remote.prepare(scripts)));
    const [module, library, bridge, kernel] = await Promise.all([
      files.module,
      files.library,
      files.bridge,
      files.kernel,
      prepared,
    ]);
    onProgress(fetchedShare, 'Starting Python');
    const { abilities, snapshot: made } = await client.call((remote) =>
      remote.boot({ module, library, bridge, kernel, snapshot, prelude, memory }),
    );
    if (made !== null) keepSnapshot(made);
    onProgress(1, 'Python is ready');
    return {
      client,
      cells,
      abilities,
      get closed() {
        return closed;
      },
      get spent() {
        return spent;
      },
      onLost: (hearLoss) => {
        lost = hearLoss;
      },
      listen: (onNews) => {
        listener = onNews;
      },
      close: () => close(),
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Starts the worker without which threads would take no turns. `onLost` hears when its script does not load, or fails. */
function startTicker(cells: Int32Array, onLost: (reason: Error) => void): Worker {
  const ticker = createTicker();
  ticker.addEventListener('error', (event) => {
    event.preventDefault();
    onLost(
      new StrategyFailure(
        'The worker that lets threads take turns could not be started. Check the connection, reload the page, and run it again.',
        'reload',
      ),
    );
  });
  ticker.postMessage(cells);
  return ticker;
}

function createTicker(): Worker {
  return new Worker(new URL('../../workers/python-ticker.worker.ts', import.meta.url), { type: 'module' });
}
