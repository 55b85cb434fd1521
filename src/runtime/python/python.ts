import { transfer } from 'comlink';
import {
  pythonSignals,
  signalStop,
  type PythonAbilities,
  type PythonNews,
  type PythonOrder,
  type PythonOutcome,
  type PythonSinks,
} from '../../core/python/python';
import { readReport } from '../../core/python/pythonNews';
import type { ProcessNews } from '../../core/python/pythonProcesses';
import type { PythonAnswer } from '../../core/python/pythonNetwork';
import type { Millis } from '../../core/base/time';
import { sendSignal, type Interpreter } from './interpreter';
import type { InterpreterPool, Lease } from './interpreterPool';
import type { OnBoot } from './pythonFiles';
import { Mailboxes } from './mailboxes';
import { PythonNetwork, type RunNetwork } from './pythonNetwork';
import { OutputTurns } from './outputTurns';
import { isOfProcesses, PythonProcesses } from './pythonProcesses';
import { eventsOnPageAxis } from '../../core/trace/axes';
import { epochNow, onPageAxis } from '../../core/base/clock';
import { ignoreStopped, isStopped, orStopped, stoppedError } from '../stopping';

/** How long a program may take to end itself when it is stopped; then its interpreter is ended. */
const stopPatienceMs: Millis = 250;

/** A program that names one of these is likely to start processes, so an interpreter for them is started beside it. */
const namesProcesses = /\b(?:multiprocessing|ProcessPoolExecutor|InterpreterPoolExecutor)\b/;

/** How far apart the numbers of requests begin from process to process, so that no two requests share a number. */
const requestsOfProcess = 1_000_000;

/** A program that names one of these is likely to make a request soon. */
const mayAskNetwork = /\b(?:requests|aiohttp|urllib\.request)\b/;

/** Who hears what an interpreter says in a run. */
interface Hearers {
  readonly sinks: PythonSinks;
  readonly network: RunNetwork;
  readonly outputs: OutputTurns;
  /** The number of this interpreter's first request among those of the run. */
  readonly firstRequest: number;
}

/**
 * Python in the page. It starts when first wanted, stays for the next run, and is replaced when a run leaves it spoilt.
 * One run at a time.
 */
export class Python {
  readonly #interpreters: InterpreterPool;
  /** The right to the program's own interpreter, or its start. */
  #own: Promise<Lease> | null = null;
  #onBoot: OnBoot = () => undefined;
  readonly #network = new PythonNetwork();
  readonly #mailboxes = new Mailboxes();
  /** Sends SIGINT to the program under way and to its processes, as a terminal does to what runs in it; see `keyboardInterrupt`. */
  #sendInterrupt: (() => () => boolean) | null = null;
  /** By interpreter and thread: the function that withdraws the question of that thread. */
  readonly #withdrawals = new WeakMap<Interpreter, Map<number, () => void>>();

  /** @param interpreters Where its own interpreter and those of its processes come from. */
  constructor(interpreters: InterpreterPool) {
    this.#interpreters = interpreters;
  }

  /** Starts Python ahead of the first run. Rejects with a `StrategyFailure` when it cannot be fetched. */
  async boot(onBoot: OnBoot = () => undefined): Promise<PythonAbilities> {
    this.#onBoot = onBoot;
    return (await (this.#own ?? this.#open())).interpreter.abilities;
  }

  /**
   * Runs a program to its outcome. An abort stops it: first by KeyboardInterrupt in every thread, and if that does not
   * help, with the interpreter. Rejects with a `StrategyFailure` when the worker dies.
   */
  async run(order: PythonOrder, sinks: PythonSinks, signal: AbortSignal): Promise<PythonOutcome> {
    if (signal.aborted) throw stoppedError();
    await orStopped(this.boot(this.#onBoot), signal);
    if (namesProcesses.test(order.source)) this.#interpreters.prepare(1);
    const lease = await this.#own;
    if (lease === null) throw stoppedError();
    const { interpreter } = lease;
    const startedAt = epochNow();
    if (signal.aborted) return { status: 'stopped', elapsedMs: 0 };
    const network = this.#network.open({
      pageLatencyMs: order.pageLatencyMs,
      mayFetch: (origin, sends, withdrawn) => sinks.mayFetch?.(origin, sends, withdrawn) ?? Promise.resolve(false),
      answered: (fetched) => sinks.answered?.(fetched),
    });
    if (mayAskNetwork.test(order.source)) void this.#network.warm();
    const outputs = new OutputTurns();
    const processes = new PythonProcesses({
      program: order,
      sinks,
      first: interpreter,
      interpreters: this.#interpreters,
      outputs,
      hear: (from, news, to, pid) =>
        this.#hear(from, news, { sinks: to, network, outputs, firstRequest: pid * requestsOfProcess }),
      forget: (pid) => network.abandonAll(pid * requestsOfProcess, (pid + 1) * requestsOfProcess),
    });
    interpreter.listen((news) => {
      if (isOfProcesses(news)) processes.hear(news);
      else this.#hear(interpreter, news, { sinks, network, outputs, firstRequest: 0 });
    });
    this.#sendInterrupt = () => {
      const noticed = sendSignal(interpreter, pythonSignals.interrupt);
      processes.keyboardInterrupt();
      return noticed;
    };
    let patience: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      if (interpreter.cells !== null) signalStop(interpreter.cells);
      interpreter.client.call((remote) => remote.interrupt()).catch(ignoreStopped);
      patience = setTimeout(() => this.#replace(lease), stopPatienceMs);
    };
    signal.addEventListener('abort', stop);
    try {
      const { reusable, ...outcome } = readReport(await interpreter.client.call(async (remote) => remote.run(order)));
      await processes.outputHeard();
      if (!reusable) this.#replace(lease);
      return outcome;
    } catch (error) {
      this.#replace(lease);
      if (signal.aborted && isStopped(error)) return { status: 'stopped', elapsedMs: epochNow() - startedAt };
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(patience);
      this.#sendInterrupt = null;
      interpreter.listen(null);
      processes.end();
      network.end();
      this.#mailboxes.clear();
    }
  }

  /**
   * Ctrl+C: SIGINT for the program that runs, and for its processes. It does with it what it wants; does nothing while none runs.
   * Gives a function that tells whether Python has noticed it: within one long operation it does not, nor, without shared memory, while its only thread computes.
   */
  keyboardInterrupt(): () => boolean {
    return this.#sendInterrupt?.() ?? (() => true);
  }

  /** Ends Python. A later run starts it again. */
  close(): void {
    this.#own?.then(
      (lease) => lease.end(),
      () => undefined,
    );
    this.#own = null;
    this.#network.close();
    this.#interpreters.close();
  }

  /** Gets an interpreter. Where that fails, or it dies while no program runs, the next run gets another. */
  #open(): Promise<Lease> {
    const opening = this.#interpreters.lendForGood((fraction, words) => this.#onBoot(fraction, words));
    const lose = (): void => {
      if (this.#own === opening) this.#own = null;
    };
    opening.then(({ interpreter }) => interpreter.onLost(lose), lose);
    this.#own = opening;
    return opening;
  }

  /** Ends the interpreter, and gets the next, so that it is there when it is wanted. */
  #replace(lease: Lease): void {
    if (lease.interpreter.closed) return;
    lease.end();
    this.#open().catch(() => undefined);
  }

  #hear(
    interpreter: Interpreter,
    news: Exclude<PythonNews, ProcessNews>,
    { sinks, network, outputs, firstRequest }: Hearers,
  ): void {
    const { client } = interpreter;
    switch (news.kind) {
      case 'began':
        sinks.begin?.(onPageAxis(news.at, client.clockShiftMs()));
        return;
      case 'events':
        sinks.events(eventsOnPageAxis(news.events, client.clockShiftMs()));
        return;
      case 'output':
        outputs.take(news.turn, () => sinks.output(news.pieces));
        return;
      case 'question':
        outputs.take(null, () => this.#ask(interpreter, news, sinks).catch(ignoreStopped));
        return;
      case 'withdrawn':
        this.#withdrawals.get(interpreter)?.get(news.thread)?.();
        return;
      case 'fetch':
        network
          .fetch(firstRequest + news.id, news.request)
          .then((answer) =>
            news.mailbox === null
              ? client.call((remote) => remote.arrive(news.id, handedOver(answer)))
              : this.#mailboxes.announce(firstRequest + news.id, news.mailbox, answer),
          )
          .catch(ignoreStopped);
        return;
      case 'room':
        this.#mailboxes.deliver(firstRequest + news.id, news.room);
        return;
      case 'abandon':
        network.abandon(firstRequest + news.id);
    }
  }

  /** Brings the answer, unless the question is withdrawn meanwhile. */
  async #ask(
    interpreter: Interpreter,
    { thread, lane }: Extract<PythonNews, { kind: 'question' }>,
    sinks: PythonSinks,
  ): Promise<void> {
    const withdrawals = this.#withdrawals.get(interpreter) ?? new Map<number, () => void>();
    this.#withdrawals.set(interpreter, withdrawals);
    let wanted = true;
    const withdrawn = new Promise<void>((resolve) =>
      withdrawals.set(thread, () => {
        wanted = false;
        resolve();
      }),
    );
    const line = await sinks.ask(lane, withdrawn);
    if (wanted) await interpreter.client.call((remote) => remote.answer(thread, line));
  }
}

/** Its bytes go along without being copied. */
function handedOver(answer: PythonAnswer): PythonAnswer {
  return answer.status === 'answered' ? transfer(answer, [answer.body.buffer]) : answer;
}
