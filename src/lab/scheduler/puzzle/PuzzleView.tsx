import { BreakPuzzleView } from './BreakPuzzleView';
import { FixPuzzleView } from './FixPuzzleView';
import { ProvePuzzleView } from './ProvePuzzleView';
import { isBreak, isProve, type Puzzle } from './puzzle';
import './puzzle.css';

interface PuzzleViewProps {
  readonly puzzle: Puzzle;
  /** Called whenever the reader solves it. */
  onSolved(): void;
}

/** All of a puzzle but its task, which stands in the lesson. */
export function PuzzleView({ puzzle, onSolved }: PuzzleViewProps) {
  return (
    <div className="puzzle-desk">
      {isBreak(puzzle) ? (
        <BreakPuzzleView puzzle={puzzle} onSolved={onSolved} />
      ) : isProve(puzzle) ? (
        <ProvePuzzleView puzzle={puzzle} onSolved={onSolved} />
      ) : (
        <FixPuzzleView puzzle={puzzle} onSolved={onSolved} />
      )}
    </div>
  );
}
