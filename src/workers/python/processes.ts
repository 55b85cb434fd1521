import type { ProcessNews, ProcessStart } from '../../core/python/pythonProcesses';
import { makeProcessBuffer, ProcessMemory, firstProcess } from '../../core/python/processes/memory';
import { methodsOf, type Border } from './border';
import type { Host } from './host';
import type { PyFunction } from './interpreter';

/** How long a process that has nothing to do waits for a ring before it gives its event loop a turn, in ms. */
const lingerMs = 0.5;

/** The methods of `ProcessLink` that Python calls. */
const forPython = [
  'openMemory',
  'wasRung',
  'linger',
  'startProcess',
  'signalProcess',
  'askMemory',
  'tellMemory',
  'hasReply',
  'takeReply',
] as const;

/** This interpreter's link to the other processes of its program: for src/python/kernel/system.py, which calls it. */
export class ProcessLink {
  /** What `os.cpu_count()` says. */
  readonly cores = navigator.hardwareConcurrency;
  #memory: ProcessMemory | null = null;
  #seen = 0;
  #onRing: PyFunction<[], unknown> | null = null;
  readonly #replies = new Map<number, unknown>();
  #faceOf: (memory: ProcessMemory) => object = (memory) => memory;
  readonly #host: Pick<Host, 'bring' | 'wakeIdler'>;
  readonly #shares: boolean;
  readonly #tell: (news: ProcessNews) => void;

  /** `shares`: whether memory can be shared with other workers. */
  constructor(host: Pick<Host, 'bring' | 'wakeIdler'>, shares: boolean, tell: (news: ProcessNews) => void) {
    this.#host = host;
    this.#shares = shares;
    this.#tell = tell;
  }

  /** Gives the function that hears when this process was rung. */
  connect(onRing: PyFunction<[], unknown>): void {
    this.#onRing = onRing;
  }

  /** The object that Python gets: these methods, and nothing else. */
  face(border: Border): object {
    this.#faceOf = (memory) => border.face(memory, methodsOf(memory));
    return border.face(this, forPython, { cores: () => this.cores });
  }

  // What the worker calls.

  /** Makes this interpreter a process that another one started. */
  join({ order, buffer }: ProcessStart): void {
    if (buffer !== null) this.#listen(new ProcessMemory(buffer, order.slot, undefined, order.pid));
  }

  /** The number of what this process is about to send of its output; null where processes share no memory, or there are none. */
  takeOutputTurn(): number | null {
    return this.#memory?.takeOutputTurn() ?? null;
  }

  /** The run is over. */
  rest(): void {
    const memory = this.#memory;
    this.#memory = null;
    this.#replies.clear();
    // So that the loop in `#hear` ends.
    if (memory !== null) memory.ringProcess(memory.me);
  }

  /** The page has answered a `memoryCall`. */
  reply(thread: number, answer: unknown): void {
    this.#replies.set(thread, answer);
    this.#host.bring(thread);
  }

  /** This process was rung. */
  ring(): void {
    this.#onRing?.();
    this.#host.wakeIdler();
  }

  // What Python calls.

  /** The memory that the processes share, made when first wanted; undefined where the page keeps it. */
  openMemory(): object | undefined {
    if (!this.#shares) return undefined;
    if (this.#memory === null) {
      const buffer = makeProcessBuffer(true);
      this.#tell({ kind: 'memory', buffer });
      this.#listen(new ProcessMemory(buffer, firstProcess));
    }
    return this.#memory === null ? undefined : this.#faceOf(this.#memory);
  }

  /** Whether this process was rung since this was last asked. */
  wasRung(): boolean {
    if (this.#memory === null) return false;
    const rings = this.#memory.rings();
    const rung = rings !== this.#seen;
    this.#seen = rings;
    return rung;
  }

  /** Waits on the spot for a ring, for a moment and at most `ms` milliseconds (-1: any); whether it came. */
  linger(ms: number): boolean {
    this.#memory?.awaitRing(this.#seen, ms < 0 ? lingerMs : Math.min(ms, lingerMs));
    return this.wasRung();
  }

  startProcess(slot: number, pid: number, parentSlot: number, parentPid: number, name: string, task: Uint8Array): void {
    this.#tell({ kind: 'startProcess', order: { slot, pid, parentSlot, parentPid, name, task } });
  }

  signalProcess(slot: number, pid: number, signal: number): void {
    this.#tell({ kind: 'signalProcess', slot, pid, signal });
  }

  askMemory(thread: number, operation: string, ...args: unknown[]): void {
    this.#tell({ kind: 'memoryCall', thread, operation, args });
  }

  tellMemory(operation: string, ...args: unknown[]): void {
    this.#tell({ kind: 'memoryCall', thread: null, operation, args });
  }

  hasReply(thread: number): boolean {
    return this.#replies.has(thread);
  }

  takeReply(thread: number): unknown {
    const answer = this.#replies.get(thread);
    this.#replies.delete(thread);
    return answer;
  }

  #listen(memory: ProcessMemory): void {
    this.#memory = memory;
    this.#seen = memory.rings();
    this.#hear(memory).catch((error: unknown) => reportError(error));
  }

  /** Hears every ring, until the run is over. */
  async #hear(memory: ProcessMemory): Promise<void> {
    for (;;) {
      await memory.rung(this.#seen);
      if (this.#memory !== memory) return;
      this.#seen = memory.rings();
      this.ring();
    }
  }
}
