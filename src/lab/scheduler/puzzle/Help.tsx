import { useState, type ReactNode } from 'react';

interface HelpProps {
  readonly hints: readonly string[];
  /** Called when the reader wants to see a way to do it. */
  onSolution(): void;
  /** Whether it is to be seen. */
  readonly shown: boolean;
  readonly solution: ReactNode;
  /** Stands before the buttons. */
  readonly children?: ReactNode;
}

/** Hints, one at a time, and a solution for those who want to see one. */
export function Help({ hints, onSolution, shown, solution, children }: HelpProps) {
  const [given, setGiven] = useState(0);
  const left = hints.length - given;
  return (
    <div className="puzzle-help">
      <div className="button-row">
        {children}
        {/* Not `disabled` after the last one: that would lose the focus. */}
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={left === 0}
          onClick={() => setGiven(Math.min(given + 1, hints.length))}
        >
          {left === 0 ? 'No more hints' : given === 0 ? 'Give me a hint' : 'Another hint'}
        </button>
        <button type="button" className="button button-quiet" onClick={onSolution}>
          Show a solution
        </button>
      </div>
      <div aria-live="polite">
        {given === 0 ? null : (
          <ol className="puzzle-hints">
            {hints.slice(0, given).map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ol>
        )}
        {shown ? solution : null}
      </div>
    </div>
  );
}
