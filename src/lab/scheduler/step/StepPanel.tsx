import { useMemo, useRef, type ReactNode } from 'react';
import { shorten } from '../../../core/base/shorten';
import { failsByNature } from '../../../core/schedule/outcomes';
import { ruleOf } from '../../../core/schedule/rule';
import { useSettings } from '../../../storage/settings';
import { Explanation } from '../explain/Explanation';
import { whatASwitchIs } from '../explain/switches';
import { canBeTested } from '../regression/canBeTested';
import { TestButton } from '../regression/TestButton';
import type { StepperView } from './useStepper';
import { AutoPlay } from './AutoPlay';
import { ThreadButtons } from './ThreadButtons';
import { Instructions } from './Instructions';
import { KeyLegend } from './KeyLegend';
import { Listing } from './Listing';
import { Opening } from './Opening';
import { before as choiceBefore, lastChosen, onward } from './places';
import { sayEnd } from './sayEnd';
import { Shared } from './Shared';
import './step.css';
import { Tape } from './Tape';
import { ThreadColumns } from './ThreadColumns';
import { useStepKeys } from './useStepKeys';
import { useStepWords } from './useStepWords';
import { marksOf, titleOf } from './view';

export interface StepPanelProps {
  readonly view: StepperView;
  /** The text that is stepped. */
  readonly source: string;
  /** Somebody said that this outcome is wrong, though it is neither an exception nor a deadlock. */
  readonly failed?: boolean;
  /** The component around the panel says that Python starts, refuses the program, or is gone. */
  readonly quiet?: boolean;
  /** The component around the panel counts switches. */
  readonly tallied?: boolean;
  /** A run that fails can be saved as a test for CPython. */
  readonly testable?: boolean;
  /** Names it among others of the same page. */
  readonly label?: string;
  /** Stands over all: a goal, a note. */
  readonly children?: ReactNode;
}

/** Stepping through a program: its threads, what they may do next, and the way back. */
export function StepPanel({
  view,
  source,
  label = 'Step',
  failed = false,
  quiet = false,
  tallied = false,
  testable = false,
  children,
}: StepPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const { stepper, phase } = view;
  const pending = useRef(0);

  const choose = (thread: number): void => {
    pending.current += 1;
    void stepper.choose(thread).finally(() => (pending.current -= 1));
  };
  useStepKeys(panel, (key, again) => {
    // A key that is held down must not go on when it is let go.
    if (again && pending.current > 0) return;
    if (key.kind === 'choose') choose(key.thread);
    else stepper[key.kind]();
  });

  return (
    <section className="step-panel" ref={panel} aria-label={label} data-phase={phase.kind}>
      {children}
      {view.moments[view.at] === undefined || view.program === null || view.run === null ? (
        quiet ? null : (
          <Opening view={view} />
        )
      ) : (
        <Stepped
          view={view}
          source={source}
          failed={failed}
          quiet={quiet}
          tallied={tallied}
          testable={testable}
          onChoose={choose}
        />
      )}
    </section>
  );
}

interface SteppedProps {
  readonly view: StepperView;
  readonly source: string;
  readonly failed: boolean;
  readonly quiet: boolean;
  readonly tallied: boolean;
  readonly testable: boolean;
  onChoose(thread: number): void;
}

function Stepped({ view, source, failed, quiet, tallied, testable, onChoose }: SteppedProps) {
  const { stepper, at, moments, run, codes, outcome, program, playing, busy } = view;
  const single = useSettings((state) => state.shortcuts);
  const lines = useMemo(() => source.split('\n').map((line) => shorten(line)), [source]);
  const words = useStepWords(view, lines);
  const moment = moments[at];
  const marks = useMemo(() => marksOf({ at, moments, run, codes, program }), [at, moments, run, codes, program]);
  if (moment === undefined || run === null || program === null) return null;
  const places = { program, moments };
  const chosen = lastChosen(places, at);
  const previous = at === 0 ? undefined : moments[chosen];
  const last = run.steps[chosen]?.thread ?? null;
  const lastRan = at === 0 ? null : last;
  const first = onward(places, 0);
  const ending = outcome === null ? null : sayEnd(run, outcome, moment);

  return (
    <>
      {quiet ? null : <Opening view={view} />}
      <div className="step-board" data-dis={program.granularity === 'bytecode'}>
        <div className="step-code">
          <Listing
            key={`${program.fileName} ${source}`}
            source={source}
            fileName={program.fileName}
            marks={marks}
            description={words.where}
            fast={playing !== null && playing.stepsPerSecond > 5}
          />
        </div>
        {program.granularity === 'bytecode' ? <Instructions codes={codes} moment={moment} last={lastRan} /> : null}
        <ThreadButtons
          moment={moment}
          lines={lines}
          codes={codes}
          granularity={program.granularity}
          last={lastRan}
          canUndo={at > first || choiceBefore(places, at) < at}
          canRedo={at < run.steps.length}
          onChoose={onChoose}
          onUndo={() => stepper.undo()}
          onRedo={() => stepper.redo()}
          onRestart={() => stepper.restart()}
        />
        <div className="step-told" data-ending={ending?.kind ?? 'none'}>
          <p className="told-count numeric" title={tallied ? undefined : whatASwitchIs}>
            {titleOf(view, !tallied)}
          </p>
          <div aria-live={playing === null ? 'polite' : 'off'}>
            <p className="told-happened">{busy ? 'Python computes this step…' : words.happened}</p>
            {words.switched === null || busy ? null : <p className="told-switch">{words.switched}</p>}
            {words.again === null || busy ? null : <p className="told-again">{words.again}</p>}
            {ending === null ? null : (
              <p className="told-ending">
                <strong>{ending.title}.</strong> {ending.words}
                {ending.more === undefined ? null : <span className="visually-hidden"> {ending.more}</span>}
              </p>
            )}
          </div>
        </div>
        <Shared moment={moment} before={previous} />
        <div className="step-time">
          <AutoPlay
            playing={playing}
            atEnd={moment.enabled.length === 0}
            onPlay={(policy, speed) => stepper.play(policy, speed)}
            onPause={() => stepper.pause()}
          />
          <Tape steps={run.steps} moments={moments} at={at} sayPlace={words.sayPlace} onGo={words.goTo} />
        </div>
        {outcome === null ? null : (
          <div className="step-why">
            <Explanation
              run={run}
              moments={moments}
              source={source}
              granularity={program.granularity}
              failed={failed}
              onGo={words.goTo}
            />
            {testable &&
            (failed || failsByNature(outcome)) &&
            ruleOf(program.granularity) !== 'anywhere' &&
            canBeTested(program, outcome) ? (
              <p className="button-row">
                <TestButton program={program} expected={null} watched={() => ({ result: run, moments })} />
              </p>
            ) : null}
          </div>
        )}
        <ThreadColumns moment={moment} before={previous} lines={lines} last={lastRan} />
        <KeyLegend threads={moment.threads.length} single={single} />
      </div>
    </>
  );
}
