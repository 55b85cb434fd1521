import { useEffect } from 'react';
import { catalog } from '../lessons/catalog';
import {
  difficultyNames,
  entryOf,
  ideaNames,
  ladder,
  puzzlePath,
  sayKind,
  sayStanding,
} from '../lessons/ladder/ladder';
import { PuzzleCard } from '../lessons/PuzzleCard';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import { WithCode } from '../ui/WithCode';
import { NotFound } from './NotFound';
import './puzzles.css';
import { puzzlesPath, siteName } from './site';

/** The page of one puzzle, to be linked to and gone on from. */
export function PuzzlePage({ id }: { readonly id: string }) {
  const { solved, fewest } = useProgress((state) => state.progress);
  const solve = useProgress((state) => state.solve);
  const spend = useProgress((state) => state.spend);
  const entry = entryOf(id);
  const title = entry?.title ?? 'No such page';
  useEffect(() => {
    document.title = `${title} · ${siteName}`;
  }, [title]);
  if (entry === undefined) return <NotFound />;

  const at = ladder.indexOf(entry);
  const [previous, next] = [ladder[at - 1], ladder[at + 1]];
  const standing = sayStanding(id, solved.includes(id), fewest[id]);
  const lesson = catalog.find((meta) => meta.id === entry.lesson);
  return (
    <article className="puzzle-page">
      <p className="puzzle-place numeric">
        <Link to={puzzlesPath}>Puzzles</Link> · {ideaNames[entry.idea]} · {difficultyNames[entry.difficulty]} ·{' '}
        {sayKind(id)}
        {standing === '' ? null : <span data-solved={solved.includes(id)}> · {standing}</span>}
      </p>
      <div className="prose">
        <PuzzleCard id={id} title={entry.title} alone solved={solved} onSolve={solve} onSpend={spend}>
          <p>
            <WithCode text={entry.task} />
          </p>
          {lesson === undefined ? null : (
            <p className="hint">
              New to this? It is explained in the lesson <Link to={`/${lesson.id}/`}>{lesson.shortTitle}</Link>.
            </p>
          )}
        </PuzzleCard>
      </div>
      <nav className="neighbours" aria-label="Previous and next puzzle">
        {previous === undefined ? (
          <Link to={puzzlesPath} rel="prev">
            <span>Back to</span> All puzzles
          </Link>
        ) : (
          <Link to={puzzlePath(previous.id)} rel="prev">
            <span>Previous</span> {previous.title}
          </Link>
        )}
        {next === undefined ? null : (
          <Link to={puzzlePath(next.id)} rel="next">
            <span>Next</span> {next.title}
          </Link>
        )}
      </nav>
    </article>
  );
}
