import { assertNever } from '../../core/base/assertNever';
import type { Millis } from '../../core/base/time';
import { measuredOf } from '../../core/experiment/measured';
import type { RunRecord } from '../../core/experiment/experiment';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';
import { orderOf } from './guess';
import type { GuessMark, Judge } from './judge';

/** A guess as the chart of times shows it: a stretch of time at one bar, or a place beside every bar. */
export type ShownGuess =
  | ({ readonly kind: 'stretch' } & GuessMark)
  | { readonly kind: 'places'; readonly placeOf: ReadonlyMap<string, number> };

/** Where the reader's guess lies among the times; null where it cannot be drawn. */
export function shownGuess(
  experiment: Experiment,
  judge: Judge | null,
  guess: StoredPrediction | null,
  records: readonly RunRecord[],
): ShownGuess | null {
  if (guess === null || judge === null) return null;
  switch (guess.kind) {
    case 'rank':
      return {
        kind: 'places',
        placeOf: new Map(orderOf(experiment, guess).map((id, index) => [id, index + 1])),
      };
    case 'choice': {
      const mark = judge.mark?.(guess.option, measuredOf(records)) ?? null;
      return mark === null || Number.isNaN(mark.fromMs) ? null : { kind: 'stretch', ...mark };
    }
    case 'skipped':
      return null;
    default:
      return assertNever(guess);
  }
}

/** A guess that lies further out than this share of the longest bar is only pointed at. */
const furthest = 1.6;

/** How far the axis of times goes so that bars and guess both show. */
export function axisEnd(longest: Millis, guess: ShownGuess | null): Millis {
  if (guess?.kind !== 'stretch') return longest;
  const wanted = Number.isFinite(guess.toMs) ? guess.toMs : guess.fromMs * 1.2;
  return Math.max(longest, Math.min(wanted, longest * furthest));
}

/** The stretch of a guess on an axis that ends at `endMs`; null where it lies beyond. */
export function stretchWithin(
  mark: GuessMark,
  endMs: Millis,
): { readonly fromMs: Millis; readonly toMs: Millis } | null {
  return mark.fromMs >= endMs ? null : { fromMs: mark.fromMs, toMs: Math.min(mark.toMs, endMs) };
}

/** "1st", "2nd", "3rd", "4th". */
export const placeText = (place: number): string => `${place}${['st', 'nd', 'rd'][place - 1] ?? 'th'}`;
