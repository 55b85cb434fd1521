import { useEffect, useRef, useState, type ReactNode } from 'react';
import { areSolutionsOff } from '../../../ui/embedded';

interface HelpProps {
  readonly hints: readonly string[];
  /** The last of the hints, asked anew each time: where the reader stands, it says what to do. */
  readonly nextMove?: { readonly words: string | null; ask(): void };
  /** Called when the reader wants to see a way to do it. */
  onSolution(): void;
  /** What stands on its button. */
  readonly solutionName: string;
  /** Stays while the reader has asked for it. */
  readonly solution: ReactNode;
  /** Where to go on after a win; null before it. Then nothing else is offered any more, but it can be looked at. */
  readonly onward: ReactNode;
  /** Stands before the buttons. */
  readonly children?: ReactNode;
}

/** Hints, one after another, and a solution for those who want to see one, unless the address keeps it back; after a win the way on. */
export function Help(props: HelpProps) {
  const { onward, children } = props;
  if (onward === null) return <Offers {...props} />;
  return (
    <div className="puzzle-help">
      {onward}
      {children === undefined || children === null ? null : <div className="button-row">{children}</div>}
      <details>
        <summary>{areSolutionsOff() ? 'Hints' : 'Hints and a solution'}</summary>
        <Offers {...props}>{null}</Offers>
      </details>
    </div>
  );
}

function Offers({ hints, nextMove, onSolution, solutionName, solution, children }: HelpProps) {
  const [given, setGiven] = useState(0);
  const told = useRef<HTMLDivElement>(null);
  const isSolutionShown = solution !== null;
  const words = nextMove?.words ?? null;
  useEffect(() => {
    if (given > 0 || words !== null || isSolutionShown)
      told.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [given, words, isSolutionShown]);
  const [kept] = useState(areSolutionsOff);
  const left = hints.length - given;
  const over = left === 0 && nextMove === undefined;
  const give = (): void => {
    if (left > 0) setGiven(given + 1);
    else nextMove?.ask();
  };
  return (
    <div className="puzzle-help">
      <div className="button-row">
        {children}
        {/* Not `disabled` after the last one: that would lose the focus. */}
        <button type="button" className="button button-quiet" aria-disabled={over} onClick={give}>
          {over
            ? 'No more hints'
            : left === 0
              ? 'What is the next move?'
              : given === 0
                ? 'Give me a hint'
                : 'Another hint'}
        </button>
        {kept ? null : (
          <button type="button" className="button button-quiet" onClick={onSolution}>
            {solutionName}
          </button>
        )}
      </div>
      <div aria-live="polite" ref={told}>
        {/* The newest stands beside the button that was pressed for it. */}
        {solution}
        {words === null ? null : <p className="puzzle-next-move">{words}</p>}
        {given === 0 ? null : (
          <ol className="puzzle-hints" reversed>
            {hints
              .slice(0, given)
              .toReversed()
              .map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
          </ol>
        )}
      </div>
    </div>
  );
}
