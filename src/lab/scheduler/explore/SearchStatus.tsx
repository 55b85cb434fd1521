import { formatCount, formatDuration } from '../../../core/base/format';
import { drawnIn } from '../../../core/schedule/random';
import type { ExplorationState } from './exploration';

/** The first runs take longer: a rate of so few would tell of them only. */
const leastForRate = 100;

interface SearchStatusProps extends ExplorationState {
  /** What stands before it. */
  readonly prefix?: string;
}

/** What happens now, in numbers: how many schedules were tried, how fast. Sentences about the result come when it is there. */
export function SearchStatus({ phase, summary, elapsedMs, runs, prefix = '' }: SearchStatusProps) {
  if (phase.kind === 'starting') {
    const { boot } = phase;
    return (
      <p className="explore-status">
        {prefix}
        {boot === null ? 'Compiling the program…' : `${boot.words}…`}
        {boot === null ? null : <progress max={1} value={boot.fraction} aria-label={boot.words} />}
      </p>
    );
  }
  if (summary === null) return null;
  const rate = runs < leastForRate || elapsedMs === 0 ? null : Math.round((runs / elapsedMs) * 1000);
  return (
    <p className="explore-status numeric" data-schedules={summary.schedules}>
      {prefix}
      <strong>{formatCount(summary.schedules)}</strong> {summary.schedules === 1 ? 'schedule' : 'schedules'} tried
      {summary.random === undefined ? '' : `, ${formatCount(drawnIn(summary.random))} of them drawn at random`}
      {summary.redundant === 0 ? '' : `, ${formatCount(summary.redundant)} cut short as repetitions`}
      {rate === null ? '' : `, ${formatCount(rate)} a second`}
      {phase.kind === 'ended' ? `, in ${formatDuration(elapsedMs)}` : ''}
    </p>
  );
}
