import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { decodeSchedule, encodeSchedule } from '../../../core/schedule/codec';
import type { Schedule, StepIndex } from '../../../core/schedule/types';
import { keepBoard, readBoard } from '../../../storage/puzzleMoves';
import { digestOf } from '../../digestOf';

/** The moves on a board: all steps, those that were undone among them, and where the reader stands. */
export interface Moves {
  readonly schedule: Schedule;
  readonly at: StepIndex;
}

/** Where the reader stands in puzzles that this page has shown, for browsers that store nothing. */
const inPage = new Map<string, Moves>();

/** What moves are made on: this page's Python, the program, and how it is stepped. With any other they would lead elsewhere. */
const boardOf = (program: ScheduledProgram, python: string): string =>
  [python, digestOf(program.source), program.granularity, program.time, program.tasks].join(' ');

/** Where the reader left a puzzle's board, in this visit or an earlier one; null where it is to begin anew. */
export function readMoves(puzzle: string, program: ScheduledProgram, python: string): Moves | null {
  const before = inPage.get(puzzle);
  if (before !== undefined) return before;
  const board = readBoard(puzzle);
  if (board === null || board.on !== boardOf(program, python)) return null;
  const decoded = decodeSchedule(board.schedule);
  return decoded.status === 'ok' ? { schedule: decoded.schedule, at: board.at } : null;
}

/** Keeps the moves on a puzzle's board for the reader who leaves it; null forgets them. */
export function keepMoves(puzzle: string, program: ScheduledProgram, python: string, moves: Moves | null): void {
  if (moves === null) inPage.delete(puzzle);
  else inPage.set(puzzle, moves);
  keepBoard(
    puzzle,
    moves === null ? null : { on: boardOf(program, python), schedule: encodeSchedule(moves.schedule), at: moves.at },
  );
}
