import { useId, useLayoutEffect, useState } from 'react';
import type { SpanSource } from '../../core/trace/spans';
import type { CombinedSpans } from '../../core/trace/spansCombine';
import type { Experiment } from './experiment';
import { Timeline } from '../timeline/Timeline';
import { combined, shownRuns, type Choice, type ShownRun } from './timelineChoice';
import type { ExperimentState } from './useExperiment';

interface TimelineViewProps {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
  readonly choice: Choice;
  onChoose(choice: Choice): void;
}

/** All strategies that have run, on one axis, the one under way growing in its place; or one of them alone. */
export function TimelineView({ experiment, state, choice, onChoose }: TimelineViewProps) {
  const { active, runs } = state;
  const name = useId();
  const several = experiment.strategies.length > 1;
  const ran = new Set(shownRuns(experiment, runs, active, null).map(({ strategy }) => strategy));
  const shown = shownRuns(experiment, runs, active, choice);
  const chosen = experiment.strategies.find(({ id }) => id === choice);
  if (ran.size === 0 && active === null) return null;
  const title = chosen?.name ?? (several ? 'all strategies' : experiment.strategies[0]?.name);
  return (
    <figure className="chart" data-chart="timeline">
      <figcaption>
        <h4>Timeline</h4>
        {several ? (
          <fieldset className="segmented">
            <legend className="visually-hidden">Timeline of</legend>
            {[{ id: null, name: 'All' }, ...experiment.strategies].map((option) => (
              <label key={option.id}>
                <input
                  type="radio"
                  name={name}
                  checked={option.id === choice}
                  disabled={option.id !== null && option.id !== choice && !ran.has(option.id)}
                  onChange={() => onChoose(option.id)}
                />
                <span>{option.name}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
      </figcaption>
      {shown.length === 0 ? (
        <p className="hint">
          {active === null || (choice !== null && active.strategy !== choice)
            ? `${title} has not run with these settings yet.`
            : active.waiting
              ? 'Waiting until another run on this page has ended…'
              : 'Preparing…'}
        </p>
      ) : (
        <ShownTimeline shown={shown} grouped={several && choice === null} title={`${experiment.title}, ${title}`} />
      )}
    </figure>
  );
}

interface ShownTimelineProps {
  readonly shown: readonly ShownRun[];
  readonly grouped: boolean;
  readonly title: string;
}

function ShownTimeline({ shown, grouped, title }: ShownTimelineProps) {
  const together = useCombined(shown);
  const alone: SpanSource | undefined = shown[0]?.spans;
  return <Timeline source={grouped || alone === undefined ? together : alone} title={title} />;
}

/** One source as long as the runs are the same: what is said of them may change without beginning the timeline anew. */
function useCombined(shown: readonly ShownRun[]): CombinedSpans {
  const [held, setHeld] = useState(() => ({ shown, source: combined(shown) }));
  const same =
    held.shown.length === shown.length && shown.every(({ spans }, index) => held.shown[index]?.spans === spans);
  const now = same ? held : { shown, source: combined(shown) };
  if (!same) setHeld(now);
  const remarks = JSON.stringify(shown.map(({ remark }) => remark));
  useLayoutEffect(() => {
    const told: readonly (string | null)[] = JSON.parse(remarks);
    now.source.setRemarks(told);
  }, [now.source, remarks]);
  return now.source;
}
