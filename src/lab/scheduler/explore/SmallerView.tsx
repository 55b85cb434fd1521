import { useId } from 'react';
import { usePress } from '../../../ui/usePress';
import { SafetyStatus } from './SafetyStatus';
import { checksSmaller } from './safetyCheck';
import type { ChangedLine } from './smaller/smaller';
import type { SafetyCheckView } from './useSafetyCheck';

interface SmallerViewProps {
  readonly view: SafetyCheckView;
  /** The reader has edited the program since it was asked about: there is nothing to check any more. */
  readonly stale: boolean;
  onCheck(): void;
}

/** The smaller program that is offered, or was checked: each line that differs, and the press that checks it. */
export function SmallerView({ view, stale, onCheck }: SmallerViewProps) {
  const { smaller, trying, check } = view;
  const id = useId();
  const press = usePress<'check' | 'stop'>((meaning) => (meaning === 'stop' ? check.stop() : onCheck()));
  if (smaller === null) return null;
  const chosen = checksSmaller(view);
  const checking = chosen && trying !== null;
  const { changed, plainlyLarge } = smaller;
  const lines = changed.length === 1 ? 'this line' : `these ${changed.length} lines`;
  return (
    <section className="notice smaller" aria-labelledby={id} data-notice="smaller">
      <p id={id} role="status">
        {chosen ? (
          <>
            <strong>Checked is a smaller program:</strong> yours with {lines} changed.
          </>
        ) : (
          <>
            <strong>
              {plainlyLarge ? 'This program has more schedules than can be tried.' : 'A smaller program can be tried.'}
            </strong>{' '}
            With {lines} changed it has fewer threads or rounds:
          </>
        )}
      </p>
      <ol className="smaller-lines">
        {changed.map((one) => (
          <Line key={one.line} {...one} />
        ))}
      </ol>
      <p className="hint">
        The result holds for the smaller program: if that is right, yours need not be. Your program stays as it is.
      </p>
      {stale ? null : (
        <div className="button-row">
          <button
            type="button"
            className="button button-primary smaller-go"
            onClick={(event) => press(event, checking ? 'stop' : 'check')}
          >
            {checking ? 'Stop' : 'Check the smaller program'}
          </button>
          {checking ? <SafetyStatus {...view} /> : null}
        </div>
      )}
    </section>
  );
}

function Line({ line, before, after }: ChangedLine) {
  return (
    <li>
      <span className="smaller-number">Line {line}</span>
      <del>
        <span className="visually-hidden">before: </span>
        <code>{before.trim()}</code>
      </del>
      <ins>
        <span className="visually-hidden">after: </span>
        <code>{after.trim()}</code>
      </ins>
    </li>
  );
}
