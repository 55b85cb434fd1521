import { nameTaken, noRoom, refused, unknown } from './answers';
import { heapAt, mostPipes, nameAt, nameKinds, nameWords } from './layout';
import { takeEnd } from './pipes';
import { Values } from './values';
import type { View } from './view';

/** Operations on what has a name, listeners and blocks of shared memory, besides those on values, semaphores and pipes. */
export class Named extends Values {
  readonly #view: View;

  constructor(view: View) {
    super(view);
    this.#view = view;
  }

  /** A pipe whose reader hears of everybody that connects to that name: two whole numbers each time, the pipes to read from and to write to. Or `nameTaken`, `noRoom`. */
  listen(name: string): number {
    this.#view.checkAlive();
    return this.#view.names.change(() => {
      if (this.#view.names.find(name, nameKinds.listener) !== unknown) return nameTaken;
      const pipe = this.newPipe();
      if (pipe === noRoom) return noRoom;
      if (this.#view.names.add(name, nameKinds.listener, this.#view.me, pipe, 0) !== noRoom) return pipe;
      this.closeEnd(pipe, 'readers');
      this.closeEnd(pipe, 'writers');
      return noRoom;
    });
  }

  /** Nobody can connect any more to the listener that hears by that pipe. */
  stopListening(pipe: number): void {
    this.#view.names.change(() =>
      this.#view.names.remove((entry) => this.#view.names.is(entry, nameKinds.listener, pipe)),
    );
  }

  /** Two new pipes to the listener of that name, as `read * mostPipes + write`; or `unknown`, `refused`, `noRoom`. */
  connect(name: string): number {
    this.#view.checkAlive();
    return this.#view.names.change(() => {
      const entry = this.#view.names.find(name, nameKinds.listener);
      if (entry === unknown) return this.#view.names.find(name, nameKinds.left) === unknown ? unknown : refused;
      const { holders: listener, place: heard } = this.#view.names.of(entry);
      const [reads, writes] = [this.newPipe(), this.newPipe()];
      if (reads !== noRoom && writes !== noRoom) {
        this.openEnd(reads, 'writers', listener);
        this.openEnd(writes, 'readers', listener);
        if (listener !== this.#view.me) {
          this.closeEnd(reads, 'writers');
          this.closeEnd(writes, 'readers');
        }
        // The listener may have died meanwhile, without a look at these pipes.
        const listens = this.#view.names.is(entry, nameKinds.listener, heard);
        if (listens && this.write(heard, new Uint8Array(Int32Array.of(writes, reads).buffer), false) > 0)
          return reads * mostPipes + writes;
        takeEnd(this.#view, reads, 'writers', 1 << listener);
        takeEnd(this.#view, writes, 'readers', 1 << listener);
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

  /** A new block without any bytes, which this process has open; or `nameTaken`, `noRoom`. */
  createBlock(name: string): number {
    this.#view.checkAlive();
    return this.#view.names.change(() =>
      this.#view.names.find(name, nameKinds.block) === unknown
        ? this.#view.names.add(name, nameKinds.block, this.#view.bit, 0, 0)
        : nameTaken,
    );
  }

  /** Gives a new block `size` bytes, all zero, if there is room. */
  sizeBlock(block: number, size: number): boolean {
    this.#view.checkAlive();
    return this.#view.names.change(() => {
      const at = this.#view.names.is(block, nameKinds.block, 0) ? this.#view.names.roomFor(size) : noRoom;
      if (at === noRoom) return false;
      this.#view.bytes.fill(0, heapAt + at, heapAt + at + size);
      Atomics.store(this.#view.words, nameAt(block, nameWords.place), at);
      Atomics.store(this.#view.words, nameAt(block, nameWords.size), size);
      return true;
    });
  }

  /** Opens the block of that name; or `unknown`. */
  openBlock(name: string): number {
    this.#view.checkAlive();
    return this.#view.names.change(() => {
      const block = this.#view.names.find(name, nameKinds.block);
      if (block !== unknown) Atomics.or(this.#view.words, nameAt(block, nameWords.holders), this.#view.bit);
      return block;
    });
  }

  /** Where a block lies in the memory in common. */
  blockPlace(block: number): number {
    return this.#view.names.of(block).place;
  }

  blockSize(block: number): number {
    return this.#view.names.of(block).size;
  }

  /** This process is done with a block. */
  closeBlock(block: number): void {
    if (!this.#view.hasEnded()) Atomics.and(this.#view.words, nameAt(block, nameWords.holders), ~this.#view.bit);
  }

  /** Takes a block's name away; it goes when nobody has it open. Whether there was one. */
  unlinkBlock(name: string): boolean {
    this.#view.checkAlive();
    return this.#view.names.change(() => {
      const block = this.#view.names.find(name, nameKinds.block);
      if (block === unknown) return false;
      Atomics.store(this.#view.words, nameAt(block, nameWords.kind), nameKinds.unlinked);
      return true;
    });
  }
}
