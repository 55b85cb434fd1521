import type { ReactNode } from 'react';
import { BreakPuzzleView } from './BreakPuzzleView';
import { FixPuzzleView } from './FixPuzzleView';
import { ProvePuzzleView } from './ProvePuzzleView';
import { isBreak, isProve, type Puzzle } from './puzzle';
import './puzzle.css';

interface PuzzleViewProps {
  readonly puzzle: Puzzle;
  /** The reader asked for it, and is brought to its board. */
  readonly arriving: boolean;
  /** Called whenever the reader solves it. */
  onSolved(): void;
  /** The reader broke the program with so many moves or switches, be it too many. */
  onSpent(count: number): void;
  /** Where to go on after a win. */
  readonly onward: ReactNode;
}

/** All of a puzzle but its task, which stands in the lesson. */
export function PuzzleView({ puzzle, arriving, onSolved, onSpent, onward }: PuzzleViewProps) {
  return (
    <div className="puzzle-desk">
      {isBreak(puzzle) ? (
        <BreakPuzzleView puzzle={puzzle} arriving={arriving} onSolved={onSolved} onSpent={onSpent} onward={onward} />
      ) : isProve(puzzle) ? (
        <ProvePuzzleView puzzle={puzzle} arriving={arriving} onSolved={onSolved} onward={onward} />
      ) : (
        <FixPuzzleView puzzle={puzzle} onSolved={onSolved} onward={onward} />
      )}
    </div>
  );
}
