import type { Accesses, ObjectId, Outcome, SwitchPoint, ThreadIndex, WaitEdge } from '../types';
import type { Instruction, Operand, Program } from './program';
import { threadObject } from '../objectNames';
import { shut, State, type Thread } from './state';

const plain: ReadonlySet<Instruction['op']> = new Set([
  'local',
  'read',
  'write',
  'add',
  'sum',
  'clear',
  'print',
  'release',
  'try',
  'notify',
  'notifyAll',
  'start',
]);

/** A run of a model program: what a real interpreter is asked to do, done in memory. */
export class Machine {
  readonly #state: State;

  constructor(program: Program) {
    this.#state = new State(program);
    for (const body of program.begin ?? program.bodies.keys()) this.#begin(body);
  }

  /** Where it stands. Nobody is enabled when it has ended, well or in a deadlock. */
  point(): SwitchPoint {
    const enabled: ThreadIndex[] = [];
    const next: (Accesses | undefined)[] = [];
    if (this.#state.exited) return { enabled, next };
    this.#state.threads.forEach((thread, index) => {
      next.push(thread.ended ? undefined : this.#state.next(thread, index));
      if (!thread.ended && this.#state.isFree(thread, index)) enabled.push(index);
    });
    if (enabled.length > 0) return { enabled, next };
    // Nothing else can happen: time passes, for one of those who wait for it.
    this.#state.threads.forEach((thread, index) => {
      if (thread.ended || !this.#state.mayTimeOut(thread)) return;
      enabled.push(index);
      next[index] = this.#state.timeoutOf(thread, true);
    });
    return { enabled, next };
  }

  /** Lets a thread that is enabled take its step, and tells what it did. */
  take(index: ThreadIndex): Accesses {
    const thread = this.#state.threads[index];
    const instruction = thread?.code[thread.pc];
    if (thread === undefined || instruction === undefined) throw new Error(`Thread ${index} cannot go on.`);
    const accesses = this.#state.isFree(thread, index)
      ? this.#perform(thread, index, instruction)
      : this.#timeOut(thread, index, instruction, true);
    return this.#settle(thread) ? [...accesses, shut(threadObject(thread.body), 'end')] : accesses;
  }

  /** Whether a thread's next instruction can be taken at once whatever the others do, and they can go on after it. */
  isPlain(index: ThreadIndex): boolean {
    const thread = this.#state.threads[index];
    return thread !== undefined && !thread.ended && plain.has(thread.code[thread.pc]?.op ?? 'stop');
  }

  /** What it has come to, nobody being enabled. */
  outcome(): Outcome {
    const waits = this.#state.exited
      ? []
      : this.#state.threads.flatMap((thread, index) => (thread.ended ? [] : [this.#waitOf(thread, index)]));
    if (waits.length > 0) return { kind: 'deadlock', waits };
    const state = this.#state.text(this.#state.program.tells !== 'shared');
    const message = this.#state.errors
      .flatMap((text, body) => (text === undefined ? [] : [`${body}: ${text}`]))
      .join('; ');
    return message === '' ? { kind: 'finished', state } : { kind: 'exception', message, state };
  }

  /** Names the whole state: equal names, equal futures. */
  name(): string {
    const holdings = Object.values(this.#state.holdings).map(({ free, owner, depth }) => `${free}/${owner}/${depth}`);
    const threads = this.#state.threads.map(({ body, pc, phase }) => `${body}@${pc}${phase}`);
    return `${this.#state.text(true)} ${holdings.join()} ${JSON.stringify(this.#state.queues)} ${threads.join()} ${this.#state.errors.join()} ${this.#state.exited}`;
  }

  #begin(body: number): Thread {
    const thread: Thread = {
      body,
      code: this.#state.program.bodies[body] ?? [],
      registers: {},
      pc: 0,
      phase: 'at',
      ended: false,
    };
    this.#state.startedAs[body] = this.#state.threads.length;
    this.#state.threads.push(thread);
    this.#settle(thread);
    return thread;
  }

  /** Takes the jumps that follow a step, and says whether the thread has come to its end. */
  #settle(thread: Thread): boolean {
    for (
      let instruction = thread.code[thread.pc];
      instruction !== undefined && thread.phase === 'at';
      instruction = thread.code[thread.pc]
    ) {
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

  #value(thread: Thread, operand: Operand): number {
    return typeof operand === 'number' ? operand : (thread.registers[operand] ?? 0);
  }

  #have(id: ObjectId, index: ThreadIndex): void {
    const holding = this.#state.holding(id);
    if (holding.kind !== 'semaphore' && holding.owner === index) {
      holding.depth += 1;
      return;
    }
    holding.free -= 1;
    if (holding.kind !== 'semaphore') Object.assign(holding, { owner: index, depth: 1 });
  }

  #raise(thread: Thread, message: string): void {
    this.#state.errors[thread.body] = message;
    thread.pc = thread.code.length;
  }

  #perform(thread: Thread, index: ThreadIndex, instruction: Instruction): Accesses {
    const accesses = this.#state.next(thread, index);
    if (accesses.some(({ kind }) => kind === 'timeout')) return this.#timeOut(thread, index, instruction, false);
    const { registers } = thread;
    thread.pc += 1;
    switch (instruction.op) {
      case 'read':
        registers[instruction.into] = this.#state.values[instruction.from] ?? 0;
        break;
      case 'write':
        this.#state.values[instruction.to] = this.#value(thread, instruction.value) + (instruction.plus ?? 0);
        break;
      case 'add':
        this.#state.values[instruction.to] = (this.#state.values[instruction.to] ?? 0) + instruction.amount;
        break;
      case 'sum':
        registers[instruction.into] = this.#state
          .partsOf(instruction.of)
          .reduce((sum, name) => sum + (this.#state.values[name] ?? 0), 0);
        break;
      case 'clear':
        for (const name of this.#state.partsOf(instruction.all)) this.#state.values[name] = 0;
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
        const holding = this.#state.holding(instruction.lock);
        if (accesses[0]?.kind === 'fail') this.#raise(thread, `release of ${instruction.lock}`);
        else if (holding.kind === 'semaphore') holding.free += 1;
        else if ((holding.depth -= 1) === 0) Object.assign(holding, { owner: null, free: 1 });
        break;
      }
      case 'wait':
        if (thread.phase === 'at') {
          const lock = this.#state.holding(this.#state.lockOf(instruction.condition));
          if (accesses[0]?.kind === 'fail') {
            this.#raise(thread, `wait on ${instruction.condition}`);
            break;
          }
          Object.assign(lock, { owner: null, free: 1, depth: 0 });
          this.#state.queues[instruction.condition]?.push(index);
          thread.phase = 'waiting';
          thread.pc -= 1;
          break;
        }
        this.#have(this.#state.lockOf(instruction.condition), index);
        if (instruction.timeoutInto !== undefined)
          registers[instruction.timeoutInto] = thread.phase === 'woken' ? 1 : 0;
        thread.phase = 'at';
        break;
      case 'notify':
      case 'notifyAll':
        if (accesses[0]?.kind === 'fail') this.#raise(thread, `notify on ${instruction.condition}`);
        else {
          const woken = this.#state.queues[instruction.condition]?.splice(0, accesses.length - 1) ?? [];
          for (const waiter of woken.flatMap((each) => this.#state.threads[each] ?? [])) waiter.phase = 'woken';
        }
        break;
      case 'start':
        if (this.#state.startedAs[instruction.body] !== undefined) this.#raise(thread, `start of ${instruction.body}`);
        else if (this.#begin(instruction.body).ended) return [...accesses, shut(threadObject(instruction.body), 'end')];
        break;
      case 'join':
        if (this.#state.startedAs[instruction.body] === undefined) this.#raise(thread, `join of ${instruction.body}`);
        break;
      case 'print':
        this.#state.printed.push(this.#value(thread, instruction.value));
        break;
      case 'exit':
        this.#state.exited = true;
        break;
      default:
    }
    return accesses;
  }

  /** A wait, an acquire or a sleep runs out. */
  #timeOut(thread: Thread, index: ThreadIndex, instruction: Instruction, byTime: boolean): Accesses {
    const accesses = this.#state.timeoutOf(thread, byTime);
    if (instruction.op === 'wait') {
      const queue = this.#state.queues[instruction.condition] ?? [];
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
      const { owner } = this.#state.holding(id);
      return { thread: index, object: id, kind: 'acquire', holders: owner === null ? [] : [owner] };
    };
    switch (instruction?.op) {
      case 'acquire':
        return forLock(instruction.lock);
      case 'wait':
        if (thread.phase !== 'waiting') return forLock(this.#state.lockOf(instruction.condition));
        return { thread: index, object: instruction.condition, kind: 'wake', holders: [] };
      case 'join': {
        const other = this.#state.startedAs[instruction.body];
        return {
          thread: index,
          object: threadObject(instruction.body),
          kind: 'join',
          holders: other === undefined ? [] : [other],
        };
      }
      default:
        throw new Error(`Thread ${index} is not blocked.`);
    }
  }
}
