import { Suspense, useId, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useSettings } from '../../storage/settings';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { isTyping } from '../../ui/keys';
import { lazily } from '../../ui/lazily';
import { LinkSign } from '../../ui/LinkSign';
import { Tabs } from '../../ui/Tabs';
import { Controls } from './Controls';
import type { Experiment } from './experiment';
import { PredictionBlock } from './PredictionBlock';
import { ProgramView } from '../program/ProgramView';
import { RunBar } from './RunBar';
import { RunOne } from './RunOne';
import { RunsOnChoice } from './RunsOnChoice';
import { controlsThatCount, runnablePart } from './runsOn';
import { useExperiment } from './useExperiment';
import { useGuess } from './useGuess';

// Charts, timeline and engines come when something is run, not with the lesson.
const ResultView = lazily(() => import('./ResultView').then((module) => module.ResultView));

/** How often "repeat" runs each strategy. */
const repeats = 5;

interface ExperimentCardProps {
  readonly experiment: Experiment;
  /** Figures of native CPython, to set beside the page's own. */
  readonly recorded?: ReactNode;
}

/** One experiment: question, programs, controls, guess, run bar, result. */
export function ExperimentCard({ experiment, recorded }: ExperimentCardProps) {
  const state = useExperiment(experiment);
  const guess = useGuess(experiment, state.runs);
  const shortcuts = useSettings((settings) => settings.shortcuts);
  const heading = useId();
  const runnable = useMemo(() => runnablePart(experiment, state.values), [experiment, state.values]);
  const all = runnable.strategies.map((strategy) => strategy.id);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'r') state.run(all, 1);
    else if (event.key === 's') state.stop();
    else return;
    event.preventDefault();
  };

  return (
    // The keys r and s work wherever the focus is inside the card; every one has a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="card"
      id={experiment.id}
      data-experiment={experiment.id}
      data-status={state.status}
      aria-labelledby={heading}
      onKeyDown={onKeyDown}
    >
      <header className="card-head">
        <p className="kicker">Experiment</p>
        <div className="headed">
          <h3 id={heading}>{experiment.title}</h3>
          <LinkSign to={experiment.id} name={experiment.title} />
        </div>
        <p className="card-question">{experiment.question}</p>
      </header>
      <div>
        <Tabs
          label={`Programs of ${experiment.title}`}
          tabs={experiment.strategies.map(({ id, name, summary, program }) => ({
            id,
            name,
            content: (
              <>
                <p className="summary">{summary}</p>
                {program === undefined ? null : (
                  <ProgramView program={program} anchor={`${experiment.id}-${id}`} folded />
                )}
              </>
            ),
          }))}
        />
      </div>
      <Controls
        experiment={experiment}
        shown={controlsThatCount(experiment, state.values)}
        values={state.values}
        complaints={state.complaints}
        disabled={state.active !== null}
        onChange={state.setValue}
      />
      <RunsOnChoice experiment={experiment} state={state} />
      <RunOne experiment={runnable} state={state} />
      <PredictionBlock experiment={experiment} guess={guess} />
      <RunBar experiment={runnable} state={state} guess={guess} repeats={repeats} />
      {state.runs.length === 0 && state.active === null ? null : (
        <ErrorBoundary what="The result">
          <Suspense fallback={<p className="hint">Fetching the charts…</p>}>
            <ResultView experiment={runnable} state={state} guess={guess} />
            {recorded}
          </Suspense>
        </ErrorBoundary>
      )}
    </section>
  );
}
