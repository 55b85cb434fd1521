import { noRoom, unknown } from './answers';
import {
  memoryBytes,
  mostPipes,
  mostProcesses,
  mostSemaphores,
  noExitCode,
  noParent,
  pipeAt,
  pipeWords,
  processAt,
  processStates,
  processWords,
  semaphoreAt,
  semaphoreWords,
  shared,
  words,
} from './layout';
import { Named } from './named';
import { takeEnd } from './pipes';
import { View } from './view';

export { isShared } from './view';

/** The exit code of a process that ended and was forgotten, since nobody has to wait for it any more. */
const forgottenExitCode = 255;

/** The program's own process. */
export const firstProcess = 0;
export const firstPid = 42;

/**
 * What an operating system knows of processes: pipes, semaphores, memory in common, and which of them live. It lies in one buffer, which all
 * processes share, or which one of them keeps for all. No operation waits: what cannot be done yet answers `notYet`, and the process is
 * rung when it may try again.
 *
 * One object is the view of one process, whose slot is `me`. A slot is used again, so that everything which outlives a process knows it by its `pid` as well:
 * a process that has ended changes nothing any more. The operations lie in a class for each subject, each of which adds to the one before: pipes, semaphores, values,
 * named things, and here processes and bells.
 */
export class ProcessMemory extends Named {
  readonly buffer: ArrayBufferLike;
  readonly me: number;
  readonly #view: View;

  /** @param onRing Hears of every ring, for where the bells are not shared. */
  constructor(buffer: ArrayBufferLike, me: number, onRing: (slot: number) => void = () => undefined, pid?: number) {
    const view = new View(buffer, me, onRing, pid);
    super(view);
    this.#view = view;
    this.buffer = buffer;
    this.me = me;
  }

  /** The memory of a program that starts, in which only its own process is. */
  static start(buffer: ArrayBufferLike): void {
    const cells = new Int32Array(buffer, 0, words);
    Atomics.store(cells, processAt(firstProcess, processWords.state), processStates.alive);
    Atomics.store(cells, processAt(firstProcess, processWords.pid), firstPid);
    Atomics.store(cells, processAt(firstProcess, processWords.parent), noParent);
  }

  /** A place for a new process, whose parent is this one; or `noRoom`. */
  newProcess(): number {
    for (let slot = 0; slot < mostProcesses; slot += 1) {
      if (
        Atomics.compareExchange(
          this.#view.words,
          processAt(slot, processWords.state),
          processStates.none,
          processStates.alive,
        ) !== processStates.none
      )
        continue;
      // Somebody still marks the end of the process that was here, and would mark that of this one.
      if (this.#view.load(processAt(slot, processWords.enders)) !== 0) {
        Atomics.store(this.#view.words, processAt(slot, processWords.state), processStates.none);
        continue;
      }
      Atomics.store(
        this.#view.words,
        processAt(slot, processWords.pid),
        firstPid + Atomics.add(this.#view.words, shared.processesStarted, 1) + 1,
      );
      Atomics.store(this.#view.words, processAt(slot, processWords.exitCode), noExitCode);
      Atomics.store(this.#view.words, processAt(slot, processWords.began), 0);
      Atomics.store(this.#view.words, processAt(slot, processWords.lowSignals), 0);
      Atomics.store(this.#view.words, processAt(slot, processWords.highSignals), 0);
      Atomics.store(this.#view.words, processAt(slot, processWords.lowSent), 0);
      Atomics.store(this.#view.words, processAt(slot, processWords.highSent), 0);
      Atomics.store(this.#view.words, processAt(slot, processWords.parent), this.me);
      return slot;
    }
    return noRoom;
  }

  pid(slot: number): number {
    return this.#view.load(processAt(slot, processWords.pid));
  }

  /** Where the process with that number is, if it lives or its parent has not heard yet that it ended; or `unknown`. */
  slotOf(pid: number): number {
    for (let slot = 0; slot < mostProcesses; slot += 1) if (pid > 0 && this.pid(slot) === pid) return slot;
    return unknown;
  }

  /** The exit code of a process, negative for a signal; undefined while it lives. */
  exitCode(slot: number, pid: number, mark: boolean): number | undefined {
    if (mark) this.#view.mark(processAt(slot, processWords.waiters));
    const code = this.#view.load(processAt(slot, processWords.exitCode));
    const ended = this.#view.load(processAt(slot, processWords.state)) === processStates.ended;
    // Last, since the place may be another's by now.
    if (this.pid(slot) !== pid) return forgottenExitCode;
    return ended ? code : undefined;
  }

  /** This process has what it needs, and begins. */
  begin(): void {
    this.#view.checkAlive();
    Atomics.store(this.#view.words, processAt(this.me, processWords.began), 1);
  }

  /** Whether a process that its parent has not forgotten has ever begun. */
  hasBegun(slot: number): boolean {
    return this.#view.load(processAt(slot, processWords.began)) !== 0;
  }

  /** From now on this process decides itself what these signals do to it: two masks, for the first 32 numbers and the others. */
  takeSignals(low: number, high: number): void {
    this.#view.checkAlive();
    Atomics.store(this.#view.words, processAt(this.me, processWords.lowSignals), low);
    Atomics.store(this.#view.words, processAt(this.me, processWords.highSignals), high);
  }

  /** Whether a process decides itself what a signal does to it. */
  takesSignal(slot: number, signal: number): boolean {
    const mask = this.#view.load(processAt(slot, signal < 32 ? processWords.lowSignals : processWords.highSignals));
    return ((mask >>> (signal & 31)) & 1) === 1;
  }

  /**
   * Sends a signal to a process that decides itself what it does; false where it leaves that to others. The process has it before it has anything that is
   * written, or given, after that. For memory that is shared.
   */
  sendSignal(slot: number, pid: number, signal: number): boolean {
    if (this.pid(slot) !== pid || !this.takesSignal(slot, signal)) return false;
    const sent = processAt(slot, signal < 32 ? processWords.lowSent : processWords.highSent);
    Atomics.or(this.#view.words, sent, 1 << (signal & 31));
    this.#view.ringProcess(slot);
    return true;
  }

  /** Takes the lowest of the signals that were sent to this process; 0 where there is none. */
  takeSignal(): number {
    for (const [word, first] of [
      [processWords.lowSent, 0],
      [processWords.highSent, 32],
    ] as const) {
      const sent = this.#view.load(processAt(this.me, word));
      if (sent === 0) continue;
      const lowest = 31 - Math.clz32(sent & -sent);
      Atomics.and(this.#view.words, processAt(this.me, word), ~(1 << lowest));
      return first + lowest;
    }
    return 0;
  }

  /** Forgets a process that has ended: its parent has its exit code. */
  bury(slot: number, pid: number): void {
    if (this.#view.load(processAt(slot, processWords.state)) !== processStates.ended) return;
    // First, since another may have the place at once. Only one of those who bury it goes on.
    if (Atomics.compareExchange(this.#view.words, processAt(slot, processWords.pid), pid, 0) !== pid) return;
    Atomics.compareExchange(
      this.#view.words,
      processAt(slot, processWords.state),
      processStates.ended,
      processStates.none,
    );
  }

  /**
   * A process has ended: what it had open is closed. Harmless when repeated; the first exit code counts. It may say so itself while the page or its parent does:
   * until the last of them is done, no other process gets its place.
   */
  end(slot: number, pid: number, exitCode: number): void {
    const enders = processAt(slot, processWords.enders);
    Atomics.add(this.#view.words, enders, 1);
    // Looked at after that: the process that takes the place of one that has ended looks at the enders after it has the place.
    if (this.pid(slot) === pid && this.#view.load(processAt(slot, processWords.state)) === processStates.alive)
      this.#markEnd(slot, pid, exitCode);
    Atomics.sub(this.#view.words, enders, 1);
  }

  #markEnd(slot: number, pid: number, exitCode: number): void {
    const bit = 1 << slot;
    // First, so that nobody connects to it any more: see `connect`.
    this.#view.names.leave(slot);
    for (let pipe = 0; pipe < mostPipes; pipe += 1) {
      Atomics.compareExchange(this.#view.words, pipeAt(pipe, pipeWords.lock), slot + 1, 0);
      takeEnd(this.#view, pipe, 'readers', bit);
      takeEnd(this.#view, pipe, 'writers', bit);
    }
    for (let semaphore = 0; semaphore < mostSemaphores; semaphore += 1)
      Atomics.and(this.#view.words, semaphoreAt(semaphore, semaphoreWords.holders), ~bit);
    for (let other = 0; other < mostProcesses; other += 1) {
      if (Atomics.compareExchange(this.#view.words, processAt(other, processWords.parent), slot, noParent) === slot)
        this.bury(other, this.pid(other));
    }
    Atomics.compareExchange(this.#view.words, processAt(slot, processWords.exitCode), noExitCode, exitCode);
    Atomics.compareExchange(
      this.#view.words,
      processAt(slot, processWords.state),
      processStates.alive,
      processStates.ended,
    );
    if (this.#view.load(processAt(slot, processWords.parent)) === noParent) this.bury(slot, pid);
    this.#view.ring(processAt(slot, processWords.waiters));
  }

  /** The number of the next piece of output among those of all processes, from 0. */
  takeOutputTurn(): number {
    return Atomics.add(this.#view.words, shared.outputs, 1);
  }

  /** How many numbers `takeOutputTurn` has given. */
  outputTurns(): number {
    return this.#view.load(shared.outputs);
  }

  /** How often this process was rung. */
  rings(): number {
    return this.#view.load(processAt(this.me, processWords.bell));
  }

  /** Resolves when this process has been rung since it had been rung `seen` times. For memory that is shared. */
  async rung(seen: number): Promise<void> {
    await Atomics.waitAsync(this.#view.words, processAt(this.me, processWords.bell), seen).value;
  }

  /** Waits on the spot until this process has been rung since it had been rung `seen` times, `ms` milliseconds at most; not in a page, which must not wait. */
  awaitRing(seen: number, ms: number): void {
    Atomics.wait(this.#view.words, processAt(this.me, processWords.bell), seen, ms);
  }

  /** Rings one process. */
  ringProcess(slot: number): void {
    this.#view.ringProcess(slot);
  }
}

/** Room for the memory of one program's processes. */
export function makeProcessBuffer(share: boolean): ArrayBufferLike {
  const buffer = share ? new SharedArrayBuffer(memoryBytes) : new ArrayBuffer(memoryBytes);
  ProcessMemory.start(buffer);
  return buffer;
}
