import type { Batch } from '../schedule/batches';
import type { WorkSource } from '../schedule/drive';
import type { SearchSummary } from '../schedule/frontier';
import type { SearchOptions } from '../schedule/search';
import type { Accesses, ObjectId, RunResult, StepIndex, ThreadIndex, WorkItem } from '../schedule/types';
import type { Millis } from '../base/time';
import type { LoopMoment, SharedThing, ThingPlace } from './sharedThings';

/**
 * Where a switch may come: only where CPython with the GIL looks whether another thread wants to run (`gil`), before each access to something that threads
 * may share (`free-threaded`, as without the GIL; `access` is the textbook's), before each line, or before each bytecode instruction.
 */
export type Granularity = 'gil' | 'free-threaded' | 'line' | 'access' | 'bytecode';

/** A program whose schedules are to be run. */
export interface ScheduledProgram {
  readonly source: string;
  readonly fileName: string;
  readonly granularity: Granularity;
  /** Global variables whose values belong to the outcome, besides what is printed. */
  readonly watch: readonly string[];
  /** Whether the main thread goes on whenever it can: then only the order of the others is tried. Not to be combined with reduction. */
  readonly mainFirst: boolean;
  /** Whether steps are to say what they do to shared things, as the reduction needs. */
  readonly accesses: boolean;
  /**
   * When a sleep or a timeout may end: `patient` (unless said) only where no other thread could go on, `free` whenever the waiting thread is chosen. A program that tries
   * again for as long as it runs into timeouts has endless schedules where time is free.
   */
  readonly time?: 'patient' | 'free';
  /** Which of the tasks that are ready an event loop goes on with: the first of them (unless said), as asyncio does, or any of them, as if each could have become ready earlier or later than it did. */
  readonly tasks?: TaskOrder;
}

/** The order in which tasks of asyncio that are ready go on. */
export type TaskOrder = 'in order' | 'any order';

/** A call of the program's under way. */
export interface ScheduledCall {
  readonly function: string;
  /** Where it stands: about to run this line, or in the midst of it. */
  readonly line: number;
  /** Where it stands in the bytecode, in bytes. */
  readonly offset: number;
  /** Which of the run's `codes`. */
  readonly code?: number;
  /** Names and shortened values. */
  readonly locals: readonly (readonly [name: string, value: string])[];
  /** Where it stands, by a name that holds for all CPythons; null where it has not begun. */
  readonly place: Place | null;
}

/** A place in a program, as src/python/scheduled/placenames.py names it: `["add", "counter += 1", "write counter", 1]` is before the function `add` first writes `counter` in such a line. */
export type Place = readonly [functionName: string, line: string, what: string, count: number];

/** One thread between two steps. */
export interface ThreadMoment {
  readonly name: string;
  readonly status: 'new' | 'runs' | 'waits' | 'ended';
  /** Innermost first. */
  readonly calls: readonly ScheduledCall[];
  /** The library's function, in Python, that the innermost of them is in the midst of: `Queue.get`. */
  readonly within: string | null;
  /** Whether CPython with the GIL could switch to another thread where this one stands. */
  readonly looks: boolean;
  /** What it waits for, and until when in virtual seconds, if it will not wait for ever. */
  readonly waits: {
    readonly object: ObjectId;
    readonly holders: readonly ThreadIndex[];
    readonly until: number | null;
    /** The library's function in which it waits, where that is one: `Queue.get`. */
    readonly call: string | null;
  } | null;
  /** Where it stands, if that is in a method of one of the `things`. */
  readonly at: ThingPlace | null;
  /** What the instruction before which it stands finds on the stack, shortened, the last one on top; null where instructions are no steps, and where it stands in the midst of one. */
  readonly stack: readonly string[] | null;
}

/** The state of a program between two steps. */
export interface ScheduledMoment {
  readonly enabled: readonly ThreadIndex[];
  /** Those of them that go on only by letting time pass, until their `waits.until`. */
  readonly passing: readonly ThreadIndex[];
  readonly threads: readonly ThreadMoment[];
  readonly globals: readonly (readonly [name: string, value: string])[];
  /** Those that the program has a name for. `within`: the lock of a condition, a semaphore, an event, a barrier or a queue, under that thing's name. */
  readonly locks: readonly {
    readonly object: ObjectId;
    readonly name: string;
    readonly kind: 'lock' | 'within';
    readonly holders: readonly ThreadIndex[];
    /** How many times its holder has acquired it; null for a lock that can be acquired but once. */
    readonly times: number | null;
  }[];
  /** What threads and tasks wait at besides locks, as far as the program has a name for it. */
  readonly things: readonly SharedThing[];
  /** The event loops that run. */
  readonly loops: readonly LoopMoment[];
  readonly printed: string;
  /** Virtual time, in seconds since the start. */
  readonly now: number;
}

/** One instruction of the bytecode. */
export interface Instruction {
  /** In bytes from the beginning of its code. */
  readonly offset: number;
  /** Of a target of jumps: the 2 of `L2`. */
  readonly label: number | null;
  readonly name: string;
  /** As `dis` shows it. */
  readonly argument: string;
  readonly line: number | null;
  /** What of the source it stands for: lines from 1, columns from 0, the end not included. */
  readonly place: readonly [line: number, column: number, endLine: number, endColumn: number] | null;
  /** What it may do to what threads share, apart from locks and threads. */
  readonly accesses: Accesses;
}

/** The bytecode of a function, a class body, or the program itself. */
export interface CodeListing {
  readonly name: string;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

/** A run that was watched: a moment before each step, and one after the last; without those that were not asked for. */
export interface WatchedRun {
  readonly result: RunResult;
  readonly moments: readonly ScheduledMoment[];
  /** The program's bytecode, where instructions are steps and the states were asked for from the first on. */
  readonly codes?: readonly CodeListing[];
}

/** What a worker does that runs schedules; one call at a time, but for batches, which wait for each other. */
export interface SchedulesDoor {
  /** Compiles a program for the runs that follow. Resolves with the words of its syntax error, or null. A run that has halted stays only if it is of this program, and steps are what follows. */
  prepareSchedules(program: ScheduledProgram, toStep: boolean): Promise<string | null>;
  /** Makes these runs, one after another, and tells every step of them. Takes what `packItems` makes; `unpackRuns` reads the answer, which a program may have forged. */
  runSchedules(items: string): Promise<string>;
  /** Makes these runs as `runSchedules` does, but tells only the last step of their prefixes and those behind it: a search knows the others. */
  runBatch(items: string): Promise<string>;
  /** Makes one run with these choices first, then by the usual rule, and tells what it saw before each step from `from` on. `unpackWatchedRun` reads the answer, which a program may have forged. */
  watchSchedule(item: WorkItem, from: StepIndex): Promise<string>;
  /**
   * Makes one run with these choices, and the main thread's steps behind them where it goes first; there the run halts, and goes on when the next call's choices begin with the steps
   * it has taken. Tells the steps from the one before `from` on, and what it saw from `from` on; the outcome is null where the run has halted. `unpackWatchedRun` reads the answer.
   */
  stepSchedule(item: WorkItem, from: StepIndex): Promise<string>;
}

/** What a worker does that searches: it keeps what is still to be tried, and reads results, so that the page need not. */
export interface SearchDoor extends WorkSource<Batch, string> {
  /** Begins a search. From then on the page hears a `SearchSummary` after results, at most every `everyMs`. */
  begin(options: SearchOptions, batchSize: number, everyMs: Millis): Promise<void>;
  /** What is known now. */
  summary(): Promise<SearchSummary>;
}
