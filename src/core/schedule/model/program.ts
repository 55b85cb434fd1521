import type { ObjectId } from '../types';

/** What a model program shares: variables begin at 0, a semaphore with its permits, a condition belongs to a lock. */
export type SharedObject =
  /** `partOf` names the variables that instructions use together. */
  | { readonly kind: 'variable'; readonly partOf?: ObjectId }
  | { readonly kind: 'lock' | 'rlock' }
  | { readonly kind: 'semaphore'; readonly permits: number }
  | { readonly kind: 'condition'; readonly lock: ObjectId };

/** A number, or the register of the thread that has it. */
export type Operand = number | string;

/**
 * One instruction. All are a step each, but for `jump` and `stop`, which go with the step before them. Registers belong to a thread and begin at 0.
 * `sum` reads all variables that are parts of something, `clear` sets them to 0. `try` and `acquireFor` (which may time out) put 1 or 0 into a register, so does `wait` with a timeout if it is given one.
 */
export type Instruction =
  | { readonly op: 'local' | 'sleep' | 'exit' | 'stop' }
  | { readonly op: 'read'; readonly from: ObjectId; readonly into: string }
  | { readonly op: 'write'; readonly to: ObjectId; readonly value: Operand; readonly plus?: number }
  | { readonly op: 'add'; readonly to: ObjectId; readonly amount: number }
  | { readonly op: 'sum'; readonly of: ObjectId; readonly into: string }
  | { readonly op: 'clear'; readonly all: ObjectId }
  | { readonly op: 'acquire' | 'release'; readonly lock: ObjectId }
  | { readonly op: 'try' | 'acquireFor'; readonly lock: ObjectId; readonly into: string }
  | { readonly op: 'wait'; readonly condition: ObjectId; readonly timeoutInto?: string }
  | { readonly op: 'notify' | 'notifyAll'; readonly condition: ObjectId }
  | { readonly op: 'start' | 'join'; readonly body: number }
  | { readonly op: 'print'; readonly value: Operand }
  | { readonly op: 'jump'; readonly by: number; readonly when?: { readonly register: string; readonly is: number } };

/** What a thread does, from its first instruction to its last. */
export type Body = readonly Instruction[];

/** A program of the model. */
export interface Program {
  readonly objects: Readonly<Record<ObjectId, SharedObject>>;
  readonly bodies: readonly Body[];
  /** The bodies that run from the beginning, in order; all of them if it is not said. */
  readonly begin?: readonly number[];
  /** Whether a timeout may run out at any time, or only when nothing else can happen, as in a real run of this site. Sleeps are always patient. */
  readonly timeouts?: 'free' | 'patient';
  /** Whether outcomes tell registers too, or only variables and what was printed. */
  readonly tells?: 'everything' | 'shared';
}

export const variable: SharedObject = { kind: 'variable' };
export const part = (of: ObjectId): SharedObject => ({ kind: 'variable', partOf: of });
export const lock: SharedObject = { kind: 'lock' };
export const rlock: SharedObject = { kind: 'rlock' };
export const semaphore = (permits: number): SharedObject => ({ kind: 'semaphore', permits });
export const condition = (of: ObjectId): SharedObject => ({ kind: 'condition', lock: of });

export const local: Instruction = { op: 'local' };
export const read = (from: ObjectId, into = 'r'): Instruction => ({ op: 'read', from, into });
export const write = (to: ObjectId, value: Operand, plus = 0): Instruction => ({ op: 'write', to, value, plus });
export const add = (to: ObjectId, amount = 1): Instruction => ({ op: 'add', to, amount });
export const acquire = (of: ObjectId): Instruction => ({ op: 'acquire', lock: of });
export const release = (of: ObjectId): Instruction => ({ op: 'release', lock: of });
export const wait = (on: ObjectId): Instruction => ({ op: 'wait', condition: on });
export const notify = (on: ObjectId): Instruction => ({ op: 'notify', condition: on });
export const notifyAll = (on: ObjectId): Instruction => ({ op: 'notifyAll', condition: on });
export const start = (body: number): Instruction => ({ op: 'start', body });
export const joinThread = (body: number): Instruction => ({ op: 'join', body });
export const print = (value: Operand): Instruction => ({ op: 'print', value });
/** Goes on `by` instructions further (1 is the next one) if the register has this value. */
export const jumpIf = (register: string, is: number, by: number): Instruction => ({
  op: 'jump',
  by,
  when: { register, is },
});
