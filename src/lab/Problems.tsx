import type { RunRecord } from '../core/experiment';
import type { Experiment } from './experiment';
import type { ExperimentState } from './useExperiment';

interface Trouble {
  readonly strategy: string;
  readonly kind: 'failed' | 'hidden' | 'partly';
  readonly text: string;
}

function troubleOf(record: RunRecord, name: string): readonly Trouble[] {
  const { strategy, outcome, conditions } = record;
  if (outcome.status === 'failed') return [{ strategy, kind: 'failed', text: `${name} failed. ${outcome.reason}` }];
  if (outcome.status === 'stopped') return [];
  const partly = outcome.report.problems.map((text): Trouble => ({ strategy, kind: 'partly', text: `${name}: ${text}` }));
  return conditions.hidden
    ? [{ strategy, kind: 'hidden', text: `${name} does not count: the tab was hidden for some of the run, and browsers slow hidden tabs down.` }, ...partly]
    : partly;
}

/** What went wrong in the latest run of each strategy, and the way to try again. */
export function Problems({ experiment, state }: { readonly experiment: Experiment; readonly state: ExperimentState }) {
  const troubles = experiment.strategies.flatMap(({ id, name }) => {
    const latest = state.runs.findLast((run) => run.record.strategy === id);
    return latest === undefined ? [] : troubleOf(latest.record, name);
  });
  if (troubles.length === 0) return null;
  const again = [...new Set(troubles.filter(({ kind }) => kind !== 'partly').map(({ strategy }) => strategy))];
  return (
    <div className="notice notice-bad" role="alert" data-notice="run">
      {troubles.map(({ strategy, text }) => (
        <p key={strategy + text}>{text}</p>
      ))}
      {again.length === 0 ? null : (
        <p>
          <button type="button" className="button" disabled={state.active !== null} onClick={() => state.run(again, 1)}>
            Retry
          </button>
        </p>
      )}
    </div>
  );
}
