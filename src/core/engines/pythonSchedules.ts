import type { RunResult, WorkItem } from '../schedule/types';

/** What is one step: a line of the program, an access to something that threads may share, or a bytecode instruction. */
export type Granularity = 'line' | 'access' | 'bytecode';

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
}

/** What a worker does that runs schedules; one call at a time. */
export interface SchedulesDoor {
  /** Compiles a program for the runs that follow. Resolves with the words of its syntax error, or null. */
  prepareSchedules(program: ScheduledProgram): Promise<string | null>;
  /** Makes these runs, one after another. */
  runSchedules(items: readonly WorkItem[]): Promise<readonly RunResult[]>;
}
