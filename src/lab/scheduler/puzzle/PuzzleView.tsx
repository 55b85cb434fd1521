import { BreakPuzzleView } from './BreakPuzzleView';
import { FixPuzzleView } from './FixPuzzleView';
import type { Puzzle } from './puzzle';
import './puzzle.css';

interface PuzzleViewProps {
  readonly puzzle: Puzzle;
  /** Called whenever the reader solves it. */
  onSolved(): void;
}

const isFix = (puzzle: Puzzle): puzzle is Extract<Puzzle, { readonly solution: string }> => puzzle.goal.kind === 'fix';

/** All of a puzzle but its task, which stands in the lesson. */
export function PuzzleView({ puzzle, onSolved }: PuzzleViewProps) {
  return (
    <div className="puzzle-desk">
      {isFix(puzzle) ? (
        <FixPuzzleView puzzle={puzzle} onSolved={onSolved} />
      ) : (
        <BreakPuzzleView puzzle={puzzle} onSolved={onSolved} />
      )}
    </div>
  );
}
