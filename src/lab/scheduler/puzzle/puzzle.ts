import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { CPythonRule } from '../../../core/schedule/rule';
import type { ThreadIndex } from '../../../core/schedule/types';
import type { BreakGoal, FixGoal, ProveGoal, RunGoal } from './goals';

interface PuzzleBase {
  /** Unique in the site: what was solved is kept under it. */
  readonly id: string;
  /** The program, and the name under which a reader's version of it is kept. */
  readonly program: { readonly name: string; readonly source: string };
  /** Given one after another, the vaguest first. */
  readonly hints: readonly string[];
  /** Told when it is solved: what the reader has just seen. */
  readonly moral: string;
  /** When a sleep may end: where no other thread can go on, unless said. */
  readonly time?: 'patient' | 'free';
}

/** A program whose threads the reader moves. */
interface SteppedBase extends PuzzleBase {
  /** Where its threads may change; as in CPython with the GIL unless said. */
  readonly rule?: CPythonRule;
  /** They are tasks of asyncio, which may go on in any order, and not in the one in which they became ready. */
  readonly tasks?: boolean;
}

/** Find a schedule that breaks a program. */
export interface BreakPuzzle extends SteppedBase {
  readonly goal: BreakGoal;
  /** A way to do it: who takes each move. */
  readonly solution: readonly ThreadIndex[];
}

/** Try to break a program that cannot be broken, and prove that. */
export interface ProvePuzzle extends SteppedBase {
  readonly goal: ProveGoal;
}

/** Change a program so that no schedule breaks it, with the GIL or without. */
export interface FixPuzzle extends PuzzleBase {
  readonly goal: FixGoal;
  /** A program that does. */
  readonly solution: string;
}

/** Change a program so that it prints what it should when it is run. */
export interface RunPuzzle extends PuzzleBase {
  readonly goal: RunGoal;
  /** A program that does. */
  readonly solution: string;
}

export type SteppedPuzzle = BreakPuzzle | ProvePuzzle;
/** A program that the reader edits. */
export type MendPuzzle = FixPuzzle | RunPuzzle;
export type Puzzle = SteppedPuzzle | MendPuzzle;

/** What has shown that a program is mended. */
export type MendProof =
  /** So many kinds of schedules all end well; null where there are more without the GIL than can be tried. */
  | { readonly kind: 'schedules'; readonly gil: number; readonly freeThreaded: number | null }
  /** The line that it printed, and the one that it printed before it was mended; null where it was not run before. */
  | { readonly kind: 'run'; readonly before: string | null; readonly after: string };

export const isBreak = (puzzle: Puzzle): puzzle is BreakPuzzle => puzzle.goal.kind === 'break';
export const isProve = (puzzle: Puzzle): puzzle is ProvePuzzle => puzzle.goal.kind === 'prove';
export const isStepped = (puzzle: Puzzle): puzzle is SteppedPuzzle => isBreak(puzzle) || isProve(puzzle);
export const isRun = (puzzle: Puzzle): puzzle is RunPuzzle => puzzle.goal.kind === 'run';
export const isFix = (puzzle: Puzzle): puzzle is FixPuzzle => puzzle.goal.kind === 'fix';

/** A puzzle's program as the reader steps it: the main thread goes on by itself. */
export const steppedProgram = ({
  program,
  rule = 'gil',
  time = 'patient',
  tasks = false,
}: SteppedPuzzle): ScheduledProgram => ({
  source: program.source,
  fileName: program.name,
  granularity: rule,
  watch: [],
  mainFirst: true,
  accesses: true,
  time,
  tasks: tasks ? 'any order' : 'in order',
});
