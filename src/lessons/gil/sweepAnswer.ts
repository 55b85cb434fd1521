import type { LatestRuns } from '../measured';

/** What the last sweep looked like, as one of the options; differences within 15 % count as none. */
export function sweepAnswer(latest: LatestRuns): string | null {
  const run = latest.get('sweep');
  if (run === undefined || run.outcome.status !== 'finished' || run.conditions.hidden) return null;
  const measured = run.outcome.points.filter(({ series }) => series === 'Measured');
  const last = measured.at(-1);
  if (last === undefined || last.x < 2) return null;
  const best = Math.max(...measured.map(({ y }) => y));
  if (best < 1.15) return 'none';
  if (last.y > last.x * 0.85) return 'ideal';
  return last.y * 1.15 < best ? 'falls' : 'flat';
}
