import {
  blocksBytes,
  mostNames,
  nameAt,
  nameBytes,
  nameBytesAt,
  nameKinds,
  nameWords,
  shared,
  valuesBytes,
} from './layout';
import { noRoom, unknown } from './answers';

type Kind = (typeof nameKinds)[keyof typeof nameKinds];

/** Blocks begin at multiples of this, so that numbers of every size can lie in them. */
const alignment = 64;

/** Core has no encoder of texts; two bytes for each of JavaScript's units will do. */
function encode(name: string): Uint8Array {
  return new Uint8Array(Uint16Array.from({ length: name.length }, (_, index) => name.charCodeAt(index)).buffer);
}

/**
 * The names by which processes find what none of them has given the other: listeners, and blocks of shared memory. Only the process that holds the lock changes the table,
 * but that `leave`, which ends a process, may come in between.
 */
export class Names {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #me: number;

  constructor(words: Int32Array, bytes: Uint8Array, me: number) {
    this.#words = words;
    this.#bytes = bytes;
    this.#me = me;
  }

  /** Does `work` while no other process changes the table. It is free again whatever is thrown, since a process that waits for it spins. */
  change<R>(work: () => R): R {
    while (Atomics.compareExchange(this.#words, shared.namesLock, 0, this.#me + 1) !== 0)
      if (this.#bytes.buffer instanceof ArrayBuffer) throw new Error('Nobody else could ever free the table.');
    try {
      return work();
    } finally {
      Atomics.compareExchange(this.#words, shared.namesLock, this.#me + 1, 0);
    }
  }

  find(name: string, kind: Kind): number {
    const encoded = encode(name);
    for (let entry = 0; entry < mostNames; entry += 1)
      if (this.#load(entry, nameWords.kind) === kind && this.#isCalled(entry, encoded)) return entry;
    return unknown;
  }

  of(entry: number): { readonly holders: number; readonly place: number; readonly size: number } {
    return {
      holders: this.#load(entry, nameWords.holders),
      place: this.#load(entry, nameWords.place),
      size: this.#load(entry, nameWords.size),
    };
  }

  is(entry: number, kind: Kind, place: number): boolean {
    return this.#load(entry, nameWords.kind) === kind && this.#load(entry, nameWords.place) === place;
  }

  /** The place in the table of a new name; or `noRoom`. */
  add(name: string, kind: Kind, holders: number, place: number, size: number): number {
    const encoded = encode(name);
    if (encoded.length > nameBytes) return noRoom;
    this.remove((entry) => this.#load(entry, nameWords.kind) === nameKinds.left && this.#isCalled(entry, encoded));
    for (const isFree of [this.#isEmpty, this.#isLeft]) {
      for (let entry = 0; entry < mostNames; entry += 1) {
        if (!isFree(entry)) continue;
        this.#bytes.set(encoded, nameBytesAt(entry));
        for (const [word, value] of [
          [nameWords.length, encoded.length],
          [nameWords.holders, holders],
          [nameWords.place, place],
          [nameWords.size, size],
          [nameWords.kind, kind],
        ] as const) {
          Atomics.store(this.#words, nameAt(entry, word), value);
        }
        return entry;
      }
    }
    return noRoom;
  }

  /** Forgets the names of those entries. */
  remove(which: (entry: number) => boolean): void {
    for (let entry = 0; entry < mostNames; entry += 1)
      if (which(entry)) Atomics.store(this.#words, nameAt(entry, nameWords.kind), nameKinds.none);
  }

  /** A process has ended: nobody can connect to its listeners, and the blocks are open to the others only. Takes no lock, for it may have held that. */
  leave(slot: number): void {
    for (let entry = 0; entry < mostNames; entry += 1) {
      const kind = this.#load(entry, nameWords.kind);
      if (kind === nameKinds.listener && this.#load(entry, nameWords.holders) === slot)
        Atomics.compareExchange(this.#words, nameAt(entry, nameWords.kind), kind, nameKinds.left);
      if (kind === nameKinds.block || kind === nameKinds.unlinked)
        Atomics.and(this.#words, nameAt(entry, nameWords.holders), ~(1 << slot));
    }
    Atomics.compareExchange(this.#words, shared.namesLock, slot + 1, 0);
  }

  /** Where in the heap a block of `size` bytes has room; or `noRoom`. */
  roomFor(size: number): number {
    const taken: { readonly from: number; readonly to: number }[] = [];
    for (let entry = 0; entry < mostNames; entry += 1) {
      const kind = this.#load(entry, nameWords.kind);
      if ((kind !== nameKinds.block && kind !== nameKinds.unlinked) || this.#isEmpty(entry)) continue;
      const from = this.#load(entry, nameWords.place);
      taken.push({ from, to: from + Math.ceil(this.#load(entry, nameWords.size) / alignment) * alignment });
    }
    let at = valuesBytes;
    for (const { from, to } of taken.sort((one, other) => one.from - other.from)) {
      if (at + size <= from) break;
      at = Math.max(at, to);
    }
    return at + size <= valuesBytes + blocksBytes ? at : noRoom;
  }

  readonly #isEmpty = (entry: number): boolean => {
    const kind = this.#load(entry, nameWords.kind);
    return kind === nameKinds.none || (kind === nameKinds.unlinked && this.#load(entry, nameWords.holders) === 0);
  };

  readonly #isLeft = (entry: number): boolean => this.#load(entry, nameWords.kind) === nameKinds.left;

  #isCalled(entry: number, encoded: Uint8Array): boolean {
    const start = nameBytesAt(entry);
    return (
      this.#load(entry, nameWords.length) === encoded.length &&
      encoded.every((byte, index) => this.#bytes[start + index] === byte)
    );
  }

  #load(entry: number, word: number): number {
    return Atomics.load(this.#words, nameAt(entry, word));
  }
}
