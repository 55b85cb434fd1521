import type { Measured } from '../../core/experiment/measured';
import { tieRatio } from '../../core/base/statistics';

/** What the last sweep looked like, as one of the options; differences within 15 % count as none. */
export function sweepAnswer(runs: Measured): 'none' | 'ideal' | 'falls' | 'flat' | null {
  const measured = (runs.latest('sweep')?.points ?? []).filter(({ series }) => series === 'Measured');
  const last = measured.at(-1);
  if (last === undefined || last.x < 2) return null;
  const best = Math.max(...measured.map(({ y }) => y));
  if (best < tieRatio) return 'none';
  if (last.y > last.x / tieRatio) return 'ideal';
  return last.y * tieRatio < best ? 'falls' : 'flat';
}
