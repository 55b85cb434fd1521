import { formatDuration } from '../base/format';
import type { EpochMs, Millis } from '../base/time';

/** When a worker was at work: by its own clock (`WorkerMs`), or on the page's with the others (`EpochMs`). */
export interface AtWork<T extends number = EpochMs> {
  readonly from: T;
  readonly to: T;
}

/** How long two or more of them were at work at once. */
export function overlapMs(stretches: readonly AtWork[]): Millis {
  const edges = stretches
    .flatMap(({ from, to }) => [
      { at: from, change: 1 },
      { at: to, change: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change);
  let atWork = 0;
  let since: number = 0;
  let together = 0;
  for (const { at, change } of edges) {
    if (atWork >= 2) together += at - since;
    atWork += change;
    since = at;
  }
  return together;
}

/** Workers that were at work at once for less than this share of the time hardly met. */
const hardlyMet = 0.5;

/** Why workers that add to one cell without care lost nothing, and what to do about it. */
export function whyNothingWasLost(stretches: readonly AtWork[]): string {
  if (stretches.length < 2) return 'A worker that is alone loses nothing: set two.';
  const inAll = Math.max(...stretches.map(({ to }) => to)) - Math.min(...stretches.map(({ from }) => from));
  const together = overlapMs(stretches);
  const met = `Of ${formatDuration(inAll)}, two workers were at work at once for ${formatDuration(together)}`;
  return together < inAll * hardlyMet
    ? `${met}: they hardly met. Set more increments, or run it again.`
    : `${met}, but the machine may have let them take turns on one core, and a turn seldom ends between a read and a write. Set more increments, or run it again.`;
}
