import type { ScheduledProgram } from '../../../../core/engines/pythonSchedules';
import type { Schedule } from '../../../../core/schedule/types';
import { searchDefaults } from '../../../../core/schedule/search';
import type { ExplorationView } from '../useExploration';

interface ExplorePanelProps {
  readonly view: ExplorationView;
  /** What is to be tried. */
  readonly program: ScheduledProgram;
  /** Called when the reader wants to step through the simplest schedule of an outcome. */
  onStep(schedule: Schedule): void;
}

/** Trying all schedules of a program: bound, live counts, outcomes. */
export function ExplorePanel({ view, program, onStep }: ExplorePanelProps) {
  const { exploration, summary, busy } = view;
  return (
    <section className="explore-panel" aria-label="Try them all">
      <button type="button" className="button" onClick={() => (busy ? exploration.stop() : void exploration.start(program, { reduction: 'none', preemptions: 'all', ...searchDefaults }))}>
        {busy ? 'Stop' : 'Try them all'}
      </button>
      <p>{summary?.schedules}</p>
      <ul>
        {summary?.outcomes.map((row) => (
          <li key={row.key}>
            <button type="button" className="link-button" onClick={() => onStep(row.simplest)}>
              {row.schedules} {row.key}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
