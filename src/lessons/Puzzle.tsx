import { Suspense, useId, useState, type ReactNode } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { LinkSign } from '../ui/LinkSign';
import { usePress } from '../ui/usePress';
import { useLesson } from './context';

// Python, editor and stepper come with the first press of the button.
const PuzzleRoom = lazily(() => import('./PuzzleRoom').then((module) => module.PuzzleRoom));

interface PuzzleProps {
  /** Unique in the site; `puzzles.ts` has the rest of it. */
  readonly id: string;
  readonly title: string;
  /** What the reader is to do. */
  readonly children: ReactNode;
}

/** A puzzle's task, and the button that opens it. */
export function Puzzle({ id, title, children }: PuzzleProps) {
  const { solved, onSolve } = useLesson();
  const [open, setOpen] = useState(false);
  const press = usePress<'open' | 'close'>((meaning) => setOpen(meaning === 'open'));
  const heading = useId();
  const isSolved = solved.includes(id);
  const word = open ? 'Close' : isSolved ? 'Start again' : 'Start';
  return (
    <div className="wide">
      <section className="card puzzle" id={`puzzle-${id}`} data-solved={isSolved} aria-labelledby={heading}>
        <header className="card-head">
          <p className="kicker">Puzzle{isSolved ? ', solved' : ''}</p>
          <div className="headed">
            <h3 id={heading}>{title}</h3>
            <LinkSign to={`puzzle-${id}`} name={title} />
          </div>
        </header>
        <div className="puzzle-task">{children}</div>
        <div className="on-paper" data-puzzle={id} />
        <button
          type="button"
          className={open ? 'button' : 'button button-primary'}
          data-opens
          aria-expanded={open}
          aria-label={`${word}: ${title}`}
          onClick={(event) => press(event, open ? 'close' : 'open')}
        >
          {word}
        </button>
        {open ? (
          <ErrorBoundary what="This puzzle">
            <Suspense fallback={<p className="hint">Fetching the puzzle…</p>}>
              <PuzzleRoom id={id} onSolved={() => onSolve(id)} />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </section>
    </div>
  );
}
