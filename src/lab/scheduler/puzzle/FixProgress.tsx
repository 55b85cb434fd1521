import { formatCount } from '../../../core/base/format';
import type { FixCheckView } from './useFixCheck';

/** How far the check of a mended program is, in numbers. */
export function FixProgress({ phase, tried }: FixCheckView) {
  switch (phase.kind) {
    case 'starting':
      return (
        <p className="puzzle-status">
          {phase.boot === null ? 'Python reads your program…' : `${phase.boot.words}…`}
          {phase.boot === null ? null : <progress max={1} value={phase.boot.fraction} aria-label={phase.boot.words} />}
        </p>
      );
    case 'trying':
      return (
        <p className="puzzle-status numeric">
          <strong>{formatCount(tried)}</strong> kinds of schedules tried
        </p>
      );
    case 'simplifying':
      return <p className="puzzle-status">One of them fails. Looking for the simplest one that fails…</p>;
    default:
      return null;
  }
}
