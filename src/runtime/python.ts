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
import { howManyToKeep, WarmInterpreters } from './warmInterpreters';

/** So long a program may take to end itself when it is stopped; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** A program that says this will want processes, so their interpreters may start while it does. */
const namesProcesses = /\b(?:multiprocessing|ProcessPoolExecutor|InterpreterPoolExecutor)\b/;

/** Where a request's number begins for each process, so that no two have the same. */
const requestsOfProcess = 1_000_000;

/** A program that names one of these is likely to make a request soon. */
const mayAskNetwork = /\b(?:requests|aiohttp|urllib\.request)\b/;

/** So long a program waits for an interpreter that was lent; then it gets another. */
const loanPatienceMs: Millis = 250;

interface Loan {
  readonly interpreter: Interpreter;
  readonly recall: () => void;
  /** Called when it is back. */
  onBack: () => void;
}

/**
 * Python in the page. It starts when first wanted, stays for the next run, and is replaced when a run leaves it spoilt.
 * One run at a time.
 */
export class Python {
  private interpreter: Promise<Interpreter> | null = null;
  private onBoot: OnBoot = () => undefined;
  private readonly network = new PythonNetwork();
  private readonly mailboxes = new Mailboxes();
  /** The interpreter once it has started, while it is not lent. */
  private ready: Interpreter | null = null;
  private loan: Loan | null = null;
  private running = 0;

  /** `warm` is where the interpreters of its processes come from. */
  constructor(readonly warm: WarmInterpreters = new WarmInterpreters((onProgress) => openInterpreter({ onProgress }), howManyToKeep(navigator))) {}

  /** Starts Python ahead of the first run. Rejects with a `StrategyFailure` when it cannot be fetched. */
  async boot(onBoot: OnBoot = () => undefined): Promise<PythonAbilities> {
    this.onBoot = onBoot;
    const opening = (this.interpreter ??= this.keep(this.open()));
    try {
      return (await opening).abilities;
    } catch (error) {
      // Another may be on its way already.
      if (this.interpreter === opening) this.interpreter = null;
      throw error;
    }
  }

  /**
   * Lends its interpreter to others, if it is there and no program runs in it; null otherwise. `recall` is called when one is to run: who does not give
   * it back then in a moment may keep it.
   */
  lend(recall: () => void): Interpreter | null {
    const { ready } = this;
    if (ready === null || ready.closed || this.running > 0) return null;
    this.ready = this.interpreter = null;
    ready.onLost(null);
    this.loan = { interpreter: ready, recall, onBack: () => undefined };
    return ready;
  }

  /** Takes back what it lent; false if that was not lent, is not waited for any more, or has died. */
  takeBack(interpreter: Interpreter): boolean {
    const { loan } = this;
    if (loan?.interpreter !== interpreter) return false;
    this.loan = null;
    loan.onBack();
    if (interpreter.closed) return false;
    if (this.interpreter === null) {
      this.interpreter = this.keep(Promise.resolve(interpreter));
      this.ready = interpreter;
    }
    return true;
  }

  /**
   * Runs a program to its outcome. An abort stops it: first by KeyboardInterrupt in every thread, and if that does not
   * help, with the interpreter. Rejects with a `StrategyFailure` when the worker dies.
   */
  async run(order: PythonOrder, sinks: PythonSinks, signal: AbortSignal): Promise<PythonOutcome> {
    if (signal.aborted) throw stoppedError();
    this.running += 1;
    try {
      return await this.runNow(order, sinks, signal);
    } finally {
      this.running -= 1;
    }
  }

  /** Ends Python. A later run starts it again. */
  close(): void {
    this.interpreter?.then((interpreter) => interpreter.close(), () => undefined);
    this.forget();
    this.loan = null;
    this.network.close();
    this.warm.close();
  }

  private async runNow(order: PythonOrder, sinks: PythonSinks, signal: AbortSignal): Promise<PythonOutcome> {
    await orStopped(this.boot(this.onBoot), signal);
    if (namesProcesses.test(order.source)) this.warm.warm(2);
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
      patience = setTimeout(() => this.discard(interpreter), stopPatienceMs);
    };
    signal.addEventListener('abort', stop);
    try {
      const { reusable, ...outcome } = readReport(await interpreter.client.call(async (remote) => remote.run(order)));
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
      processes.end();
      network.end();
      this.mailboxes.clear();
    }
  }

  /** The one that was lent if it comes back in a moment, another otherwise. */
  private async open(): Promise<Interpreter> {
    const { loan } = this;
    if (loan !== null) {
      await new Promise<void>((resolve) => {
        loan.onBack = resolve;
        setTimeout(resolve, loanPatienceMs);
        loan.recall();
      });
      if (this.loan === null && !loan.interpreter.closed) return loan.interpreter;
      this.loan = null;
    }
    return this.warm.takeForGood() ?? openInterpreter({ onProgress: (fraction, words) => this.onBoot(fraction, words) });
  }

  /** Notes when it is there, and when it dies while nobody uses it: then it is not there for the next run. */
  private keep(opening: Promise<Interpreter>): Promise<Interpreter> {
    opening.then(
      (interpreter) => {
        if (this.interpreter !== opening) return;
        this.ready = interpreter;
        interpreter.onLost(() => {
          if (this.interpreter === opening) this.forget();
        });
      },
      () => undefined,
    );
    return opening;
  }

  private forget(): void {
    this.ready = this.interpreter = null;
  }

  private discard(interpreter: Interpreter): void {
    interpreter.close();
    this.forget();
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
