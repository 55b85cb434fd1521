import { formatCount } from '../../../core/base/format';
import { sayCure } from './cureBlocks';
import type { CureState } from './useCure';

interface CureViewProps {
  readonly cure: CureState;
  /** The program is still the one that was checked. */
  readonly current: boolean;
  /** Puts another text into the editor; undefined where there is none. */
  readonly onEdit: ((source: string) => void) | undefined;
}

/** The accesses that interfere in a wrong schedule, and the lines that one lock must cover. */
export function CureView({ cure, current, onEdit }: CureViewProps) {
  if (cure === null) return null;
  if (cure === 'looking') return <p className="hint">Looking for the lines that one lock must cover…</p>;
  const { why, blocks, schedules, source } = cure;
  return (
    <div role="group" className="cure" aria-label="The cure">
      <h3>{why.title}</h3>
      <p>{why.sentence}</p>
      <ul>
        {why.pointers.map(({ step, thread, line, code, what }) => (
          <li key={step}>
            {line === null ? null : (
              <code>
                <span className="why-line">{line}</span>
                {code}
              </code>
            )}
            <span>
              {thread} {what}
            </span>
          </li>
        ))}
      </ul>
      {blocks === null || source === null ? (
        <p>No single lock around one block of each of these functions was found that makes every schedule right.</p>
      ) : (
        <>
          <p className="cure-sentence">{sayCure(blocks)}</p>
          <p>
            Tried: with such a lock, {schedules === 1 ? 'the only kind' : `all ${formatCount(schedules)} kinds`} of
            schedules {schedules === 1 ? 'is' : 'are'} right, with and without the GIL. Make the change, and ask again.
          </p>
          {onEdit === undefined ? null : (
            <p className="button-row">
              <button
                type="button"
                className="button"
                aria-disabled={!current}
                onClick={() => current && onEdit(source)}
              >
                Put this lock into the program
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
