import type { PythonNews } from '../../core/python/python';
import { mailboxStates, type PythonAnswer, type PythonRequest } from '../../core/python/pythonNetwork';
import type { Border } from './border';
import type { PyFunction } from './interpreter';

/** The worker's side of src/python/network/network.py: requests go to the page as news, and their answers wait here until they are taken. */
export class PageNetwork {
  readonly #answers = new Map<number, PythonAnswer>();
  #mailbox: Int32Array = new Int32Array(2);
  #arrived: PyFunction<[number], boolean> | null = null;
  readonly #tell: (news: PythonNews) => void;

  constructor(tell: (news: PythonNews) => void) {
    this.#tell = tell;
  }

  /** The object that Python gets: these methods, and nothing else. */
  face(border: Border): object {
    return border.face(this, [
      'connect',
      'fetch',
      'canWaitHere',
      'fetchHere',
      'waitHere',
      'abandon',
      'head',
      'takeBody',
    ]);
  }

  // What Python calls.

  /** Gives the function that learns of each answer, by the request's number; false when nobody waits for it. */
  connect(arrived: PyFunction<[number], boolean>): void {
    this.#arrived = arrived;
  }

  /** @param json a `PythonRequest` without its body */
  fetch(id: number, json: string, body?: Uint8Array<ArrayBuffer>): void {
    this.#tell({ kind: 'fetch', id, request: requestOf(json, body), mailbox: null });
  }

  /** Whether an answer can be waited for on the spot, where nothing can be suspended: by memory that is shared with the page. */
  canWaitHere(): boolean {
    return globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';
  }

  /** Asks for a thread that then waits with `waitHere`. */
  fetchHere(id: number, json: string, body?: Uint8Array<ArrayBuffer>): void {
    this.#mailbox = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
    this.#tell({ kind: 'fetch', id, request: requestOf(json, body), mailbox: this.#mailbox });
  }

  /** Stands still until the answer is there (true), or `ms` milliseconds have passed (false). */
  waitHere(id: number, ms: number): boolean {
    Atomics.wait(this.#mailbox, 0, mailboxStates.empty, ms);
    if (Atomics.load(this.#mailbox, 0) === mailboxStates.empty) return false;
    const room = new Uint8Array(new SharedArrayBuffer(Atomics.load(this.#mailbox, 1)));
    this.#tell({ kind: 'room', id, room });
    Atomics.wait(this.#mailbox, 0, mailboxStates.announced);
    this.#answers.set(id, unpacked(room.slice()));
    return true;
  }

  abandon(id: number): void {
    this.#answers.delete(id);
    this.#tell({ kind: 'abandon', id });
  }

  /** An answer as JSON, without its body. */
  head(id: number): string {
    const answer = this.#answers.get(id);
    if (answer === undefined) throw new Error(`There is no answer to request ${id}.`);
    return JSON.stringify(answer.status === 'answered' ? { ...answer, body: null } : answer);
  }

  /** The body, which is given once; call `head` first. */
  takeBody(id: number): Uint8Array {
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    return answer?.status === 'answered' ? answer.body : new Uint8Array(0);
  }

  // What the page calls.

  arrive(id: number, answer: PythonAnswer): void {
    this.#answers.set(id, answer);
    if (this.#arrived?.(id) !== true) this.#answers.delete(id);
  }

  /** The run is over: Python connects anew in the next. */
  rest(): void {
    this.#answers.clear();
    this.#arrived = null;
  }
}

function requestOf(json: string, body?: Uint8Array<ArrayBuffer>): PythonRequest {
  return { ...(JSON.parse(json) as Omit<PythonRequest, 'body'>), body: body ?? null };
}

/** As runtime/python/mailboxes.ts packs it. */
function unpacked(bytes: Uint8Array<ArrayBuffer>): PythonAnswer {
  const headEnd = 4 + new DataView(bytes.buffer).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headEnd))) as PythonAnswer;
  return head.status === 'answered' ? { ...head, body: bytes.slice(headEnd) } : head;
}
