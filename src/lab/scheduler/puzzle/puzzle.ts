import type { ThreadIndex } from '../../../core/schedule/types';
import type { BreakGoal, FixGoal } from './goals';

interface PuzzleBase {
  /** Unique in the site: what was solved is kept under it. */
  readonly id: string;
  /** The program, and the name under which a reader's version of it is kept. */
  readonly program: { readonly name: string; readonly source: string };
  /** Given one after another, the vaguest first. */
  readonly hints: readonly string[];
  /** Told when it is solved: what the reader has just seen. */
  readonly moral: string;
}

/** Find a schedule that breaks a program. */
export interface BreakPuzzle extends PuzzleBase {
  readonly goal: BreakGoal;
  /** A way to do it: who takes each move. */
  readonly solution: readonly ThreadIndex[];
}

/** Change a program so that no schedule breaks it. */
export interface FixPuzzle extends PuzzleBase {
  readonly goal: FixGoal;
  /** A program that does. */
  readonly solution: string;
}

export type Puzzle = BreakPuzzle | FixPuzzle;
