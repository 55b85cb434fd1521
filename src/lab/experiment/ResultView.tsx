import { useEffect, useEffectEvent, useState } from 'react';
import { Exports } from './Exports';
import type { Experiment } from './experiment';
import { shownGuess } from './guessMarks';
import { InWords } from './InWords';
import { LineChartView } from './LineChartView';
import { Printed } from './Printed';
import { Problems } from './Problems';
import { ResultTable } from './ResultTable';
import type { Choice } from './timelineChoice';
import { TimelineView } from './TimelineView';
import { Timings } from './Timings';
import type { ExperimentState } from './useExperiment';
import type { Guess } from './useGuess';
import { WhatReallyRan } from './WhatReallyRan';

/** Milliseconds between two updates of the charts while something runs. */
const chartIntervalMs = 100;

/** Draws again at a steady rate while something runs, not at every event. */
function useTick(on: boolean): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), chartIntervalMs);
    return () => clearInterval(timer);
  }, [on]);
}

const stages = 4;

/** Counts up, one step a frame: mounting all charts in one go would hold up the page for longer than a frame or two. */
function useStage(onDone: () => void): number {
  const [stage, setStage] = useState(0);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    if (stage === stages) {
      done();
      return;
    }
    // A frame for what is there, then a task of its own for what comes next.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setStage(stage + 1));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [stage]);
  return stage;
}

/** All that a card shows of its runs: words, charts, timeline, table, circumstances, exports. */
export function ResultView({
  experiment,
  state,
  guess,
}: {
  readonly experiment: Experiment;
  readonly state: ExperimentState;
  readonly guess: Guess;
}) {
  useTick(state.active !== null);
  const stage = useStage(state.resultReady);
  const [choice, setChoice] = useState<Choice>(null);
  const records = state.runs.map((run) => run.record);
  return (
    <div className="result">
      {state.outdated && state.active === null ? (
        <p className="hint">These results were measured with other settings than the controls show now.</p>
      ) : null}
      <InWords experiment={experiment} records={records} running={state.active !== null} />
      <Problems experiment={experiment} state={state} />
      <Printed experiment={experiment} records={records} />
      {stage < 1 || experiment.timings === 'none' ? null : (
        <Timings
          experiment={experiment}
          records={records}
          active={state.active}
          guess={guess.hasRunSince ? shownGuess(experiment, state.judge, guess.made, records) : null}
        />
      )}
      {stage < 2 || experiment.chart === undefined ? null : (
        <LineChartView experiment={experiment} chart={experiment.chart} state={state} />
      )}
      {stage < 3 ? null : <TimelineView experiment={experiment} state={state} choice={choice} onChoose={setChoice} />}
      <ResultTable experiment={experiment} records={records} />
      {state.active === null ? <Exports experiment={experiment} runs={state.runs} choice={choice} /> : null}
      <WhatReallyRan experiment={experiment} records={records} />
    </div>
  );
}
