import { releaseProxy, wrap, type Remote } from 'comlink';
import {
  clockShiftMs,
  helloName,
  isNamed,
  lifelineName,
  newsName,
  type Hello,
  type LifelineRequest,
  type News,
} from '../core/base/door';
import { StrategyFailure } from '../core/experiment/experiment';
import type { Millis } from '../core/base/time';
import { epochNow } from '../core/base/clock';
import { ignoreStopped, isStopped, stoppedError } from './stopping';

// Those who need only these should import them from ./stopping, which is small and brings no comlink.
export { isStopped, stoppedError };

/**
 * Every worker that runs now. A test kills one by `worker.dispatchEvent(new ErrorEvent('error', { message: '…' }))`, which
 * is what a browser does when a worker dies of an error; or from inside with `self.close()`, which the lifeline notices.
 */
export const liveWorkers: Set<Worker> = new Set();

/** A worker that is spoken to by a port of its own. */
export interface WorkerAtPort {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/** One worker, as long as a run needs it. */
export interface WorkerClient<T> {
  /**
   * Calls the worker: `client.call((remote) => remote.count(5))`. Settles at the first of: the answer, an abort
   * (`AbortError`), the worker's death (`StrategyFailure`). An error thrown in the worker arrives as it is.
   */
  call<R>(ask: (remote: Remote<T>) => PromiseLike<R>): Promise<R>;
  /** Milliseconds to add to the worker's own times. 0 until its script has run, so read it after the first `call`. */
  clockShiftMs(): Millis;
  /** Ends the worker. Calls under way reject with `reason`, an `AbortError` unless given. Harmless when repeated. */
  close(reason?: Error): void;
}

/**
 * Starts a worker that serves `T` through comlink (see `openDoor` in workers/). An abort terminates it at once, even in
 * an endless loop, since a call that is pending when its worker is terminated would never settle by itself.
 * `onNews` hears what the worker says with `tellPage`, as long as the worker is open; `onLost` hears why the worker ended, when
 * that was an abort or its death.
 * @throws an `AbortError` when `signal` is aborted already, a `StrategyFailure` when the browser refuses a worker.
 */
export function openWorker<T, N = never>(
  create: () => Worker | WorkerAtPort,
  signal: AbortSignal,
  onNews?: (news: N) => void,
  onLost?: (reason: Error) => void,
): WorkerClient<T> {
  if (signal.aborted) throw stoppedError();
  const created = start(create);
  const [worker, way] = 'port' in created ? [created.worker, created.port] : [created, created];
  const remote = wrap<T>(way);
  const rejectPending = new Set<(reason: Error) => void>();
  let ended: Error | null = null;

  const end = (reason: Error): void => {
    if (ended !== null) return;
    ended = reason;
    signal.removeEventListener('abort', onAbort);
    worker.terminate();
    liveWorkers.delete(worker);
    remote[releaseProxy]();
    lifeline.close();
    for (const reject of rejectPending) reject(reason);
    rejectPending.clear();
  };
  const lose = (reason: Error): void => {
    if (ended !== null) return;
    end(reason);
    onLost?.(reason);
  };
  const onAbort = (): void => lose(stoppedError());
  const lifeline = openLifeline(way, () =>
    lose(new StrategyFailure('A worker ended before its work was done. Run it again.')),
  );

  signal.addEventListener('abort', onAbort);
  worker.addEventListener('error', (event) => {
    // It is told to the reader by the run's outcome, so the page's own error handler need not see it.
    event.preventDefault();
    lose(new StrategyFailure(crashReason(event)));
  });
  way.addEventListener('messageerror', () => {
    lose(
      new StrategyFailure(
        'A worker sent an answer that this browser could not read. Reload the page and run it again.',
        'reload',
      ),
    );
  });
  if (onNews !== undefined) {
    hear(way, (data) => {
      if (ended === null && isNamed<News<N>>(data, newsName)) onNews(data.news);
    });
  }
  liveWorkers.add(worker);
  if ('port' in created) created.port.start();

  return {
    call: (ask) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        rejectPending.add(reject);
        const settle = (): boolean => rejectPending.delete(reject);
        ask(remote).then(
          (value) => settle() && resolve(value),
          (error: unknown) => settle() && reject(revive(error)),
        );
      }),
    clockShiftMs: lifeline.clockShiftMs,
    close: (reason = stoppedError()) => end(reason),
  };
}

/**
 * Starts `count` workers at once, hands them to `work`, and ends all of them when that settles, however it settles. The first
 * death ends the run, whatever `work` is waiting for. Await everything that matters inside `work`, with `Promise.all`: calls that
 * nobody waits for would reject unheard.
 */
export async function withWorkers<T, R, N = never>(
  create: (index: number) => Worker,
  count: number,
  signal: AbortSignal,
  work: (clients: readonly WorkerClient<T>[]) => Promise<R>,
  onNews?: (news: N, index: number) => void,
): Promise<R> {
  const clients: WorkerClient<T>[] = [];
  let onLost: (reason: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => (onLost = reject));
  try {
    for (let index = 0; index < count; index += 1) {
      clients.push(openWorker<T, N>(() => create(index), signal, onNews && ((news) => onNews(news, index)), onLost));
    }
    return await Promise.race([work(clients), lost]);
  } finally {
    for (const client of clients) client.close();
  }
}

function start(create: () => Worker | WorkerAtPort): Worker | WorkerAtPort {
  try {
    return create();
  } catch (error) {
    const why = error instanceof Error ? ` (${error.message})` : '';
    throw new StrategyFailure(
      `This browser refused to start a worker${why}. Close other tabs, or allow workers for this site, and try again.`,
    );
  }
}

/**
 * Notices when a worker is gone, even if it told nobody: while it lives it holds a lock, and when we are given that lock,
 * it does not. Also learns the worker's clock.
 */
function openLifeline(way: Worker | MessagePort, onLost: () => void): { clockShiftMs(): Millis; close(): void } {
  const lock = `timeslice-worker-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const waiting = new AbortController();
  const sent = epochNow();
  let shift: Millis = 0;
  let heard = false;
  hear(way, (data) => {
    // Once: a program that speaks in its worker's name could say it again and again.
    if (heard || !isNamed<Hello>(data, helloName)) return;
    heard = true;
    shift = clockShiftMs(sent, data.now, epochNow());
    // Asked for only now, so that the worker had it first.
    if (data.holds) navigator.locks.request(lock, { signal: waiting.signal }, onLost).catch(ignoreStopped);
  });
  const request: LifelineRequest = { timeslice: lifelineName, lock };
  way.postMessage(request);
  return { clockShiftMs: () => shift, close: () => waiting.abort(stoppedError()) };
}

function hear(way: EventTarget, said: (data: unknown) => void): void {
  way.addEventListener('message', (event) => said((event as MessageEvent<unknown>).data));
}

function crashReason(event: ErrorEvent): string {
  // A script that cannot be loaded is reported by a plain event without a message, or by an `import` that failed.
  const message: string | undefined = event.message;
  return message === undefined ||
    message === '' ||
    /dynamically imported module|importing a module script/i.test(message)
    ? 'A worker could not be started: its script did not load. Check the connection, reload the page, and run it again.'
    : `A worker stopped with an error: ${message.replace(/^Uncaught (?:Error: )?/, '')}. Run it again.`;
}

/** Comlink keeps an error's name and message but not its class. */
function revive(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'StrategyFailure') return new StrategyFailure(error.message);
  return isStopped(error) ? stoppedError() : error;
}
