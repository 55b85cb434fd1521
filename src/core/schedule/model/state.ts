import { threadObject } from '../objectNames';
import type { Access, Accesses, ObjectId, ThreadIndex } from '../types';
import type { Body, Program } from './program';

/** Where a thread stands: before its instruction, or within a `wait` that was not notified yet, was, or ran out. */
type Phase = 'at' | 'waiting' | 'woken' | 'late';

/** A thread that has been started. */
export interface Thread {
  readonly body: number;
  readonly code: Body;
  readonly registers: Record<string, number>;
  pc: number;
  phase: Phase;
  ended: boolean;
}

/** A lock or a semaphore: how many permits are left, and who has the lock, how often. */
export interface Holding {
  readonly kind: 'lock' | 'rlock' | 'semaphore';
  free: number;
  owner: ThreadIndex | null;
  depth: number;
}

const on = (object: ObjectId, kind: Access['kind'], partOf?: ObjectId): Access =>
  partOf === undefined ? { object, kind } : { object, kind, partOf };
/** An access to an object that was shut just before. */
export const shut = (object: ObjectId, kind: Access['kind']): Access => ({ object, kind, shut: true });

/** The state of a running program, and what each thread would do next in it. */
export class State {
  readonly program: Program;
  readonly patient: boolean;
  readonly threads: Thread[] = [];
  readonly values: Record<ObjectId, number> = {};
  readonly holdings: Record<ObjectId, Holding> = {};
  /** By condition, who waits, the longest first. */
  readonly queues: Record<ObjectId, ThreadIndex[]> = {};
  /** By body, the thread that runs it. */
  readonly startedAs: (ThreadIndex | undefined)[] = [];
  /** By body, what it raised. */
  readonly errors: (string | undefined)[] = [];
  readonly printed: number[] = [];
  exited = false;

  constructor(program: Program) {
    this.program = program;
    this.patient = program.timeouts !== 'free';
    for (const id in program.objects) {
      const object = program.objects[id];
      if (object === undefined) continue;
      if (object.kind === 'variable') this.values[id] = 0;
      else if (object.kind === 'condition') this.queues[id] = [];
      else
        this.holdings[id] = {
          kind: object.kind,
          free: object.kind === 'semaphore' ? object.permits : 1,
          owner: null,
          depth: 0,
        };
    }
  }

  wholeOf(id: ObjectId): ObjectId | undefined {
    const object = this.program.objects[id];
    return object?.kind === 'variable' ? object.partOf : undefined;
  }

  /** The variables that are parts of this. */
  partsOf(id: ObjectId): readonly ObjectId[] {
    return Object.keys(this.values).filter((name) => this.wholeOf(name) === id);
  }

  holding(id: ObjectId): Holding {
    const holding = this.holdings[id];
    if (holding === undefined) throw new Error(`"${id}" is no lock.`);
    return holding;
  }

  lockOf(id: ObjectId): ObjectId {
    const object = this.program.objects[id];
    if (object?.kind !== 'condition') throw new Error(`"${id}" is no condition.`);
    return object.lock;
  }

  canHave(id: ObjectId, index: ThreadIndex): boolean {
    const { free, owner, kind } = this.holding(id);
    return free > 0 || (kind === 'rlock' && owner === index);
  }

  /** Whether a thread that has not ended can take its step without time passing. */
  isFree(thread: Thread, index: ThreadIndex): boolean {
    const instruction = thread.code[thread.pc];
    switch (instruction?.op) {
      case 'acquire':
        return this.canHave(instruction.lock, index);
      case 'acquireFor':
        return !this.patient || this.canHave(instruction.lock, index);
      case 'wait':
        if (thread.phase === 'waiting') return !this.patient && instruction.timeoutInto !== undefined;
        return thread.phase === 'at' || this.canHave(this.lockOf(instruction.condition), index);
      case 'join': {
        const other = this.startedAs[instruction.body];
        return other === undefined || this.threads[other]?.ended === true;
      }
      case 'sleep':
        return false;
      default:
        return true;
    }
  }

  mayTimeOut(thread: Thread): boolean {
    const instruction = thread.code[thread.pc];
    if (instruction?.op === 'wait') return thread.phase === 'waiting' && instruction.timeoutInto !== undefined;
    return instruction?.op === 'sleep' || instruction?.op === 'acquireFor';
  }

  timeoutOf(thread: Thread, byTime: boolean): Accesses {
    const instruction = thread.code[thread.pc];
    const passes = byTime ? [on('time', 'time')] : [];
    if (instruction?.op === 'wait')
      return [
        ...passes,
        on(waiterObject(instruction.condition, thread), 'timeout'),
        on(instruction.condition, 'timeout'),
      ];
    if (instruction?.op !== 'acquireFor') return passes;
    return byTime ? [...passes, shut(instruction.lock, 'fail')] : [on(instruction.lock, 'timeout')];
  }

  /** What the next step of a thread that has not ended does. */
  next(thread: Thread, index: ThreadIndex): Accesses {
    const instruction = thread.code[thread.pc];
    switch (instruction?.op) {
      case 'read':
        return [on(instruction.from, 'read', this.wholeOf(instruction.from))];
      case 'write':
      case 'add':
        return [on(instruction.to, 'write', this.wholeOf(instruction.to))];
      case 'sum':
        return [on(instruction.of, 'read')];
      case 'clear':
        return [on(instruction.all, 'write')];
      case 'acquire': {
        const { kind, owner } = this.holding(instruction.lock);
        return [on(instruction.lock, kind === 'rlock' && owner === index ? 'again' : 'acquire')];
      }
      case 'try':
        if (!this.canHave(instruction.lock, index)) return [shut(instruction.lock, 'fail')];
        return [on(instruction.lock, this.holding(instruction.lock).owner === index ? 'again' : 'try')];
      case 'acquireFor':
        if (this.canHave(instruction.lock, index))
          return [
            on(
              instruction.lock,
              this.holding(instruction.lock).owner === index ? 'again' : this.patient ? 'acquire' : 'try',
            ),
          ];
        return this.patient ? [on(instruction.lock, 'acquire')] : this.timeoutOf(thread, false);
      case 'release': {
        const { kind, owner, depth, free } = this.holding(instruction.lock);
        if (kind === 'semaphore')
          return [free === 0 ? shut(instruction.lock, 'release') : on(instruction.lock, 'release')];
        if (owner !== index) return [this.refusal(instruction.lock)];
        return [depth > 1 ? on(instruction.lock, 'again') : shut(instruction.lock, 'release')];
      }
      case 'wait': {
        const lock = this.lockOf(instruction.condition);
        const wake = on(waiterObject(instruction.condition, thread), 'wake');
        switch (thread.phase) {
          case 'at':
            return this.holding(lock).owner === index
              ? [shut(lock, 'release'), on(instruction.condition, 'wait')]
              : [this.refusal(lock)];
          case 'waiting':
            return instruction.timeoutInto !== undefined && !this.patient
              ? this.timeoutOf(thread, false)
              : [wake, on(lock, 'acquire')];
          case 'woken':
            return [wake, on(lock, 'acquire')];
          case 'late':
            return [on(lock, 'acquire')];
        }
      }
      // falls through
      case 'notify':
      case 'notifyAll': {
        if (this.holding(this.lockOf(instruction.condition)).owner !== index)
          return [this.refusal(this.lockOf(instruction.condition))];
        const queue = this.queues[instruction.condition] ?? [];
        const woken = (instruction.op === 'notify' ? queue.slice(0, 1) : queue).flatMap(
          (waiter) => this.threads[waiter] ?? [],
        );
        return [
          on(instruction.condition, 'notify'),
          ...woken.map((waiter) => shut(waiterObject(instruction.condition, waiter), 'notify')),
        ];
      }
      case 'start':
        if (this.startedAs[instruction.body] !== undefined) return [on('threads', 'fail')];
        return [on('threads', 'start'), on(threadObject(instruction.body), 'start')];
      case 'join':
        return [on(threadObject(instruction.body), this.startedAs[instruction.body] === undefined ? 'fail' : 'join')];
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
  refusal(id: ObjectId): Access {
    return this.holding(id).free > 0 ? on(id, 'fail') : shut(id, 'fail');
  }

  text(registers: boolean): string {
    const shared = `${Object.entries(this.values)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}${this.printed.length > 0 ? ` printed ${this.printed.join(' ')}` : ''}`;
    if (!registers) return shared;
    const own: string[] = [];
    for (const thread of this.threads)
      own[thread.body] = Object.entries(thread.registers)
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join(' ');
    return `${shared} (${own.join('; ')})`;
  }
}

/** What one waiter of a condition waits for: its own place in the queue. A notification of it touches that place, and no other. */
const waiterObject = (condition: ObjectId, { body }: { readonly body: number }): ObjectId => `${condition} ${body}`;
