import { PuzzleView } from '../lab/scheduler/puzzle/PuzzleView';
import { puzzles } from './puzzles';

interface PuzzleRoomProps {
  readonly id: string;
  onSolved(): void;
}

/** What comes when a puzzle is opened. */
export function PuzzleRoom({ id, onSolved }: PuzzleRoomProps) {
  const puzzle = puzzles.find((one) => one.id === id);
  if (puzzle === undefined) throw new Error(`There is no puzzle called ${id}.`);
  return <PuzzleView puzzle={puzzle} onSolved={onSolved} />;
}
