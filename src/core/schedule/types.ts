/**
 * The words of a search over schedules. Everything here is data that a worker can post: a runner (a real interpreter, or the
 * model of the tests) obeys a `Guide`, and what it says of a run is a `RunResult`.
 */

/** A thread of the program, numbered in the order of starting; 0 is the first. */
export type ThreadIndex = number;

/**
 * A thing that threads share: a variable, a lock, a condition. The name must be the same in runs that differ only in the order of
 * independent steps: name an object after who made it and how many that thread had made, not after its address or a global count.
 */
export type ObjectId = string;

/** Which step of a run, from 0. */
export type StepIndex = number;

/** The choices of a run: who takes each step. */
export type Schedule = readonly ThreadIndex[];

/**
 * What a step does to an object.
 * - `read` and `write` are for data; reading and then writing in one step is `write`.
 * - `acquire` blocks until it can have a lock or a permit; `try` has it without ever blocking, `fail` looks and does not get it.
 * - `again` is a re-entrant acquire or release that leaves the lock with its owner: nobody else can notice it.
 * - `wait` joins the queue of a condition and `wake` leaves it after a `notify`; `timeout` gives up waiting.
 * - `end` is the last step of a thread, for which `join` blocks. `start` makes a thread: it is an access to the thread, and one to `threads`,
 *   since a thread that starts one first changes the other's number.
 * - `time` lets a sleep or a timeout pass because nothing else could run: `time` and `fail` for an acquire that gives up, `time` and `timeout` for a wait.
 *   `exit` ends the program under every thread.
 */
export type AccessKind =
  | 'read'
  | 'write'
  | 'acquire'
  | 'try'
  | 'fail'
  | 'release'
  | 'again'
  | 'wait'
  | 'wake'
  | 'notify'
  | 'timeout'
  | 'start'
  | 'join'
  | 'end'
  | 'time'
  | 'exit';

/** One thing that a step does to one object. */
export interface Access {
  readonly object: ObjectId;
  readonly kind: AccessKind;
  /** The thing that `object` is a part of, if it is one: an access to the whole is an access to each of its parts. A part has no parts, and always the same whole. */
  readonly partOf?: ObjectId;
  /**
   * True if, just before it, a thread that wanted to `acquire`, `wake` from or `join` this object would have had to go on waiting: so it is
   * for the release of a lock, of a semaphore's first permit, for the end of a thread, for the notification of a waiter.
   */
  readonly shut?: true;
}

/** All that one step does, in order. */
export type Accesses = readonly Access[];

/** A state in which somebody is to be chosen. */
export interface SwitchPoint {
  /** Who could take a step, ascending. */
  readonly enabled: readonly ThreadIndex[];
  /**
   * By thread: what its next step does, or will do once it is not blocked any more; null where that is not known beforehand, which for a blocked thread it
   * must be. It may say too much, never too little; but an `end` may be left out, if nothing looks at the thread except by `join`. Undefined for a thread
   * that has ended. A thread appears when it has been started.
   */
  readonly next: readonly (Accesses | null | undefined)[];
  /** Names the whole state of the program, where the runner can tell: equal names, equal futures. */
  readonly state?: string;
}

/** A step that was taken. */
export interface Step {
  readonly thread: ThreadIndex;
  /** Where it was chosen. */
  readonly point: SwitchPoint;
  /** What it did. */
  readonly accesses: Accesses;
}

/** One thread that is blocked for good, on what, and who would have to let it go on (nobody: a notification that may come from anyone). */
export interface WaitEdge {
  readonly thread: ThreadIndex;
  readonly object: ObjectId;
  readonly kind: 'acquire' | 'wake' | 'join';
  readonly holders: readonly ThreadIndex[];
}

/**
 * Why a run was given up: too many steps or threads; everybody went round in a circle (livelock); some went round while others were never
 * chosen (spin); the program did not do again what it had done before (diverged); it waited for something that no schedule can bring, such as input or a network (outside).
 */
export type AbandonReason = 'steps' | 'threads' | 'livelock' | 'spin' | 'diverged' | 'outside';

/** Texts of which the middle is left out where they are long. */
interface Shortened {
  /** A digest of the whole texts, where something of them is left out: equal texts and digests, equal outcomes. */
  readonly whole?: string;
}

/** How a schedule ends. */
export type Outcome =
  | ({ readonly kind: 'finished'; /** The final state, or what was printed. */ readonly state: string } & Shortened)
  | ({ readonly kind: 'exception'; readonly message: string; readonly state: string } & Shortened)
  | { readonly kind: 'deadlock'; readonly waits: readonly WaitEdge[] }
  | { readonly kind: 'abandoned'; readonly why: AbandonReason };

/** What became of a run. */
export interface RunResult {
  /** Of those of the prefix but its last, a search needs no more than the threads: `point` and `accesses` may be empty. */
  readonly steps: readonly Step[];
  /** The state after the last step. */
  readonly end: SwitchPoint;
  /** Null if the guide stopped it, since another schedule stands for all that could follow. */
  readonly outcome: Outcome | null;
}

/** A thread whose next step another schedule has taken from the same state: until something conflicts with it, it need not be taken here. */
export interface Sleeper {
  readonly thread: ThreadIndex;
  readonly accesses: Accesses;
}

/** Who goes on in a run that is made by priorities: of those that can, the thread with the highest rank. */
export interface Priorities {
  /** By thread: its rank at the beginning, 0 or more, and no two alike. */
  readonly ranks: readonly number[];
  /** At each of these steps the thread that would take it falls: below all ranks above, and of those that fall, the first in this list falls lowest. */
  readonly changes: readonly StepIndex[];
}

/** One run to be made: these choices first, then whatever a `Guide` chooses. */
export interface WorkItem {
  /** Counts from 0, in an order that depends on the program and the options only. */
  readonly id: number;
  readonly prefix: Schedule;
  /** Who sleeps before the last choice of the prefix. */
  readonly sleep: readonly Sleeper[];
  /** A run of more steps is abandoned. */
  readonly maxSteps: number;
  /** Who goes on after the prefix, where the usual rule does not say. */
  readonly priorities?: Priorities;
}

/** The choices that were made in a run. */
export const scheduleOf = (result: RunResult): Schedule => result.steps.map((step) => step.thread);
