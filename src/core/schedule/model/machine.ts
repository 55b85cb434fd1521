import type { Access, Accesses, ObjectId, Outcome, SwitchPoint, ThreadIndex, WaitEdge } from '../types';
import type { Body, Instruction, Operand, Program } from './program';

/** Where a thread stands: before its instruction, or within a `wait` that was not notified yet, was, or ran out. */
type Phase = 'at' | 'waiting' | 'woken' | 'late';

interface Thread {
  readonly body: number;
  readonly code: Body;
  readonly registers: Record<string, number>;
  pc: number;
  phase: Phase;
  ended: boolean;
}

/** A lock or a semaphore: how many permits are left, and who has the lock, how often. */
interface Holding {
  readonly kind: 'lock' | 'rlock' | 'semaphore';
  free: number;
  owner: ThreadIndex | null;
  depth: number;
}

const on = (object: ObjectId, kind: Access['kind']): Access => ({ object, kind });
const shut = (object: ObjectId, kind: Access['kind']): Access => ({ object, kind, shut: true });

/** A run of a model program: what a real interpreter is asked to do, done in memory. */
export class Machine {
  readonly #program: Program;
  readonly #patient: boolean;
  readonly #threads: Thread[] = [];
  readonly #values: Record<ObjectId, number> = {};
  readonly #holdings: Record<ObjectId, Holding> = {};
  /** By condition, who waits, the longest first. */
  readonly #queues: Record<ObjectId, ThreadIndex[]> = {};
  /** By body, the thread that runs it. */
  readonly #startedAs: (ThreadIndex | undefined)[] = [];
  /** By body, what it raised. */
  readonly #errors: (string | undefined)[] = [];
  readonly #printed: number[] = [];
  #exited = false;

  constructor(program: Program) {
    this.#program = program;
    this.#patient = program.timeouts !== 'free';
    for (const id in program.objects) {
      const object = program.objects[id];
      if (object === undefined) continue;
      if (object.kind === 'variable') this.#values[id] = 0;
      else if (object.kind === 'condition') this.#queues[id] = [];
      else this.#holdings[id] = { kind: object.kind, free: object.kind === 'semaphore' ? object.permits : 1, owner: null, depth: 0 };
    }
    for (const body of program.begin ?? program.bodies.keys()) this.#begin(body);
  }

  /** Where it stands. Nobody is enabled when it has ended, well or in a deadlock. */
  point(): SwitchPoint {
    const enabled: ThreadIndex[] = [];
    const next: (Accesses | undefined)[] = [];
    if (this.#exited) return { enabled, next };
    this.#threads.forEach((thread, index) => {
      next.push(thread.ended ? undefined : this.#next(thread, index));
      if (!thread.ended && this.#isFree(thread, index)) enabled.push(index);
    });
    if (enabled.length > 0) return { enabled, next };
    // Nothing else can happen: time passes, for one of those who wait for it.
    this.#threads.forEach((thread, index) => {
      if (thread.ended || !this.#mayTimeOut(thread)) return;
      enabled.push(index);
      next[index] = this.#timeoutOf(thread, true);
    });
    return { enabled, next };
  }

  /** Lets a thread that is enabled take its step, and tells what it did. */
  take(index: ThreadIndex): Accesses {
    const thread = this.#threads[index];
    const instruction = thread?.code[thread.pc];
    if (thread === undefined || instruction === undefined) throw new Error(`Thread ${index} cannot go on.`);
    const accesses = this.#isFree(thread, index) ? this.#perform(thread, index, instruction) : this.#timeOut(thread, index, instruction, true);
    return this.#settle(thread) ? [...accesses, shut(threadObject(thread.body), 'end')] : accesses;
  }

  /** What it has come to, nobody being enabled. */
  outcome(): Outcome {
    const waits = this.#exited ? [] : this.#threads.flatMap((thread, index) => (thread.ended ? [] : [this.#waitOf(thread, index)]));
    if (waits.length > 0) return { kind: 'deadlock', waits };
    const state = this.#text(this.#program.tells !== 'shared');
    const message = this.#errors.flatMap((text, body) => (text === undefined ? [] : [`${body}: ${text}`])).join('; ');
    return message === '' ? { kind: 'finished', state } : { kind: 'exception', message, state };
  }

  /** Names the whole state: equal names, equal futures. */
  name(): string {
    const holdings = Object.values(this.#holdings).map(({ free, owner, depth }) => `${free}/${owner}/${depth}`);
    const threads = this.#threads.map(({ body, pc, phase }) => `${body}@${pc}${phase}`);
    return `${this.#text(true)} ${holdings.join()} ${JSON.stringify(this.#queues)} ${threads.join()} ${this.#exited}`;
  }

  #text(registers: boolean): string {
    const shared = `${Object.entries(this.#values).map(([name, value]) => `${name}=${value}`).join(' ')}${this.#printed.length > 0 ? ` printed ${this.#printed.join(' ')}` : ''}`;
    if (!registers) return shared;
    const own: string[] = [];
    for (const thread of this.#threads) own[thread.body] = Object.entries(thread.registers).map(([name, value]) => `${name}=${value}`).sort().join(' ');
    return `${shared} (${own.join('; ')})`;
  }

  #begin(body: number): Thread {
    const thread: Thread = { body, code: this.#program.bodies[body] ?? [], registers: {}, pc: 0, phase: 'at', ended: false };
    this.#startedAs[body] = this.#threads.length;
    this.#threads.push(thread);
    this.#settle(thread);
    return thread;
  }

  /** Takes the jumps that follow a step, and says whether the thread has come to its end. */
  #settle(thread: Thread): boolean {
    for (let instruction = thread.code[thread.pc]; instruction !== undefined && thread.phase === 'at'; instruction = thread.code[thread.pc]) {
      if (instruction.op === 'stop') thread.pc = thread.code.length;
      else if (instruction.op !== 'jump') return false;
      else {
        const { when, by } = instruction;
        thread.pc += when === undefined || (thread.registers[when.register] ?? 0) === when.is ? by : 1;
      }
    }
    thread.ended = thread.phase === 'at';
    return thread.ended;
  }

  #holding(id: ObjectId): Holding {
    const holding = this.#holdings[id];
    if (holding === undefined) throw new Error(`"${id}" is no lock.`);
    return holding;
  }

  #lockOf(id: ObjectId): ObjectId {
    const object = this.#program.objects[id];
    if (object?.kind !== 'condition') throw new Error(`"${id}" is no condition.`);
    return object.lock;
  }

  #canHave(id: ObjectId, index: ThreadIndex): boolean {
    const { free, owner, kind } = this.#holding(id);
    return free > 0 || (kind === 'rlock' && owner === index);
  }

  /** Whether a thread that has not ended can take its step without time passing. */
  #isFree(thread: Thread, index: ThreadIndex): boolean {
    const instruction = thread.code[thread.pc];
    switch (instruction?.op) {
      case 'acquire':
        return this.#canHave(instruction.lock, index);
      case 'acquireFor':
        return !this.#patient || this.#canHave(instruction.lock, index);
      case 'wait':
        if (thread.phase === 'waiting') return !this.#patient && instruction.timeoutInto !== undefined;
        return thread.phase === 'at' || this.#canHave(this.#lockOf(instruction.condition), index);
      case 'join': {
        const other = this.#startedAs[instruction.body];
        return other === undefined || this.#threads[other]?.ended === true;
      }
      case 'sleep':
        return false;
      default:
        return true;
    }
  }

  #mayTimeOut(thread: Thread): boolean {
    const instruction = thread.code[thread.pc];
    if (instruction?.op === 'wait') return thread.phase === 'waiting' && instruction.timeoutInto !== undefined;
    return instruction?.op === 'sleep' || instruction?.op === 'acquireFor';
  }

  #timeoutOf(thread: Thread, byTime: boolean): Accesses {
    const instruction = thread.code[thread.pc];
    const passes = byTime ? [on('time', 'time')] : [];
    if (instruction?.op === 'wait') return [...passes, on(waiterObject(instruction.condition, thread), 'timeout'), on(instruction.condition, 'timeout')];
    if (instruction?.op !== 'acquireFor') return passes;
    return byTime ? [...passes, shut(instruction.lock, 'fail')] : [on(instruction.lock, 'timeout')];
  }

  /** What the next step of a thread that has not ended does. */
  #next(thread: Thread, index: ThreadIndex): Accesses {
    const instruction = thread.code[thread.pc];
    switch (instruction?.op) {
      case 'read':
        return [on(instruction.from, 'read')];
      case 'write':
      case 'add':
        return [on(instruction.to, 'write')];
      case 'acquire': {
        const { kind, owner } = this.#holding(instruction.lock);
        return [on(instruction.lock, kind === 'rlock' && owner === index ? 'again' : 'acquire')];
      }
      case 'try':
        if (!this.#canHave(instruction.lock, index)) return [shut(instruction.lock, 'fail')];
        return [on(instruction.lock, this.#holding(instruction.lock).owner === index ? 'again' : 'try')];
      case 'acquireFor':
        if (this.#canHave(instruction.lock, index)) return [on(instruction.lock, this.#holding(instruction.lock).owner === index ? 'again' : this.#patient ? 'acquire' : 'try')];
        return this.#patient ? [on(instruction.lock, 'acquire')] : this.#timeoutOf(thread, false);
      case 'release': {
        const { kind, owner, depth, free } = this.#holding(instruction.lock);
        if (kind === 'semaphore') return [free === 0 ? shut(instruction.lock, 'release') : on(instruction.lock, 'release')];
        if (owner !== index) return [this.#refusal(instruction.lock)];
        return [depth > 1 ? on(instruction.lock, 'again') : shut(instruction.lock, 'release')];
      }
      case 'wait': {
        const lock = this.#lockOf(instruction.condition);
        const wake = on(waiterObject(instruction.condition, thread), 'wake');
        switch (thread.phase) {
          case 'at':
            return this.#holding(lock).owner === index ? [shut(lock, 'release'), on(instruction.condition, 'wait')] : [this.#refusal(lock)];
          case 'waiting':
            return instruction.timeoutInto !== undefined && !this.#patient ? this.#timeoutOf(thread, false) : [wake, on(lock, 'acquire')];
          case 'woken':
            return [wake, on(lock, 'acquire')];
          case 'late':
            return [on(lock, 'acquire')];
        }
      }
      // falls through
      case 'notify':
      case 'notifyAll': {
        if (this.#holding(this.#lockOf(instruction.condition)).owner !== index) return [this.#refusal(this.#lockOf(instruction.condition))];
        const queue = this.#queues[instruction.condition] ?? [];
        const woken = (instruction.op === 'notify' ? queue.slice(0, 1) : queue).flatMap((waiter) => this.#threads[waiter] ?? []);
        return [on(instruction.condition, 'notify'), ...woken.map((waiter) => shut(waiterObject(instruction.condition, waiter), 'notify'))];
      }
      case 'start':
        if (this.#startedAs[instruction.body] !== undefined) return [on('threads', 'fail')];
        return [on('threads', 'start'), on(threadObject(instruction.body), 'start')];
      case 'join':
        return [on(threadObject(instruction.body), this.#startedAs[instruction.body] === undefined ? 'fail' : 'join')];
      case 'print':
        return [on('stdout', 'write')];
      case 'exit':
        return [on('program', 'exit')];
      case 'sleep':
        return [on('time', 'time')];
      default:
        return [];
    }
  }

  /** A step fails because the thread does not own this lock. */
  #refusal(id: ObjectId): Access {
    return this.#holding(id).free > 0 ? on(id, 'fail') : shut(id, 'fail');
  }

  #value(thread: Thread, operand: Operand): number {
    return typeof operand === 'number' ? operand : (thread.registers[operand] ?? 0);
  }

  #have(id: ObjectId, index: ThreadIndex): void {
    const holding = this.#holding(id);
    if (holding.kind !== 'semaphore' && holding.owner === index) {
      holding.depth += 1;
      return;
    }
    holding.free -= 1;
    if (holding.kind !== 'semaphore') Object.assign(holding, { owner: index, depth: 1 });
  }

  #raise(thread: Thread, message: string): void {
    this.#errors[thread.body] = message;
    thread.pc = thread.code.length;
  }

  #perform(thread: Thread, index: ThreadIndex, instruction: Instruction): Accesses {
    const accesses = this.#next(thread, index);
    if (accesses.some(({ kind }) => kind === 'timeout')) return this.#timeOut(thread, index, instruction, false);
    const { registers } = thread;
    thread.pc += 1;
    switch (instruction.op) {
      case 'read':
        registers[instruction.into] = this.#values[instruction.from] ?? 0;
        break;
      case 'write':
        this.#values[instruction.to] = this.#value(thread, instruction.value) + (instruction.plus ?? 0);
        break;
      case 'add':
        this.#values[instruction.to] = (this.#values[instruction.to] ?? 0) + instruction.amount;
        break;
      case 'acquire':
        this.#have(instruction.lock, index);
        break;
      case 'try':
      case 'acquireFor':
        registers[instruction.into] = accesses[0]?.kind === 'fail' ? 0 : 1;
        if (accesses[0]?.kind !== 'fail') this.#have(instruction.lock, index);
        break;
      case 'release': {
        const holding = this.#holding(instruction.lock);
        if (accesses[0]?.kind === 'fail') this.#raise(thread, `release of ${instruction.lock}`);
        else if (holding.kind === 'semaphore') holding.free += 1;
        else if ((holding.depth -= 1) === 0) Object.assign(holding, { owner: null, free: 1 });
        break;
      }
      case 'wait':
        if (thread.phase === 'at') {
          const lock = this.#holding(this.#lockOf(instruction.condition));
          if (accesses[0]?.kind === 'fail') {
            this.#raise(thread, `wait on ${instruction.condition}`);
            break;
          }
          Object.assign(lock, { owner: null, free: 1, depth: 0 });
          this.#queues[instruction.condition]?.push(index);
          thread.phase = 'waiting';
          thread.pc -= 1;
          break;
        }
        this.#have(this.#lockOf(instruction.condition), index);
        if (instruction.timeoutInto !== undefined) registers[instruction.timeoutInto] = thread.phase === 'woken' ? 1 : 0;
        thread.phase = 'at';
        break;
      case 'notify':
      case 'notifyAll':
        if (accesses[0]?.kind === 'fail') this.#raise(thread, `notify on ${instruction.condition}`);
        else {
          const woken = this.#queues[instruction.condition]?.splice(0, accesses.length - 1) ?? [];
          for (const waiter of woken.flatMap((each) => this.#threads[each] ?? [])) waiter.phase = 'woken';
        }
        break;
      case 'start':
        if (this.#startedAs[instruction.body] !== undefined) this.#raise(thread, `start of ${instruction.body}`);
        else if (this.#begin(instruction.body).ended) return [...accesses, shut(threadObject(instruction.body), 'end')];
        break;
      case 'join':
        if (this.#startedAs[instruction.body] === undefined) this.#raise(thread, `join of ${instruction.body}`);
        break;
      case 'print':
        this.#printed.push(this.#value(thread, instruction.value));
        break;
      case 'exit':
        this.#exited = true;
        break;
      default:
    }
    return accesses;
  }

  /** A wait, an acquire or a sleep runs out. */
  #timeOut(thread: Thread, index: ThreadIndex, instruction: Instruction, byTime: boolean): Accesses {
    const accesses = this.#timeoutOf(thread, byTime);
    if (instruction.op === 'wait') {
      const queue = this.#queues[instruction.condition] ?? [];
      queue.splice(queue.indexOf(index), 1);
      thread.phase = 'late';
    } else {
      if (instruction.op === 'acquireFor') thread.registers[instruction.into] = 0;
      thread.pc += 1;
    }
    return accesses;
  }

  #waitOf(thread: Thread, index: ThreadIndex): WaitEdge {
    const instruction = thread.code[thread.pc];
    const forLock = (id: ObjectId): WaitEdge => {
      const { owner } = this.#holding(id);
      return { thread: index, object: id, kind: 'acquire', holders: owner === null ? [] : [owner] };
    };
    switch (instruction?.op) {
      case 'acquire':
        return forLock(instruction.lock);
      case 'wait':
        if (thread.phase !== 'waiting') return forLock(this.#lockOf(instruction.condition));
        return { thread: index, object: instruction.condition, kind: 'wake', holders: [] };
      case 'join': {
        const other = this.#startedAs[instruction.body];
        return { thread: index, object: threadObject(instruction.body), kind: 'join', holders: other === undefined ? [] : [other] };
      }
      default:
        throw new Error(`Thread ${index} is not blocked.`);
    }
  }
}

const threadObject = (body: number): ObjectId => `thread ${body}`;

/** What one waiter of a condition waits for: its own place in the queue. Whoever notifies it touches that, and nobody else's. */
const waiterObject = (condition: ObjectId, { body }: { readonly body: number }): ObjectId => `${condition} ${body}`;
