import { useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import { shorten } from '../../../core/base/shorten';
import { failsByNature } from '../../../core/schedule/outcomes';
import { ruleOf } from '../../../core/schedule/rule';
import { useSettings } from '../../../storage/settings';
import { Explanation } from '../explain/Explanation';
import { whatASwitchIs } from '../explain/switches';
import { canBeTested } from '../regression/canBeTested';
import { TestButton } from '../regression/TestButton';
import { AutoPlay } from './AutoPlay';
import { Instructions } from './Instructions';
import { KeyLegend } from './KeyLegend';
import { Listing } from './Listing';
import { Opening } from './Opening';
import { before as choiceBefore, lastChosen, onward } from './places';
import { sayEnd } from './sayEnd';
import { Shared } from './Shared';
import type { BoardSlots } from './StepPanel';
import { Tape } from './Tape';
import { ThreadButtons } from './ThreadButtons';
import { ThreadColumns } from './ThreadColumns';
import { useTravellingKeys } from './useTravellingKeys';
import { useStepWords } from './useStepWords';
import type { StepperView } from './useStepper';
import { marksOf, titleOf } from './view';

interface BoardProps {
  readonly view: StepperView;
  readonly source: string;
  readonly failed: boolean;
  readonly quiet: boolean;
  readonly testable: boolean;
  readonly slots: BoardSlots;
  onChoose(thread: number): void;
}

/** How many places a second are shown where the reader wants to see something again: slow enough to read what happened. */
const shownPerSecond = 0.8;

/** The room that is kept for threads, so that the first that are started move nothing. */
const fewestRows = 3;

/** The board: on one screen the code, the threads, what the last step did, what they share or why the run broke, and the tape. Each part has its own height, so that no step moves another. */
export function Board({ view, source, failed, quiet, testable, slots, onChoose }: BoardProps) {
  const { stepper, at, moments, run, codes, outcome, program, playing, busy } = view;
  const single = useSettings((state) => state.shortcuts);
  const lines = useMemo(() => source.split('\n').map((line) => shorten(line)), [source]);
  const words = useStepWords(view, lines);
  const board = useRef<HTMLDivElement>(null);
  const state = useRef<HTMLDivElement>(null);
  const moment = moments[at];
  const marks = useMemo(() => marksOf({ at, moments, run, codes, program }), [at, moments, run, codes, program]);
  const fast = playing !== null && playing.stepsPerSecond > 5;
  const came = run === null || program === null || at === 0 ? undefined : moments[lastChosen({ program, moments }, at)];
  useTravellingKeys(board, came, moment, fast);
  const over = outcome !== null;
  useLayoutEffect(() => {
    if (over && state.current !== null) state.current.scrollTop = 0;
  }, [over]);
  if (moment === undefined || run === null || program === null) return null;
  const places = { program, moments };
  const chosen = lastChosen(places, at);
  const previous = came;
  const last = run.steps[chosen]?.thread ?? null;
  const lastRan = at === 0 ? null : last;
  const first = onward(places, 0);
  const ending = outcome === null ? null : sayEnd(run, outcome, moment);
  const rows = Math.max(fewestRows, moments.at(-1)?.threads.length ?? 0);

  return (
    <>
      {quiet ? null : <Opening view={view} />}
      <div
        ref={board}
        className="step-board"
        data-over={over}
        data-dis={program.granularity === 'bytecode'}
        data-many={rows > 7}
        style={{ '--rows': rows } as CSSProperties}
      >
        {slots.head === undefined ? null : <div className="step-head">{slots.head}</div>}
        <div className="step-code">
          <Listing
            key={`${program.fileName} ${source}`}
            source={source}
            fileName={program.fileName}
            marks={marks}
            description={words.where}
            fast={fast}
          />
        </div>
        {program.granularity === 'bytecode' ? <Instructions codes={codes} moment={moment} last={lastRan} /> : null}
        <ThreadButtons
          moment={moment}
          before={previous}
          count={
            // A puzzle counts for itself.
            slots.head === undefined ? (
              <p className="told-count numeric" title={whatASwitchIs(program.mainFirst)}>
                {titleOf(view)}
              </p>
            ) : null
          }
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
        {/* The keyboard must be able to scroll long sentences, and what is shared. */}
        <div
          className="step-told"
          data-ending={ending?.kind ?? 'none'}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label="The last step"
        >
          <div aria-live={playing === null ? 'polite' : 'off'}>
            {ending === null ? null : (
              <p className="told-ending">
                <strong>{ending.title}.</strong> {ending.words}
                {ending.more === undefined ? null : <span className="visually-hidden"> {ending.more}</span>}
              </p>
            )}
            <p className="told-happened">{busy ? 'Python computes this step…' : words.happened}</p>
            {words.switched === null || busy ? null : <p className="told-switch">{words.switched}</p>}
            {words.again === null || busy ? null : <p className="told-again">{words.again}</p>}
          </div>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="step-state" ref={state} tabIndex={0} role="group" aria-label="State">
          {slots.verdict}
          {outcome === null ? null : (
            <div className="step-why">
              <Explanation
                run={run}
                moments={moments}
                source={source}
                granularity={program.granularity}
                failed={failed}
                onGo={words.goTo}
                onAgain={(places) => stepper.replay(places, shownPerSecond)}
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
          <Shared moment={moment} before={previous} />
        </div>
        {slots.help === undefined ? null : <div className="step-help">{slots.help}</div>}
        <div className="step-time">
          <Tape steps={run.steps} moments={moments} at={at} sayPlace={words.sayPlace} onGo={words.goTo} />
        </div>
        <AutoPlay
          playing={playing}
          atEnd={moment.enabled.length === 0}
          onPlay={(policy, speed) => stepper.play(policy, speed)}
          onPause={() => stepper.pause()}
        />
      </div>
      <div className="step-beneath">
        <ThreadColumns moment={moment} before={previous} lines={lines} last={lastRan} />
        <KeyLegend threads={moment.threads.length} single={single} />
      </div>
    </>
  );
}
