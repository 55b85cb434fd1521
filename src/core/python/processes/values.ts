import { noRoom } from './answers';
import { heapAt, heapBytes, shared, valuesBytes } from './layout';
import { Semaphores } from './semaphores';
import type { View } from './view';

/** Operations on the memory in common, in which values and arrays lie, besides those on semaphores and pipes. */
export class Values extends Semaphores {
  readonly #view: View;

  constructor(view: View) {
    super(view);
    this.#view = view;
  }

  /** The place of `size` bytes, all zero, which stay until the program ends; or `noRoom`. */
  allocate(size: number): number {
    if (size > heapBytes) return noRoom;
    const rounded = (size + 7) & ~7;
    const at = Atomics.add(this.#view.words, shared.heapUsed, rounded);
    if (at + rounded <= valuesBytes) return at;
    Atomics.sub(this.#view.words, shared.heapUsed, rounded);
    return noRoom;
  }

  peek(at: number, size: number): Uint8Array {
    checkPlace(at, size);
    return this.#view.bytes.slice(heapAt + at, heapAt + at + size);
  }

  poke(at: number, data: Uint8Array): void {
    checkPlace(at, data.length);
    this.#view.bytes.set(data, heapAt + at);
  }

  /** The number there, of the type that Python's struct module gives that letter. */
  peekNumber(at: number, type: string): number | bigint {
    switch (type) {
      case 'b':
        return this.#view.heap.getInt8(at);
      case 'B':
      case '?':
        return this.#view.heap.getUint8(at);
      case 'h':
        return this.#view.heap.getInt16(at, true);
      case 'H':
        return this.#view.heap.getUint16(at, true);
      case 'i':
      case 'l':
        return this.#view.heap.getInt32(at, true);
      case 'I':
      case 'L':
        return this.#view.heap.getUint32(at, true);
      case 'q':
        return this.#view.heap.getBigInt64(at, true);
      case 'Q':
        return this.#view.heap.getBigUint64(at, true);
      case 'f':
        return this.#view.heap.getFloat32(at, true);
      case 'd':
        return this.#view.heap.getFloat64(at, true);
      default:
        throw new TypeError(`There are no numbers of type ${type}.`);
    }
  }

  /** Puts a number there, which its type can hold. */
  pokeNumber(at: number, type: string, value: number | bigint | boolean): void {
    this.#view.checkAlive();
    switch (type) {
      case 'b':
      case 'B':
      case '?':
        this.#view.heap.setUint8(at, Number(value));
        return;
      case 'h':
      case 'H':
        this.#view.heap.setUint16(at, Number(value), true);
        return;
      case 'i':
      case 'l':
      case 'I':
      case 'L':
        this.#view.heap.setUint32(at, Number(value), true);
        return;
      case 'q':
      case 'Q':
        this.#view.heap.setBigUint64(at, BigInt(value), true);
        return;
      case 'f':
        this.#view.heap.setFloat32(at, Number(value), true);
        return;
      case 'd':
        this.#view.heap.setFloat64(at, Number(value), true);
        return;
      default:
        throw new TypeError(`There are no numbers of type ${type}.`);
    }
  }
}

/** Throws where that is not within the memory in common. */
function checkPlace(at: number, size: number): void {
  if (!(at >= 0 && size >= 0 && at + size <= heapBytes)) throw new RangeError(`There are no ${size} bytes at ${at}.`);
}
