import { useLesson } from './context';
import { PuzzleCard, type PuzzleCardProps } from './PuzzleCard';

/** A puzzle in a lesson. */
export function Puzzle(props: Pick<PuzzleCardProps, 'id' | 'title' | 'children'>) {
  const { solved, onSolve, onSpend } = useLesson();
  return <PuzzleCard {...props} solved={solved} onSolve={onSolve} onSpend={onSpend} />;
}
