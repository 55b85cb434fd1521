import type { RunRecord } from '../../core/experiment/experiment';
import { isEmbedded } from '../../ui/embedded';
import { OwnWindow } from '../../ui/OwnWindow';
import type { Experiment } from './experiment';
import { memoryHere, needsMemory, ReloadForMemory } from './ReloadForMemory';
import type { ExperimentState } from './useExperiment';

interface Trouble {
  readonly strategies: readonly string[];
  readonly names: readonly string[];
  readonly kind: 'failed' | 'hidden' | 'partly';
  readonly text: string;
  readonly remedy: 'retry' | 'reload' | 'none';
}

const hiddenText =
  'The tab was hidden for some of the run, and browsers slow hidden tabs down, so this run does not count.';

function troublesOf({ strategy, outcome, conditions }: RunRecord, name: string): readonly Trouble[] {
  const base = { strategies: [strategy], names: [name] };
  if (outcome.status === 'failed') return [{ ...base, kind: 'failed', text: outcome.reason, remedy: outcome.remedy }];
  if (outcome.status === 'stopped') return [];
  const partly = outcome.report.problems.map((text): Trouble => ({ ...base, kind: 'partly', text, remedy: 'none' }));
  return conditions.hidden ? [{ ...base, kind: 'hidden', text: hiddenText, remedy: 'retry' }, ...partly] : partly;
}

/** Says once what several strategies met alike. */
function merged(troubles: readonly Trouble[]): readonly Trouble[] {
  const byText = new Map<string, Trouble>();
  for (const trouble of troubles) {
    const known = byText.get(trouble.text);
    byText.set(
      trouble.text,
      known === undefined
        ? trouble
        : {
            ...known,
            strategies: [...known.strategies, ...trouble.strategies],
            names: [...known.names, ...trouble.names],
          },
    );
  }
  return [...byText.values()];
}

/** What went wrong in the latest run of each strategy, and the way to try again. */
export function Problems({ experiment, state }: { readonly experiment: Experiment; readonly state: ExperimentState }) {
  const troubles = merged(
    experiment.strategies.flatMap(({ id, name }) => {
      const latest = state.runs.findLast((run) => run.record.strategy === id);
      return latest === undefined ? [] : troublesOf(latest.record, name);
    }),
  );
  if (troubles.length === 0) return null;
  // On a first visit nothing has failed: the page knows what the next load will bring.
  if (
    needsMemory(experiment) &&
    troubles.every(({ remedy }) => remedy === 'reload') &&
    memoryHere() === 'after a reload'
  )
    return <ReloadForMemory />;
  const ran = new Set(state.runs.map((run) => run.record.strategy)).size;
  const again = [
    ...new Set(troubles.filter(({ remedy }) => remedy === 'retry').flatMap(({ strategies }) => strategies)),
  ];
  return (
    <div className="notice notice-bad" role="alert" data-notice="run">
      {troubles.map(({ names, text, kind }) => (
        <p key={text}>
          {names.length === ran && ran > 1 && kind !== 'failed' ? null : (
            <strong>
              {names.join(', ')}
              {kind === 'failed' ? ' failed' : ''}:{' '}
            </strong>
          )}
          {text}
        </p>
      ))}
      <div className="button-row">
        {again.length === 0 ? null : (
          <button type="button" className="button" disabled={state.active !== null} onClick={() => state.run(again, 1)}>
            Retry
          </button>
        )}
        {troubles.some(({ remedy }) => remedy === 'reload') ? <Anew /> : null}
      </div>
    </div>
  );
}

/** The way to a page that can do more: this one loaded again; or in a window of its own, since none in another page's frame is isolated. */
function Anew() {
  if (isEmbedded()) return <OwnWindow />;
  return (
    <button type="button" className="button" onClick={() => location.reload()}>
      Reload the page
    </button>
  );
}
