import { brokenPipe, noRoom, notYet } from './answers';
import { mostPipes, pipeAt, pipeBytes, pipeBytesAt, pipeWords } from './layout';
import { isShared, type View } from './view';

/** Up to this many bytes are written at once or not at all, as POSIX has it. */
const atomicBytes = 4096;

/** Which end of a pipe. */
export type PipeEnd = 'readers' | 'writers';

/** Operations on the pipes of the memory. */
export class Pipes {
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  /** A new pipe, both ends of which this process has; or `noRoom`. */
  newPipe(): number {
    this.#view.checkAlive();
    for (let pipe = 0; pipe < mostPipes; pipe += 1) {
      if (Atomics.compareExchange(this.#view.words, pipeAt(pipe, pipeWords.readers), 0, this.#view.bit) !== 0) continue;
      if (Atomics.compareExchange(this.#view.words, pipeAt(pipe, pipeWords.writers), 0, this.#view.bit) !== 0) {
        Atomics.store(this.#view.words, pipeAt(pipe, pipeWords.readers), 0);
        continue;
      }
      for (const word of [
        pipeWords.written,
        pipeWords.taken,
        pipeWords.readWaiters,
        pipeWords.writeWaiters,
        pipeWords.lock,
      ])
        Atomics.store(this.#view.words, pipeAt(pipe, word), 0);
      return pipe;
    }
    return noRoom;
  }

  /** Gives process `slot` an end of a pipe that this one has. */
  openEnd(pipe: number, end: PipeEnd, slot: number): void {
    this.#view.checkAlive();
    Atomics.or(this.#view.words, pipeAt(pipe, pipeWords[end]), 1 << slot);
  }

  /** Closes an end that this process has. */
  closeEnd(pipe: number, end: PipeEnd): void {
    if (!this.#view.hasEnded()) takeEnd(this.#view, pipe, end, this.#view.bit);
  }

  /** Whether `read` would answer at once. */
  readable(pipe: number, mark: boolean): boolean {
    if (mark) this.#view.mark(pipeAt(pipe, pipeWords.readWaiters));
    return (
      this.#view.load(pipeAt(pipe, pipeWords.written)) !== this.#view.load(pipeAt(pipe, pipeWords.taken)) ||
      this.#view.load(pipeAt(pipe, pipeWords.writers)) === 0
    );
  }

  /**
   * Takes up to `most` bytes. None at the end, when nobody can write any more; `notYet` while there is nothing; undefined where a signal came before, which
   * this process takes first.
   */
  read(pipe: number, most: number, mark: boolean): Uint8Array | typeof notYet | undefined {
    this.#view.checkAlive();
    if (mark) this.#view.mark(pipeAt(pipe, pipeWords.readWaiters));
    const { found, open } = this.#seized(pipe, () => {
      // In this order: a process writes before it closes.
      const stillOpen = this.#view.load(pipeAt(pipe, pipeWords.writers)) !== 0;
      const taken = this.#view.load(pipeAt(pipe, pipeWords.taken));
      const size = Math.min(most, (this.#view.load(pipeAt(pipe, pipeWords.written)) - taken) | 0);
      if ((size > 0 || !stillOpen) && this.#view.hasSignal()) return { found: undefined, open: stillOpen };
      const copy = new Uint8Array(size);
      const at = taken & (pipeBytes - 1);
      const first = Math.min(size, pipeBytes - at);
      const start = pipeBytesAt(pipe);
      copy.set(this.#view.bytes.subarray(start + at, start + at + first));
      copy.set(this.#view.bytes.subarray(start, start + size - first), first);
      Atomics.store(this.#view.words, pipeAt(pipe, pipeWords.taken), (taken + size) | 0);
      return { found: copy, open: stillOpen };
    });
    if (found === undefined) return undefined;
    if (found.length === 0) return open ? notYet : found;
    this.#view.ring(pipeAt(pipe, pipeWords.writeWaiters));
    return found;
  }

  /** Writes what there is room for; answers how many bytes that was, `notYet`, or `brokenPipe`. */
  write(pipe: number, data: Uint8Array, mark: boolean): number {
    this.#view.checkAlive();
    if (mark) this.#view.mark(pipeAt(pipe, pipeWords.writeWaiters));
    if (this.#view.load(pipeAt(pipe, pipeWords.readers)) === 0) return brokenPipe;
    const size = this.#seized(pipe, () => {
      const written = this.#view.load(pipeAt(pipe, pipeWords.written));
      const room = pipeBytes - ((written - this.#view.load(pipeAt(pipe, pipeWords.taken))) | 0);
      const fits = data.length <= atomicBytes && room < data.length ? 0 : Math.min(room, data.length);
      const at = written & (pipeBytes - 1);
      const first = Math.min(fits, pipeBytes - at);
      const start = pipeBytesAt(pipe);
      this.#view.bytes.set(data.subarray(0, first), start + at);
      this.#view.bytes.set(data.subarray(first, fits), start);
      Atomics.store(this.#view.words, pipeAt(pipe, pipeWords.written), (written + fits) | 0);
      return fits;
    });
    if (size === 0 && data.length > 0) return notYet;
    this.#view.ring(pipeAt(pipe, pipeWords.readWaiters));
    return size;
  }

  /** Does `work` while no other process moves bytes of that pipe. It is free again whatever is thrown, since a process that waits for it spins. */
  #seized<R>(pipe: number, work: () => R): R {
    const lock = pipeAt(pipe, pipeWords.lock);
    while (Atomics.compareExchange(this.#view.words, lock, 0, this.#view.me + 1) !== 0)
      if (!isShared(this.#view.buffer)) throw new Error('Nobody else could ever free that pipe.');
    try {
      return work();
    } finally {
      Atomics.store(this.#view.words, lock, 0);
    }
  }
}

/** Takes an end of a pipe from the processes in the mask `bits`. */
export function takeEnd(view: View, pipe: number, end: PipeEnd, bits: number): void {
  const before = Atomics.and(view.words, pipeAt(pipe, pipeWords[end]), ~bits);
  if ((before & bits) !== 0 && (before & ~bits) === 0)
    view.ring(pipeAt(pipe, end === 'readers' ? pipeWords.writeWaiters : pipeWords.readWaiters));
}
