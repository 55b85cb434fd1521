import { transfer } from 'comlink';
import {
  signalStop,
  type PythonAbilities,
  type PythonNews,
  type PythonOrder,
  type PythonOutcome,
  type PythonSinks,
} from '../core/engines/python';
import { readReport } from '../core/engines/pythonNews';
import type { ProcessNews } from '../core/engines/pythonProcesses';
import type { PythonAnswer } from '../core/engines/pythonNetwork';
import type { Millis } from '../core/time';
import { openInterpreter, type Interpreter } from './interpreter';
import type { OnBoot } from './pythonFiles';
import { Mailboxes } from './mailboxes';
import { PythonNetwork, type RunNetwork } from './pythonNetwork';
import { isOfProcesses, PythonProcesses } from './pythonProcesses';
import { epochNow, ignoreStopped, isStopped, orStopped, stoppedError } from './stopping';
import { WarmInterpreters } from './warmInterpreters';

/** So long a program may take to end itself when it is stopped; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** A program that says this will want processes, so their interpreters may start while it does. */
const namesProcesses = /\b(?:multiprocessing|ProcessPoolExecutor|InterpreterPoolExecutor)\b/;

/** Where a request's number begins for each process, so that no two have the same. */
const requestsOfProcess = 1_000_000;

/** A program that names one of these is likely to make a request soon. */
const mayAskNetwork = /\b(?:requests|aiohttp|urllib\.request)\b/;

/**
 * Python in the page. It starts when first wanted, stays for the next run, and is replaced when a run leaves it spoilt.
 * One run at a time.
 */
export class Python {
  private interpreter: Promise<Interpreter> | null = null;
  private onBoot: OnBoot = () => undefined;
  private readonly network = new PythonNetwork();
  private readonly mailboxes = new Mailboxes();

  /** `warm` is where the interpreters of its processes come from. */
  constructor(readonly warm: WarmInterpreters = new WarmInterpreters((onProgress) => openInterpreter({ onProgress }))) {}

  /** Starts Python ahead of the first run. Rejects with a `StrategyFailure` when it cannot be fetched. */
  async boot(onBoot: OnBoot = () => undefined): Promise<PythonAbilities> {
    this.onBoot = onBoot;
    return (await (this.interpreter ?? this.open())).abilities;
  }

  /**
   * Runs a program to its outcome. An abort stops it: first by KeyboardInterrupt in every thread, and if that does not
   * help, with the interpreter. Rejects with a `StrategyFailure` when the worker dies.
   */
  async run(order: PythonOrder, sinks: PythonSinks, signal: AbortSignal): Promise<PythonOutcome> {
    if (signal.aborted) throw stoppedError();
    await orStopped(this.boot(this.onBoot), signal);
    if (namesProcesses.test(order.source)) this.warm.warm(1);
    const interpreter = await this.interpreter;
    if (interpreter === null) throw stoppedError();
    const startedAt = epochNow();
    if (signal.aborted) return { status: 'stopped', elapsedMs: 0 };
    const network = this.network.open({
      pageLatencyMs: order.pageLatencyMs,
      mayFetch: (origin, sends, withdrawn) => sinks.mayFetch?.(origin, sends, withdrawn) ?? Promise.resolve(false),
      answered: (fetched) => sinks.answered?.(fetched),
    });
    if (mayAskNetwork.test(order.source)) void this.network.warm();
    const processes = new PythonProcesses({
      program: order,
      sinks,
      first: interpreter,
      warm: this.warm,
      hear: (from, news, to, pid) => this.hear(from, news, to, network, pid * requestsOfProcess),
      forget: (pid) => network.abandonAll(pid * requestsOfProcess, (pid + 1) * requestsOfProcess),
    });
    interpreter.listen((news) => {
      if (isOfProcesses(news)) processes.hear(news);
      else this.hear(interpreter, news, sinks, network, 0);
    });
    let patience: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      if (interpreter.cells !== null) signalStop(interpreter.cells);
      interpreter.client.call((remote) => remote.interrupt()).catch(ignoreStopped);
      patience = setTimeout(() => this.replace(interpreter), stopPatienceMs);
    };
    signal.addEventListener('abort', stop);
    try {
      const { reusable, ...outcome } = readReport(await interpreter.client.call(async (remote) => remote.run(order)));
      if (!reusable) this.replace(interpreter);
      return outcome;
    } catch (error) {
      this.replace(interpreter);
      if (signal.aborted && isStopped(error)) return { status: 'stopped', elapsedMs: epochNow() - startedAt };
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(patience);
      interpreter.listen(null);
      processes.end();
      network.end();
      this.mailboxes.clear();
    }
  }

  /** Ends Python. A later run starts it again. */
  close(): void {
    this.interpreter?.then((interpreter) => interpreter.close(), () => undefined);
    this.interpreter = null;
    this.network.close();
    this.warm.close();
  }

  /** Starts one. Where that fails, or it dies while nobody uses it, the next run starts another. */
  private open(): Promise<Interpreter> {
    const ready = this.warm.takeForGood();
    const opening = ready !== null ? Promise.resolve(ready) : openInterpreter({ onProgress: (fraction, words) => this.onBoot(fraction, words) });
    const lose = (): void => {
      if (this.interpreter === opening) this.interpreter = null;
    };
    opening.then((interpreter) => interpreter.onLost(lose), lose);
    this.interpreter = opening;
    return opening;
  }

  /** Ends one, and starts the next, so that it is there when it is wanted. */
  private replace(interpreter: Interpreter): void {
    if (interpreter.closed) return;
    interpreter.close();
    this.open().catch(() => undefined);
  }

  private hear({ client }: Interpreter, news: Exclude<PythonNews, ProcessNews>, sinks: PythonSinks, network: RunNetwork, firstRequest: number): void {
    switch (news.kind) {
      case 'began':
        sinks.begin?.(news.at + client.clockShiftMs());
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
        return;
      case 'fetch':
        network
          .fetch(firstRequest + news.id, news.request)
          .then((answer) => (news.mailbox === null ? client.call((remote) => remote.arrive(news.id, handedOver(answer))) : this.mailboxes.announce(firstRequest + news.id, news.mailbox, answer)))
          .catch(ignoreStopped);
        return;
      case 'room':
        this.mailboxes.deliver(firstRequest + news.id, news.room);
        return;
      case 'abandon':
        network.abandon(firstRequest + news.id);
    }
  }
}

/** Its bytes go along without being copied. */
function handedOver(answer: PythonAnswer): PythonAnswer {
  return answer.status === 'answered' ? transfer(answer, [answer.body.buffer]) : answer;
}
