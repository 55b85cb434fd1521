import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { formatCount } from '../../../core/base/format';
import type { ExplorationView } from './useExploration';
import type { ExploreSettings } from './settings';
import { adviceFor } from './words';

interface SearchNotesProps {
  readonly view: ExplorationView;
  /** The program as it is now: it may have been edited since, or be another one. */
  readonly current: ScheduledProgram;
  /** Begins again, with something changed. */
  onBegin(change: Partial<ExploreSettings>, patient?: boolean): void;
}

/** What has to be said besides the result: why there is none, how it came to an end, what to do about it. */
export function SearchNotes({ view, current, onBegin }: SearchNotesProps) {
  const { phase, summary, options, program } = view;
  if (phase.kind === 'refused') {
    return (
      <div className="notice notice-bad" role="alert">
        <p>This program cannot be tried, since Python cannot compile it.</p>
        <pre>{phase.words}</pre>
      </div>
    );
  }
  if (phase.kind === 'lost') {
    return (
      <div className="notice notice-bad" role="alert">
        <p>{phase.reason}</p>
        {summary === null ? null : <p>What was found before is kept.</p>}
      </div>
    );
  }
  const ended = phase.kind === 'ended' ? phase : null;
  const advice = ended === null || summary === null || options === null ? null : adviceFor(summary, options.maxSteps);
  const full = summary?.mode.reduction === 'none' && summary.mode.preemptions === 'all';
  const unfinished = ended !== null && !ended.gaveUp && summary !== null && !summary.complete && summary.schedules > 0;
  return (
    <>
      {program === null || program.source === current.source || summary === null ? null : (
        <p className="hint">
          {program.fileName === current.fileName
            ? 'What follows is of the program before your last edit.'
            : `What follows is of another program, ${program.fileName}.`}
        </p>
      )}
      {ended?.gaveUp === true && summary !== null ? (
        <div className="notice" role="status" data-notice="unended">
          <p>The search gave up: none of the first {formatCount(summary.schedules)} schedules came to an end.</p>
          {advice === null ? null : <p>{advice}</p>}
          <button type="button" className="button" onClick={() => onBegin({}, true)}>
            Try the others all the same
          </button>
        </div>
      ) : advice === null ? null : (
        <p className="notice" data-notice="advice">
          {advice}
        </p>
      )}
      {unfinished ? (
        <p className="hint" data-notice="unfinished">
          {ended.stopped
            ? 'You stopped the search.'
            : `The search ended at its limit of ${formatCount(options?.maxRuns ?? 0)} schedules.`}{' '}
          {full ? (
            <>
              There are more schedules than were tried.{' '}
              <button type="button" className="link-button" onClick={() => onBegin({ reduced: true })}>
                Try one of each kind
              </button>
            </>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
