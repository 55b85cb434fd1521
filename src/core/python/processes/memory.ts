import { brokenPipe, nameTaken, noRoom, notYet, refused, unknown } from './answers';
import {
  heapAt,
  heapBytes,
  memoryBytes,
  mostPipes,
  mostProcesses,
  mostSemaphores,
  nameAt,
  nameKinds,
  nameWords,
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
  valuesBytes,
  words,
} from './layout';
import { Names } from './names';

/** What is known of how a process ended that nobody has to wait for any more. */
const forgottenExitCode = 255;

/** The program's own process. */
export const firstProcess = 0;
export const firstPid = 42;
/** Up to so many bytes are written at once or not at all, as POSIX has it. */
const atomicBytes = 4096;

/** Which end of a pipe. */
export type PipeEnd = 'readers' | 'writers';

/**
 * What an operating system knows of processes: pipes, semaphores, memory in common, and who lives. It lies in one buffer, which all
 * processes share, or which one of them keeps for all. No operation waits: what cannot be done yet answers `notYet`, and the process is
 * rung when it may try again.
 *
 * One such object is the view of one process, whose slot is `me`. A slot is used again, so that everything which outlives a process knows it by its `pid` as well:
 * a process that has ended changes nothing any more.
 */
export class ProcessMemory {
  private readonly words: Int32Array;
  private readonly bytes: Uint8Array;
  private readonly bit: number;
  private readonly pidOfMe: number;
  private readonly names: Names;
  private readonly heap: DataView;

  /** `onRing` hears of every ring, for where the bells are not shared. */
  constructor(
    readonly buffer: ArrayBufferLike,
    readonly me: number,
    private readonly onRing: (slot: number) => void = () => undefined,
    pid?: number,
  ) {
    this.words = new Int32Array(buffer, 0, words);
    this.bytes = new Uint8Array(buffer);
    this.bit = 1 << me;
    this.pidOfMe = pid ?? this.pid(me);
    this.heap = new DataView(buffer, heapAt, heapBytes);
    this.names = new Names(this.words, this.bytes, me);
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
      if (
        Atomics.compareExchange(
          this.words,
          processAt(slot, processWords.state),
          processStates.none,
          processStates.alive,
        ) !== processStates.none
      )
        continue;
      Atomics.store(
        this.words,
        processAt(slot, processWords.pid),
        firstPid + Atomics.add(this.words, shared.processesStarted, 1) + 1,
      );
      Atomics.store(this.words, processAt(slot, processWords.exitCode), 0);
      Atomics.store(this.words, processAt(slot, processWords.began), 0);
      Atomics.store(this.words, processAt(slot, processWords.lowSignals), 0);
      Atomics.store(this.words, processAt(slot, processWords.highSignals), 0);
      Atomics.store(this.words, processAt(slot, processWords.parent), this.me);
      return slot;
    }
    return noRoom;
  }

  pid(slot: number): number {
    return this.load(processAt(slot, processWords.pid));
  }

  /** Where the process with that number is, if it lives or its parent has not heard yet that it ended; or `unknown`. */
  slotOf(pid: number): number {
    for (let slot = 0; slot < mostProcesses; slot += 1) if (pid > 0 && this.pid(slot) === pid) return slot;
    return unknown;
  }

  /** The exit code of a process, negative for a signal; undefined while it lives. */
  exitCode(slot: number, pid: number, mark: boolean): number | undefined {
    if (mark) this.mark(processAt(slot, processWords.waiters));
    const code = this.load(processAt(slot, processWords.exitCode));
    const ended = this.load(processAt(slot, processWords.state)) === processStates.ended;
    // Last, since the place may be another's by now.
    if (this.pid(slot) !== pid) return forgottenExitCode;
    return ended ? code : undefined;
  }

  /** This process has what it needs, and begins. */
  begin(): void {
    this.checkAlive();
    Atomics.store(this.words, processAt(this.me, processWords.began), 1);
  }

  /** Whether a process that its parent has not forgotten has ever begun. */
  hasBegun(slot: number): boolean {
    return this.load(processAt(slot, processWords.began)) !== 0;
  }

  /** From now on this process decides itself what these signals do to it: two masks, for the first 32 numbers and the others. */
  takeSignals(low: number, high: number): void {
    this.checkAlive();
    Atomics.store(this.words, processAt(this.me, processWords.lowSignals), low);
    Atomics.store(this.words, processAt(this.me, processWords.highSignals), high);
  }

  /** Whether a process decides itself what a signal does to it. */
  takesSignal(slot: number, signal: number): boolean {
    const mask = this.load(processAt(slot, signal < 32 ? processWords.lowSignals : processWords.highSignals));
    return ((mask >>> (signal & 31)) & 1) === 1;
  }

  /** Forgets a process that has ended: its parent has its exit code. */
  bury(slot: number, pid: number): void {
    if (this.pid(slot) !== pid || this.load(processAt(slot, processWords.state)) !== processStates.ended) return;
    // First, since another may have the place at once.
    Atomics.store(this.words, processAt(slot, processWords.pid), 0);
    Atomics.compareExchange(this.words, processAt(slot, processWords.state), processStates.ended, processStates.none);
  }

  /** A process has ended: what it had open is closed. Harmless when repeated; the first exit code counts. */
  end(slot: number, pid: number, exitCode: number): void {
    if (this.pid(slot) !== pid || this.load(processAt(slot, processWords.state)) !== processStates.alive) return;
    const bit = 1 << slot;
    // First, so that nobody connects to it any more: see `connect`.
    this.names.leave(slot);
    for (let pipe = 0; pipe < mostPipes; pipe += 1) {
      Atomics.compareExchange(this.words, pipeAt(pipe, pipeWords.lock), slot + 1, 0);
      this.takeEnd(pipe, 'readers', bit);
      this.takeEnd(pipe, 'writers', bit);
    }
    for (let semaphore = 0; semaphore < mostSemaphores; semaphore += 1)
      Atomics.and(this.words, semaphoreAt(semaphore, semaphoreWords.holders), ~bit);
    for (let other = 0; other < mostProcesses; other += 1) {
      if (Atomics.compareExchange(this.words, processAt(other, processWords.parent), slot, noParent) === slot)
        this.bury(other, this.pid(other));
    }
    Atomics.store(this.words, processAt(slot, processWords.exitCode), exitCode);
    Atomics.store(this.words, processAt(slot, processWords.state), processStates.ended);
    if (this.load(processAt(slot, processWords.parent)) === noParent) this.bury(slot, pid);
    this.ring(processAt(slot, processWords.waiters));
  }

  // Pipes

  /** A new pipe, both ends of which this process has; or `noRoom`. */
  newPipe(): number {
    this.checkAlive();
    for (let pipe = 0; pipe < mostPipes; pipe += 1) {
      if (Atomics.compareExchange(this.words, pipeAt(pipe, pipeWords.readers), 0, this.bit) !== 0) continue;
      if (Atomics.compareExchange(this.words, pipeAt(pipe, pipeWords.writers), 0, this.bit) !== 0) {
        Atomics.store(this.words, pipeAt(pipe, pipeWords.readers), 0);
        continue;
      }
      for (const word of [
        pipeWords.written,
        pipeWords.taken,
        pipeWords.readWaiters,
        pipeWords.writeWaiters,
        pipeWords.lock,
      ])
        Atomics.store(this.words, pipeAt(pipe, word), 0);
      return pipe;
    }
    return noRoom;
  }

  /** Gives process `slot` an end of a pipe that this one has. */
  openEnd(pipe: number, end: PipeEnd, slot: number): void {
    this.checkAlive();
    Atomics.or(this.words, pipeAt(pipe, pipeWords[end]), 1 << slot);
  }

  /** Closes an end that this process has. */
  closeEnd(pipe: number, end: PipeEnd): void {
    if (!this.hasEnded()) this.takeEnd(pipe, end, this.bit);
  }

  /** Takes an end from the processes in `bits`. */
  private takeEnd(pipe: number, end: PipeEnd, bits: number): void {
    const before = Atomics.and(this.words, pipeAt(pipe, pipeWords[end]), ~bits);
    if ((before & bits) !== 0 && (before & ~bits) === 0)
      this.ring(pipeAt(pipe, end === 'readers' ? pipeWords.writeWaiters : pipeWords.readWaiters));
  }

  /** Whether `read` would answer at once. */
  readable(pipe: number, mark: boolean): boolean {
    if (mark) this.mark(pipeAt(pipe, pipeWords.readWaiters));
    return (
      this.load(pipeAt(pipe, pipeWords.written)) !== this.load(pipeAt(pipe, pipeWords.taken)) ||
      this.load(pipeAt(pipe, pipeWords.writers)) === 0
    );
  }

  /** Takes up to `most` bytes. None at the end, when nobody can write any more; `notYet` while there is nothing. */
  read(pipe: number, most: number, mark: boolean): Uint8Array | typeof notYet {
    this.checkAlive();
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
    this.checkAlive();
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
    this.checkAlive();
    for (let semaphore = 0; semaphore < mostSemaphores; semaphore += 1) {
      if (Atomics.compareExchange(this.words, semaphoreAt(semaphore, semaphoreWords.holders), 0, this.bit) !== 0)
        continue;
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
    if (this.hasEnded()) return;
    Atomics.and(this.words, semaphoreAt(semaphore, semaphoreWords.holders), ~this.bit);
  }

  /** Counts down, unless it is zero. */
  take(semaphore: number, mark: boolean): boolean {
    this.checkAlive();
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
    this.checkAlive();
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
    if (at + rounded <= valuesBytes) return at;
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

  /** The number there, of the type that Python's struct module gives that letter. */
  peekNumber(at: number, type: string): number | bigint {
    switch (type) {
      case 'b':
        return this.heap.getInt8(at);
      case 'B':
      case '?':
        return this.heap.getUint8(at);
      case 'h':
        return this.heap.getInt16(at, true);
      case 'H':
        return this.heap.getUint16(at, true);
      case 'i':
      case 'l':
        return this.heap.getInt32(at, true);
      case 'I':
      case 'L':
        return this.heap.getUint32(at, true);
      case 'q':
        return this.heap.getBigInt64(at, true);
      case 'Q':
        return this.heap.getBigUint64(at, true);
      case 'f':
        return this.heap.getFloat32(at, true);
      case 'd':
        return this.heap.getFloat64(at, true);
      default:
        throw new TypeError(`There are no numbers of type ${type}.`);
    }
  }

  /** Puts a number there, which its type can hold. */
  pokeNumber(at: number, type: string, value: number | bigint | boolean): void {
    this.checkAlive();
    switch (type) {
      case 'b':
      case 'B':
      case '?':
        this.heap.setUint8(at, Number(value));
        return;
      case 'h':
      case 'H':
        this.heap.setUint16(at, Number(value), true);
        return;
      case 'i':
      case 'l':
      case 'I':
      case 'L':
        this.heap.setUint32(at, Number(value), true);
        return;
      case 'q':
      case 'Q':
        this.heap.setBigUint64(at, BigInt(value), true);
        return;
      case 'f':
        this.heap.setFloat32(at, Number(value), true);
        return;
      case 'd':
        this.heap.setFloat64(at, Number(value), true);
        return;
      default:
        throw new TypeError(`There are no numbers of type ${type}.`);
    }
  }

  // Listeners

  /** A pipe whose reader hears of everybody that connects to that name: two whole numbers each time, the pipes to read from and to write to. Or `nameTaken`, `noRoom`. */
  listen(name: string): number {
    this.checkAlive();
    return this.names.change(() => {
      if (this.names.find(name, nameKinds.listener) !== unknown) return nameTaken;
      const pipe = this.newPipe();
      if (pipe === noRoom) return noRoom;
      if (this.names.add(name, nameKinds.listener, this.me, pipe, 0) !== noRoom) return pipe;
      this.closeEnd(pipe, 'readers');
      this.closeEnd(pipe, 'writers');
      return noRoom;
    });
  }

  /** Nobody can connect any more to the listener that hears by that pipe. */
  stopListening(pipe: number): void {
    this.names.change(() => this.names.remove((entry) => this.names.is(entry, nameKinds.listener, pipe)));
  }

  /** Two new pipes to the listener of that name, as `read * mostPipes + write`; or `unknown`, `refused`, `noRoom`. */
  connect(name: string): number {
    this.checkAlive();
    return this.names.change(() => {
      const entry = this.names.find(name, nameKinds.listener);
      if (entry === unknown) return this.names.find(name, nameKinds.left) === unknown ? unknown : refused;
      const { holders: listener, place: heard } = this.names.of(entry);
      const [reads, writes] = [this.newPipe(), this.newPipe()];
      if (reads !== noRoom && writes !== noRoom) {
        this.openEnd(reads, 'writers', listener);
        this.openEnd(writes, 'readers', listener);
        if (listener !== this.me) {
          this.closeEnd(reads, 'writers');
          this.closeEnd(writes, 'readers');
        }
        // Whoever listens may have died meanwhile, without a look at these pipes.
        const listens = this.names.is(entry, nameKinds.listener, heard);
        if (listens && this.write(heard, new Uint8Array(Int32Array.of(writes, reads).buffer), false) > 0)
          return reads * mostPipes + writes;
        this.takeEnd(reads, 'writers', 1 << listener);
        this.takeEnd(writes, 'readers', 1 << listener);
        this.closeEnd(reads, 'readers');
        this.closeEnd(writes, 'writers');
        return refused;
      }
      for (const pipe of [reads, writes]) {
        if (pipe === noRoom) continue;
        this.closeEnd(pipe, 'readers');
        this.closeEnd(pipe, 'writers');
      }
      return noRoom;
    });
  }

  // Blocks of shared memory

  /** A new block without any bytes, which this process has open; or `nameTaken`, `noRoom`. */
  createBlock(name: string): number {
    this.checkAlive();
    return this.names.change(() =>
      this.names.find(name, nameKinds.block) === unknown
        ? this.names.add(name, nameKinds.block, this.bit, 0, 0)
        : nameTaken,
    );
  }

  /** Gives a new block so many bytes, all zero, if there is room. */
  sizeBlock(block: number, size: number): boolean {
    this.checkAlive();
    return this.names.change(() => {
      const at = this.names.is(block, nameKinds.block, 0) ? this.names.roomFor(size) : noRoom;
      if (at === noRoom) return false;
      this.bytes.fill(0, heapAt + at, heapAt + at + size);
      Atomics.store(this.words, nameAt(block, nameWords.place), at);
      Atomics.store(this.words, nameAt(block, nameWords.size), size);
      return true;
    });
  }

  /** Opens the block of that name; or `unknown`. */
  openBlock(name: string): number {
    this.checkAlive();
    return this.names.change(() => {
      const block = this.names.find(name, nameKinds.block);
      if (block !== unknown) Atomics.or(this.words, nameAt(block, nameWords.holders), this.bit);
      return block;
    });
  }

  /** Where a block lies in the memory in common. */
  blockPlace(block: number): number {
    return this.names.of(block).place;
  }

  blockSize(block: number): number {
    return this.names.of(block).size;
  }

  /** This process is done with a block. */
  closeBlock(block: number): void {
    if (!this.hasEnded()) Atomics.and(this.words, nameAt(block, nameWords.holders), ~this.bit);
  }

  /** Takes a block's name away; it goes when nobody has it open. Whether there was one. */
  unlinkBlock(name: string): boolean {
    this.checkAlive();
    return this.names.change(() => {
      const block = this.names.find(name, nameKinds.block);
      if (block === unknown) return false;
      Atomics.store(this.words, nameAt(block, nameWords.kind), nameKinds.unlinked);
      return true;
    });
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

  /** Whether this process has ended, and its place is perhaps another's. */
  private hasEnded(): boolean {
    return (
      this.pid(this.me) !== this.pidOfMe || this.load(processAt(this.me, processWords.state)) !== processStates.alive
    );
  }

  private checkAlive(): void {
    if (this.hasEnded()) throw new Error('This process has ended.');
  }

  private load(at: number): number {
    return Atomics.load(this.words, at);
  }

  /** Does `work` while no other process moves bytes of that pipe. Whatever is thrown, it is free again: who waits for it spins. */
  private seized<R>(pipe: number, work: () => R): R {
    const lock = pipeAt(pipe, pipeWords.lock);
    while (Atomics.compareExchange(this.words, lock, 0, this.me + 1) !== 0)
      if (!isShared(this.buffer)) throw new Error('Nobody else could ever free that pipe.');
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
