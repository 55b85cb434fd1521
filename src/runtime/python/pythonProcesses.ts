import {
  pythonSignals,
  signalStop,
  type PythonNews,
  type PythonOrder,
  type PythonSinks,
} from '../../core/python/python';
import type { ProcessNews, ProcessOrder } from '../../core/python/pythonProcesses';
import { memoryBytes, mostProcesses } from '../../core/python/processes/layout';
import { isCall } from '../../core/python/processes/calls';
import { firstPid, firstProcess, isShared, makeProcessBuffer, ProcessMemory } from '../../core/python/processes/memory';
import type { Millis } from '../../core/base/time';
import type { LaneEnd } from '../../core/trace/trace';
import { ChildLanes } from './childLanes';
import { sendSignal, type Interpreter } from './interpreter';
import { epochNow } from '../../core/base/clock';
import { ignoreStopped } from '../stopping';
import type { InterpreterPool, Lease } from './interpreterPool';
import type { OutputTurns } from './outputTurns';

/** How long an ended process may take to unwind; then its interpreter is ended too. */
const unwindPatienceMs: Millis = 250;
/** How long a process that has ended may tidy up when the run is over. */
const tidyPatienceMs: Millis = 2000;
/** The exit code of a process whose interpreter died, as if by a segmentation fault: no program can catch that. */
const crashed = -11;

/** The most processes for which there is an interpreter: a few that were killed may still be ending beside those that run. */
const mostLive = 2 * mostProcesses;

/** A process that runs, or is about to. */
interface Child {
  readonly order: ProcessOrder;
  readonly lanes: ChildLanes;
  /** The right to its interpreter; null until there is one for it. */
  lease: Lease | null;
  /** Whether a signal has ended it: nothing of it is heard any more. */
  gone: boolean;
  /** Aborted when `gone` becomes true: no interpreter needs to be found for it. */
  readonly unwanted: AbortController;
}

/** What the processes of one run need. */
export interface RunOfProcesses {
  readonly program: PythonOrder;
  readonly sinks: PythonSinks;
  /** The program's own interpreter. */
  readonly first: Interpreter;
  /** Where the interpreters of processes come from. */
  readonly interpreters: Pick<InterpreterPool, 'lend'>;
  /** Into which order their output is put. */
  readonly outputs: OutputTurns;
  /** Hears what the interpreter of a process says that does not concern processes. No two processes of a run share a `pid`. */
  hear(interpreter: Interpreter, news: Exclude<PythonNews, ProcessNews>, sinks: PythonSinks, pid: number): void;
  /** A process has ended: nobody wants what it has asked of others. Harmless when repeated. */
  forget(pid: number): void;
}

/** The processes that one program starts: each gets an interpreter, and the page stands by where they cannot reach each other. */
export class PythonProcesses {
  /** By slot, which another gets soon after one has ended. */
  readonly #children = new Map<number, Child>();
  /** Processes that have an interpreter, or wait for one. */
  readonly #live = new Set<Child>();
  #buffer: ArrayBufferLike | null = null;
  #over = false;
  readonly #run: RunOfProcesses;

  constructor(run: RunOfProcesses) {
    this.#run = run;
  }

  /** Hears what the interpreter in `slot`, which works for process `pid`, says of processes. */
  hear(news: ProcessNews, slot = firstProcess, pid = firstPid): void {
    switch (news.kind) {
      case 'memory':
        // Whatever a program may tell us: our own is not taken for it, nor something of another size, nor another than the first.
        if (!this.#shared() && isShared(news.buffer) && news.buffer.byteLength === memoryBytes)
          this.#buffer = news.buffer;
        return;
      case 'memoryCall':
        this.#answer(news, slot, pid);
        return;
      case 'startProcess':
        this.#start(news.order).catch((error: unknown) => reportError(error));
        return;
      case 'signalProcess':
        this.#signal(news.slot, news.pid, news.signal);
    }
  }

  /** Resolves when all was heard that the processes have written up to now. */
  async outputHeard(): Promise<void> {
    if (this.#shared()) await this.#run.outputs.settle(this.#memory().outputTurns());
  }

  /** The run is over: ends all that still run. Nothing of them is heard. */
  end(): void {
    this.#over = true;
    for (const child of this.#live) {
      this.#signal(child.order.slot, child.order.pid, pythonSignals.kill);
      child.unwanted.abort();
      // A process that had ended already is only tidying up.
      if (!child.gone) this.#limit(child, tidyPatienceMs);
    }
  }

  /** Ctrl+C: sends SIGINT to all of them. */
  keyboardInterrupt(): void {
    for (const { lease, gone } of this.#live) {
      if (lease !== null && !gone) sendSignal(lease.interpreter, pythonSignals.interrupt);
    }
  }

  async #start(order: ProcessOrder): Promise<void> {
    const { sinks, interpreters } = this.#run;
    // A program that forges its orders could name any place.
    if (
      order.slot === firstProcess ||
      this.#children.get(order.slot)?.order.pid === order.pid ||
      !this.#isExpected(order)
    )
      return;
    const lanes = new ChildLanes(sinks, `process-${order.pid - firstPid}`, order.name);
    const child: Child = { order, lanes, lease: null, gone: this.#over, unwanted: new AbortController() };
    if (this.#live.size >= mostLive) {
      this.#lose(child);
      return;
    }
    this.#children.set(order.slot, child);
    this.#live.add(child);
    lanes.start(epochNow());
    try {
      await this.#work(child, await interpreters.lend(child.unwanted.signal));
    } catch (error) {
      if (!child.gone && !this.#over)
        lanes.sinks.output([
          { stream: 'stderr', lane: 'main', text: `${order.name} could not be started: ${String(error)}\n` },
        ]);
      this.#lose(child);
    } finally {
      this.#run.forget(order.pid);
      this.#live.delete(child);
      if (this.#children.get(order.slot) === child) this.#children.delete(order.slot);
    }
  }

  /** Whether its parent has made a place for that process. */
  #isExpected({ slot, pid }: ProcessOrder): boolean {
    const memory = this.#memory();
    return pid > 0 && memory.exitCode(slot, pid, false) === undefined;
  }

  async #work(child: Child, lease: Lease): Promise<void> {
    const { order, lanes } = child;
    if (child.gone || this.#over) {
      lease.giveBack();
      return;
    }
    child.lease = lease;
    const { interpreter } = lease;
    interpreter.listen((news) => {
      if (isOfProcesses(news)) this.hear(news, order.slot, order.pid);
      else this.#run.hear(interpreter, news, lanes.sinks, order.pid);
    });
    try {
      const buffer = this.#shared() ? this.#buffer : null;
      const { program } = this.#run;
      const { reusable } = await interpreter.client.call(async (remote) => remote.run(program, { order, buffer }));
      // The process has told of its end itself, unless something went wrong on its way.
      this.#lose(child);
      if (reusable) lease.giveBack();
      else lease.end();
    } catch {
      lease.end();
      this.#lose(child);
    }
  }

  /** Its interpreter died, or there was none for it: it has ended, if it has not told so itself. */
  #lose(child: Child): void {
    const { slot, pid } = child.order;
    const memory = this.#memory();
    if (child.gone || memory.exitCode(slot, pid, false) !== undefined) return;
    this.#markEnd(child, crashed, { status: 'failed', reason: 'The process died.' });
  }

  #signal(slot: number, pid: number, signal: number): void {
    const child = this.#children.get(slot);
    const memory = this.#memory();
    // A process that has ended, and may be buried already, is only tidying up.
    if (child === undefined || child.order.pid !== pid || child.gone || memory.exitCode(slot, pid, false) !== undefined)
      return;
    const interpreter = child.lease?.interpreter ?? null;
    if (interpreter !== null && signal !== pythonSignals.kill && memory.takesSignal(slot, signal)) {
      sendSignal(interpreter, signal);
      return;
    }
    this.#markEnd(
      child,
      signal === pythonSignals.interrupt ? 1 : -signal,
      signal === pythonSignals.kill ? { status: 'failed', reason: 'killed' } : { status: 'stopped' },
    );
    if (interpreter === null) return;
    // Nobody reads what it still writes; others' output need not wait for it.
    interpreter.listen((news) => {
      if (news.kind === 'output') this.#run.outputs.take(news.turn, () => undefined);
    });
    // Its interpreter is worth keeping, if it unwinds.
    if (interpreter.cells !== null) signalStop(interpreter.cells);
    interpreter.client.call((remote) => remote.interrupt()).catch(ignoreStopped);
    this.#limit(child, unwindPatienceMs);
  }

  /** Ends its interpreter, if that is not done with it by then. */
  #limit(child: Child, patienceMs: Millis): void {
    setTimeout(() => {
      if (this.#live.has(child)) child.lease?.end();
    }, patienceMs);
  }

  #markEnd(child: Child, exitCode: number, end: LaneEnd): void {
    child.gone = true;
    child.unwanted.abort();
    const { slot, pid } = child.order;
    this.#memory().end(slot, pid, exitCode);
    this.#run.forget(pid);
    if (!this.#over) child.lanes.end(epochNow(), end);
  }

  // Where memory cannot be shared, the page keeps it.

  #answer({ thread, operation, args }: Extract<ProcessNews, { kind: 'memoryCall' }>, slot: number, pid: number): void {
    if (this.#shared() || !isCall(operation, args)) return;
    const memory = this.#memory(slot, pid);
    let found: unknown;
    try {
      found = (memory[operation] as (...given: readonly unknown[]) => unknown).apply(memory, [...args]);
    } catch {
      // Our own calls make sense; a program that forges others gets no answer.
      return;
    }
    const working = this.#interpreterIn(slot, pid);
    if (thread === null || working === null) return;
    working.client.call((remote) => remote.reply(thread, found)).catch(ignoreStopped);
  }

  #memory(slot: number = firstProcess, pid = firstPid): ProcessMemory {
    this.#buffer ??= makeProcessBuffer(false);
    const onRing = (rung: number): void => {
      if (this.#shared()) return;
      this.#interpreterIn(rung)
        ?.client.call((remote) => remote.ring())
        .catch(ignoreStopped);
    };
    return new ProcessMemory(this.#buffer, slot, onRing, pid);
  }

  #shared(): boolean {
    return this.#buffer !== null && isShared(this.#buffer);
  }

  /** The interpreter in a slot, if it works for process `pid` when that is given. */
  #interpreterIn(slot: number, pid?: number): Interpreter | null {
    if (slot === firstProcess) return this.#run.first;
    const child = this.#children.get(slot);
    return child === undefined || (pid !== undefined && child.order.pid !== pid)
      ? null
      : (child.lease?.interpreter ?? null);
  }
}

/** Whether this piece of news is for `PythonProcesses`. */
export function isOfProcesses(news: PythonNews): news is ProcessNews {
  return (
    news.kind === 'memory' ||
    news.kind === 'memoryCall' ||
    news.kind === 'startProcess' ||
    news.kind === 'signalProcess'
  );
}
