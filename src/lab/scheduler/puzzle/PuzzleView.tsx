import type { ReactNode } from 'react';
import { BreakPuzzleView } from './BreakPuzzleView';
import { FixPuzzleView } from './FixPuzzleView';
import { ProvePuzzleView } from './ProvePuzzleView';
import { isBreak, isProve, type FixPuzzle, type MendProof, type SteppedPuzzle } from './puzzle';
import './puzzle.css';

interface PuzzleViewProps {
  readonly puzzle: SteppedPuzzle | FixPuzzle;
  /** The reader asked for it, and is brought to its board. */
  readonly arriving: boolean;
  /** Called whenever the reader solves it, with what has shown that, where a program was mended. */
  onSolved(proof: MendProof | null): void;
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
        <BreakPuzzleView
          puzzle={puzzle}
          arriving={arriving}
          onSolved={() => onSolved(null)}
          onSpent={onSpent}
          onward={onward}
        />
      ) : isProve(puzzle) ? (
        <ProvePuzzleView puzzle={puzzle} arriving={arriving} onSolved={() => onSolved(null)} onward={onward} />
      ) : (
        <FixPuzzleView puzzle={puzzle} onSolved={onSolved} onward={onward} />
      )}
    </div>
  );
}
