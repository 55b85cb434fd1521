import { mailboxStates, type PythonAnswer } from '../../core/python/pythonNetwork';

/**
 * Brings answers to an interpreter that stands still until it has them, since its browser cannot suspend WebAssembly: it hears no
 * messages, but it sees memory that it shares. It learns how long the answer is, tells where there is room for it, and finds it there.
 */
export class Mailboxes {
  readonly #answers = new Map<number, { readonly bytes: Uint8Array; readonly mailbox: Int32Array }>();

  /** There is an answer. */
  announce(id: number, mailbox: Int32Array, answer: PythonAnswer): void {
    const bytes = packed(answer);
    this.#answers.set(id, { bytes, mailbox });
    Atomics.store(mailbox, 1, bytes.byteLength);
    ring(mailbox, mailboxStates.announced);
  }

  /** There is room for it. */
  deliver(id: number, room: Uint8Array): void {
    const waiting = this.#answers.get(id);
    this.#answers.delete(id);
    if (waiting === undefined || room.byteLength < waiting.bytes.byteLength) return;
    room.set(waiting.bytes);
    ring(waiting.mailbox, mailboxStates.delivered);
  }

  /** Forgets all mailboxes: no worker stands still any more. */
  clear(): void {
    this.#answers.clear();
  }
}

function ring(mailbox: Int32Array, state: number): void {
  Atomics.store(mailbox, 0, state);
  Atomics.notify(mailbox, 0);
}

/** The length of the head in four bytes, the head as JSON, the body. */
function packed(answer: PythonAnswer): Uint8Array {
  const body = answer.status === 'answered' ? answer.body : new Uint8Array(0);
  const head = new TextEncoder().encode(
    JSON.stringify(answer.status === 'answered' ? { ...answer, body: null } : answer),
  );
  const bytes = new Uint8Array(4 + head.byteLength + body.byteLength);
  new DataView(bytes.buffer).setUint32(0, head.byteLength);
  bytes.set(head, 4);
  bytes.set(body, 4 + head.byteLength);
  return bytes;
}
