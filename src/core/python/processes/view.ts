import { Names } from './names';
import { heapAt, heapBytes, mostProcesses, processAt, processStates, processWords, words } from './layout';

/** The memory of a program's processes as one of them sees it: its words and bytes, and what all operations on it need. */
export class View {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  readonly heap: DataView;
  readonly names: Names;
  /** This process in a mask. */
  readonly bit: number;
  readonly #pid: number;
  readonly #onRing: (slot: number) => void;

  /** @param onRing Hears of every ring, for where the bells are not shared. */
  constructor(
    readonly buffer: ArrayBufferLike,
    readonly me: number,
    onRing: (slot: number) => void,
    pid?: number,
  ) {
    this.words = new Int32Array(buffer, 0, words);
    this.bytes = new Uint8Array(buffer);
    this.heap = new DataView(buffer, heapAt, heapBytes);
    this.names = new Names(this.words, this.bytes, me);
    this.bit = 1 << me;
    this.#pid = pid ?? this.load(processAt(me, processWords.pid));
    this.#onRing = onRing;
  }

  /** Notes that this process wants to be rung. Before it looks, or it might be rung in between. */
  mark(waiters: number): void {
    Atomics.or(this.words, waiters, this.bit);
  }

  /** Rings the processes that have noted that there. */
  ring(waiters: number): void {
    if (this.load(waiters) === 0) return;
    const mask = Atomics.exchange(this.words, waiters, 0);
    for (let slot = 0; slot < mostProcesses; slot += 1) if ((mask & (1 << slot)) !== 0) this.ringProcess(slot);
  }

  /** Whether this process has ended, and its place is perhaps another's. */
  hasEnded(): boolean {
    return (
      this.load(processAt(this.me, processWords.pid)) !== this.#pid ||
      this.load(processAt(this.me, processWords.state)) !== processStates.alive
    );
  }

  /** Whether a signal was sent to this process that it has not taken. */
  hasSignal(): boolean {
    return (
      (this.load(processAt(this.me, processWords.lowSent)) | this.load(processAt(this.me, processWords.highSent))) !== 0
    );
  }

  /** @throws where this process has ended: it changes nothing any more. */
  checkAlive(): void {
    if (this.hasEnded()) throw new Error('This process has ended.');
  }

  /** The word at a place. */
  load(at: number): number {
    return Atomics.load(this.words, at);
  }

  /** Rings one process. */
  ringProcess(slot: number): void {
    const bell = processAt(slot, processWords.bell);
    Atomics.add(this.words, bell, 1);
    Atomics.notify(this.words, bell);
    this.#onRing(slot);
  }
}

/** Whether other threads see that memory too. */
export function isShared(buffer: ArrayBufferLike): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;
}
