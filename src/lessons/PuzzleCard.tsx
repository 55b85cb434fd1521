import { Suspense, useId, useState, type ReactNode } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { LinkSign } from '../ui/LinkSign';
import { usePress } from '../ui/usePress';

// Python, editor and stepper come with the first press of the button.
const PuzzleRoom = lazily(() => import('./PuzzleRoom').then((module) => module.PuzzleRoom));

export interface PuzzleCardProps {
  /** Unique in the site; `puzzles.ts` has the rest of it. */
  readonly id: string;
  readonly title: string;
  /** What the reader is to do. */
  readonly children: ReactNode;
  /** It is all that its page has, so its title is the page's. */
  readonly alone?: boolean;
  /** The puzzles that the reader has solved. */
  readonly solved: readonly string[];
  onSolve(puzzle: string): void;
  /** The reader broke a puzzle's program with so many moves or switches, whichever it limits. */
  onSpend(puzzle: string, count: number): void;
}

/** A puzzle's task, and the button that opens it. */
export function PuzzleCard({ id, title, children, alone = false, solved, onSolve, onSpend }: PuzzleCardProps) {
  const [open, setOpen] = useState(false);
  // A link opens it too, with a press of its own, and shows the card from its top.
  const [byReader, setByReader] = useState(false);
  const press = usePress<'open' | 'close'>((meaning) => setOpen(meaning === 'open'));
  const heading = useId();
  const isSolved = solved.includes(id);
  const word = open ? 'Close' : isSolved ? 'Start again' : 'Start';
  const Heading = alone ? 'h1' : 'h3';
  return (
    <div className="wide">
      <section className="card puzzle" id={`puzzle-${id}`} data-solved={isSolved} aria-labelledby={heading}>
        <header className="card-head">
          <p className="kicker">Puzzle{isSolved ? ', solved' : ''}</p>
          <div className="headed">
            <Heading id={heading}>{title}</Heading>
            <LinkSign to={`puzzle-${id}`} name={title} />
          </div>
        </header>
        {alone ? <h2 className="visually-hidden">What to do</h2> : null}
        <div className="puzzle-task">{children}</div>
        <div className="on-paper" data-puzzle={id} />
        <button
          type="button"
          className={open ? 'button' : 'button button-primary'}
          data-opens
          aria-expanded={open}
          aria-label={`${word}: ${title}`}
          onClick={(event) => {
            setByReader(event.isTrusted);
            press(event, open ? 'close' : 'open');
          }}
        >
          {word}
        </button>
        {open ? (
          <ErrorBoundary what="This puzzle">
            {/* The headings within are of the fourth level, as they are in a lesson. */}
            {alone ? <h3 className="visually-hidden">Your try</h3> : null}
            <Suspense fallback={<p className="hint">Fetching the puzzle…</p>}>
              <PuzzleRoom
                id={id}
                arriving={byReader}
                alone={alone}
                solved={solved}
                onSolved={() => onSolve(id)}
                onSpent={(count) => onSpend(id, count)}
              />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </section>
    </div>
  );
}
