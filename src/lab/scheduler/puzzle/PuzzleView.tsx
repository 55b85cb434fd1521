import { BreakDesk } from './BreakPuzzleView';
import { FixDesk } from './FixPuzzleView';
import type { Puzzle } from './puzzle';
import './puzzle.css';

interface PuzzleDeskProps {
  readonly puzzle: Puzzle;
  /** Called whenever the reader solves it. */
  onSolved(): void;
}

const isFix = (puzzle: Puzzle): puzzle is Extract<Puzzle, { readonly solution: string }> => puzzle.goal.kind === 'fix';

/** All of a puzzle but its task, which stands in the lesson. */
export function PuzzleDesk({ puzzle, onSolved }: PuzzleDeskProps) {
  return (
    <div className="puzzle-desk">
      {isFix(puzzle) ? (
        <FixDesk puzzle={puzzle} onSolved={onSolved} />
      ) : (
        <BreakDesk puzzle={puzzle} onSolved={onSolved} />
      )}
    </div>
  );
}
