import {
  heapAt,
  heapBytes,
  memoryBytes,
  mostPipes,
  mostProcesses,
  mostSemaphores,
  noParent,
  pipeAt,
  pipeBytes,
  pipeBytesAt,
  pipeWords,
  processAt,
  processStates,
  processWords,
  semaphoreAt,
  semaphoreWords,
  shared,
  words,
} from './layout';

/** What an operation answers when it cannot be done yet. Its `mark`, if set, has asked for a ring when to try again. */
export const notYet = -1;
/** A table is full. */
export const noRoom = -2;
/** Nobody could ever read what is written. */
export const brokenPipe = -3;

/** The program's own process. */
export const firstProcess = 0;
const firstPid = 42;
/** Up to so many bytes are written at once or not at all, as POSIX has it. */
const atomicBytes = 4096;

/** Which end of a pipe. */
export type PipeEnd = 'readers' | 'writers';

/**
 * What an operating system knows of processes: pipes, semaphores, memory in common, and who lives. It lies in one buffer, which all
 * processes share, or which one of them keeps for all. No operation waits: what cannot be done yet answers `notYet`, and the process is
 * rung when it may try again.
 *
 * One such object is the view of one process, whose slot is `me`.
 */
export class ProcessMemory {
  private readonly words: Int32Array;
  private readonly bytes: Uint8Array;
  private readonly bit: number;

  /** `onRing` hears of every ring, for where the bells are not shared. */
  constructor(
    readonly buffer: ArrayBufferLike,
    readonly me: number,
    private readonly onRing: (slot: number) => void = () => undefined,
  ) {
    this.words = new Int32Array(buffer, 0, words);
    this.bytes = new Uint8Array(buffer);
    this.bit = 1 << me;
  }

  /** The memory of a program that starts, in which only its own process is. */
  static start(buffer: ArrayBufferLike): void {
    const cells = new Int32Array(buffer, 0, words);
    Atomics.store(cells, processAt(firstProcess, processWords.state), processStates.alive);
    Atomics.store(cells, processAt(firstProcess, processWords.pid), firstPid);
    Atomics.store(cells, processAt(firstProcess, processWords.parent), noParent);
  }

  // Processes

  /** A place for a new process, whose parent is this one; or `noRoom`. */
  newProcess(): number {
    for (let slot = 0; slot < mostProcesses; slot += 1) {
      if (Atomics.compareExchange(this.words, processAt(slot, processWords.state), processStates.none, processStates.alive) !== processStates.none) continue;
      Atomics.store(this.words, processAt(slot, processWords.pid), firstPid + Atomics.add(this.words, shared.processesStarted, 1) + 1);
      Atomics.store(this.words, processAt(slot, processWords.exitCode), 0);
      Atomics.store(this.words, processAt(slot, processWords.parent), this.me);
      return slot;
    }
    return noRoom;
  }

  pid(slot: number): number {
    return this.load(processAt(slot, processWords.pid));
  }

  /** The exit code of a process, negative for a signal; undefined while it lives. */
  exitCode(slot: number, mark: boolean): number | undefined {
    if (mark) this.mark(processAt(slot, processWords.waiters));
    return this.load(processAt(slot, processWords.state)) === processStates.ended ? this.load(processAt(slot, processWords.exitCode)) : undefined;
  }

  /** Forgets a process that has ended: its parent has its exit code. */
  bury(slot: number): void {
    if (this.load(processAt(slot, processWords.state)) !== processStates.ended) return;
    // First, since another may have the place at once.
    Atomics.store(this.words, processAt(slot, processWords.pid), 0);
    Atomics.compareExchange(this.words, processAt(slot, processWords.state), processStates.ended, processStates.none);
  }

  /** A process has ended: what it had open is closed. Harmless when repeated; the first exit code counts. */
  end(slot: number, exitCode: number): void {
    if (this.load(processAt(slot, processWords.state)) !== processStates.alive) return;
    const bit = 1 << slot;
    for (let pipe = 0; pipe < mostPipes; pipe += 1) {
      Atomics.compareExchange(this.words, pipeAt(pipe, pipeWords.lock), slot + 1, 0);
      this.closeEnd(pipe, 'readers', bit);
      this.closeEnd(pipe, 'writers', bit);
    }
    for (let semaphore = 0; semaphore < mostSemaphores; semaphore += 1) Atomics.and(this.words, semaphoreAt(semaphore, semaphoreWords.holders), ~bit);
    for (let other = 0; other < mostProcesses; other += 1) {
      if (Atomics.compareExchange(this.words, processAt(other, processWords.parent), slot, noParent) === slot) this.bury(other);
    }
    Atomics.store(this.words, processAt(slot, processWords.exitCode), exitCode);
    Atomics.store(this.words, processAt(slot, processWords.state), processStates.ended);
    if (this.load(processAt(slot, processWords.parent)) === noParent) this.bury(slot);
    this.ring(processAt(slot, processWords.waiters));
  }

  // Pipes

  /** A new pipe, both ends of which this process has; or `noRoom`. */
  newPipe(): number {
    for (let pipe = 0; pipe < mostPipes; pipe += 1) {
      if (Atomics.compareExchange(this.words, pipeAt(pipe, pipeWords.readers), 0, this.bit) !== 0) continue;
      if (Atomics.compareExchange(this.words, pipeAt(pipe, pipeWords.writers), 0, this.bit) !== 0) {
        Atomics.store(this.words, pipeAt(pipe, pipeWords.readers), 0);
        continue;
      }
      for (const word of [pipeWords.written, pipeWords.taken, pipeWords.readWaiters, pipeWords.writeWaiters, pipeWords.lock]) Atomics.store(this.words, pipeAt(pipe, word), 0);
      return pipe;
    }
    return noRoom;
  }

  /** Gives process `slot` an end of a pipe that this one has. */
  openEnd(pipe: number, end: PipeEnd, slot: number): void {
    Atomics.or(this.words, pipeAt(pipe, pipeWords[end]), 1 << slot);
  }

  /** Takes an end from the processes in `bits`. */
  closeEnd(pipe: number, end: PipeEnd, bits = this.bit): void {
    const before = Atomics.and(this.words, pipeAt(pipe, pipeWords[end]), ~bits);
    if ((before & bits) !== 0 && (before & ~bits) === 0) this.ring(pipeAt(pipe, end === 'readers' ? pipeWords.writeWaiters : pipeWords.readWaiters));
  }

  /** Whether `read` would answer at once. */
  readable(pipe: number, mark: boolean): boolean {
    if (mark) this.mark(pipeAt(pipe, pipeWords.readWaiters));
    return this.load(pipeAt(pipe, pipeWords.written)) !== this.load(pipeAt(pipe, pipeWords.taken)) || this.load(pipeAt(pipe, pipeWords.writers)) === 0;
  }

  /** Takes up to `most` bytes. None at the end, when nobody can write any more; `notYet` while there is nothing. */
  read(pipe: number, most: number, mark: boolean): Uint8Array | typeof notYet {
    if (mark) this.mark(pipeAt(pipe, pipeWords.readWaiters));
    const { found, open } = this.seized(pipe, () => {
      // In this order: who closes has written before.
      const stillOpen = this.load(pipeAt(pipe, pipeWords.writers)) !== 0;
      const taken = this.load(pipeAt(pipe, pipeWords.taken));
      const size = Math.min(most, (this.load(pipeAt(pipe, pipeWords.written)) - taken) | 0);
      const copy = new Uint8Array(size);
      const at = taken & (pipeBytes - 1);
      const first = Math.min(size, pipeBytes - at);
      const start = pipeBytesAt(pipe);
      copy.set(this.bytes.subarray(start + at, start + at + first));
      copy.set(this.bytes.subarray(start, start + size - first), first);
      Atomics.store(this.words, pipeAt(pipe, pipeWords.taken), (taken + size) | 0);
      return { found: copy, open: stillOpen };
    });
    if (found.length === 0) return open ? notYet : found;
    this.ring(pipeAt(pipe, pipeWords.writeWaiters));
    return found;
  }

  /** Writes what there is room for; answers how many bytes that was, `notYet`, or `brokenPipe`. */
  write(pipe: number, data: Uint8Array, mark: boolean): number {
    if (mark) this.mark(pipeAt(pipe, pipeWords.writeWaiters));
    if (this.load(pipeAt(pipe, pipeWords.readers)) === 0) return brokenPipe;
    const size = this.seized(pipe, () => {
      const written = this.load(pipeAt(pipe, pipeWords.written));
      const room = pipeBytes - ((written - this.load(pipeAt(pipe, pipeWords.taken))) | 0);
      const fits = data.length <= atomicBytes && room < data.length ? 0 : Math.min(room, data.length);
      const at = written & (pipeBytes - 1);
      const first = Math.min(fits, pipeBytes - at);
      const start = pipeBytesAt(pipe);
      this.bytes.set(data.subarray(0, first), start + at);
      this.bytes.set(data.subarray(first, fits), start);
      Atomics.store(this.words, pipeAt(pipe, pipeWords.written), (written + fits) | 0);
      return fits;
    });
    if (size === 0 && data.length > 0) return notYet;
    this.ring(pipeAt(pipe, pipeWords.readWaiters));
    return size;
  }

  // Semaphores

  /** A new semaphore, or `noRoom`. */
  newSemaphore(value: number, most: number): number {
    for (let semaphore = 0; semaphore < mostSemaphores; semaphore += 1) {
      if (Atomics.compareExchange(this.words, semaphoreAt(semaphore, semaphoreWords.holders), 0, this.bit) !== 0) continue;
      Atomics.store(this.words, semaphoreAt(semaphore, semaphoreWords.most), most);
      Atomics.store(this.words, semaphoreAt(semaphore, semaphoreWords.waiters), 0);
      Atomics.store(this.words, semaphoreAt(semaphore, semaphoreWords.value), value);
      return semaphore;
    }
    return noRoom;
  }

  /** Lets process `slot` use a semaphore that this one has. */
  openSemaphore(semaphore: number, slot: number): void {
    Atomics.or(this.words, semaphoreAt(semaphore, semaphoreWords.holders), 1 << slot);
  }

  closeSemaphore(semaphore: number): void {
    Atomics.and(this.words, semaphoreAt(semaphore, semaphoreWords.holders), ~this.bit);
  }

  /** Counts down, unless it is zero. */
  take(semaphore: number, mark: boolean): boolean {
    if (mark) this.mark(semaphoreAt(semaphore, semaphoreWords.waiters));
    const at = semaphoreAt(semaphore, semaphoreWords.value);
    for (;;) {
      const value = this.load(at);
      if (value <= 0) return false;
      if (Atomics.compareExchange(this.words, at, value, value - 1) === value) return true;
    }
  }

  /** Counts up, unless it is at its most. */
  give(semaphore: number): boolean {
    const at = semaphoreAt(semaphore, semaphoreWords.value);
    for (;;) {
      const value = this.load(at);
      if (value >= this.load(semaphoreAt(semaphore, semaphoreWords.most))) return false;
      if (Atomics.compareExchange(this.words, at, value, value + 1) === value) break;
    }
    this.ring(semaphoreAt(semaphore, semaphoreWords.waiters));
    return true;
  }

  value(semaphore: number): number {
    return this.load(semaphoreAt(semaphore, semaphoreWords.value));
  }

  // Memory in common

  /** The place of so many bytes, all zero, which stay until the program ends; or `noRoom`. */
  allocate(size: number): number {
    if (size > heapBytes) return noRoom;
    const rounded = (size + 7) & ~7;
    const at = Atomics.add(this.words, shared.heapUsed, rounded);
    if (at + rounded <= heapBytes) return at;
    Atomics.sub(this.words, shared.heapUsed, rounded);
    return noRoom;
  }

  peek(at: number, size: number): Uint8Array {
    checkPlace(at, size);
    return this.bytes.slice(heapAt + at, heapAt + at + size);
  }

  poke(at: number, data: Uint8Array): void {
    checkPlace(at, data.length);
    this.bytes.set(data, heapAt + at);
  }

  // Bells

  /** How often this process was rung. */
  rings(): number {
    return this.load(processAt(this.me, processWords.bell));
  }

  /** Resolves when this process has been rung since it had been rung `seen` times. For memory that is shared. */
  async rung(seen: number): Promise<void> {
    await Atomics.waitAsync(this.words, processAt(this.me, processWords.bell), seen).value;
  }

  /** The same, on the spot and for so many milliseconds at most; not in a page, which must not wait. */
  awaitRing(seen: number, ms: number): void {
    Atomics.wait(this.words, processAt(this.me, processWords.bell), seen, ms);
  }

  /** Rings one process. */
  ringProcess(slot: number): void {
    const bell = processAt(slot, processWords.bell);
    Atomics.add(this.words, bell, 1);
    Atomics.notify(this.words, bell);
    this.onRing(slot);
  }

  /** Notes that this process wants to be rung. Before it looks, or it might be rung in between. */
  private mark(waiters: number): void {
    Atomics.or(this.words, waiters, this.bit);
  }

  private ring(waiters: number): void {
    if (this.load(waiters) === 0) return;
    const mask = Atomics.exchange(this.words, waiters, 0);
    for (let slot = 0; slot < mostProcesses; slot += 1) if ((mask & (1 << slot)) !== 0) this.ringProcess(slot);
  }

  private load(at: number): number {
    return Atomics.load(this.words, at);
  }

  /** Does `work` while no other process moves bytes of that pipe. Whatever is thrown, it is free again: who waits for it spins. */
  private seized<R>(pipe: number, work: () => R): R {
    const lock = pipeAt(pipe, pipeWords.lock);
    while (Atomics.compareExchange(this.words, lock, 0, this.me + 1) !== 0) if (!isShared(this.buffer)) throw new Error('Nobody else could ever free that pipe.');
    try {
      return work();
    } finally {
      Atomics.store(this.words, lock, 0);
    }
  }
}

/** Throws where that is not within the memory in common. */
function checkPlace(at: number, size: number): void {
  if (!(at >= 0 && size >= 0 && at + size <= heapBytes)) throw new RangeError(`There are no ${size} bytes at ${at}.`);
}

/** Whether other threads see that memory too. */
export function isShared(buffer: ArrayBufferLike): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;
}

/** Room for the memory of one program's processes. */
export function makeProcessBuffer(share: boolean): ArrayBufferLike {
  const buffer = share ? new SharedArrayBuffer(memoryBytes) : new ArrayBuffer(memoryBytes);
  ProcessMemory.start(buffer);
  return buffer;
}
