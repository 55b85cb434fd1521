import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { formatCount, formatDuration } from '../../core/base/format';
import type { EpochMs, Millis } from '../../core/base/time';
import { playedWords } from '../../core/python/pythonNetwork';
import { epochNow } from '../../core/base/clock';
import type { SpanStore } from '../../core/trace/spans';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { usePress } from '../../ui/usePress';
import { assertNever } from '../../core/base/assertNever';
import { Timeline } from '../timeline/Timeline';
import { AdviceNote } from './AdviceNote';
import { Console } from './Console';
import { PythonFacts } from './PythonFacts';
import './run.css';
import { mostLanes, type RunEnd, type RunPhase } from './pythonRun';
import type { PythonRunView } from './usePythonRun';
import { unheardWords, whyNotHere, wordsOf } from './words';

// Only programs with an event loop have it.
const LoopView = lazily(() => import('../timeline/LoopView').then((module) => module.LoopView));

interface ProgramRunProps {
  readonly run: PythonRunView;
  /** The program's name, for the timeline's accessible name: "downloads_threaded.py". */
  readonly title: string;
  /** Runs the program as it now stands: the panel has a Run button that turns into Stop. */
  onRun(): void;
  /** Called when the reader follows a traceback to a line of the program, from 1. */
  onLine?(line: number): void;
  /** The program was edited since it ran: a reader who types there must not lose the focus to a question. */
  readonly edited?: boolean;
  /** Called when the reader has cleared the run, whose panel may now be gone. */
  onCleared?(): void;
  /** False where the page has buttons of its own to run and stop it. */
  readonly buttons?: boolean;
}

/** What a run shows: its state and buttons, how far Python has started, console, timeline, outcome, and what really ran. Nothing before the first run. */
export function ProgramRun({ run, title, edited = false, onRun, onLine, onCleared, buttons = true }: ProgramRunProps) {
  const panel = useRef<HTMLElement>(null);
  const { phase, busy, spans, order } = run;
  const interruptHasFocus = useRef(false);
  const press = usePress<'run' | 'stop'>((to) => (to === 'run' ? onRun() : run.stop()));

  useEffect(() => {
    // What a run shows lies beneath its program, often below the window's edge.
    if (busy) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [busy]);
  const moment = phase.kind === 'ended' ? phase.end.status : phase.kind;
  useEffect(() => {
    // It grows. A reader who looks elsewhere is left there, and so is one whose pointer is on Stop.
    const top = panel.current?.getBoundingClientRect().top ?? -1;
    if (moment !== 'stopped' && top >= 0 && top < innerHeight) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [moment]);

  useEffect(() => {
    // The button goes when the program ends: a reader who pressed it by keyboard goes on from here.
    if (moment === 'running' || !interruptHasFocus.current) return;
    interruptHasFocus.current = false;
    (panel.current?.querySelector<HTMLElement>('.run-head button') ?? panel.current)?.focus({ preventScroll: true });
  }, [moment]);

  if (phase.kind === 'idle' || order === null) return null;
  const clear = (): void => {
    if (busy) run.console.clear();
    else {
      run.clear();
      onCleared?.();
    }
  };
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className="program-run"
      aria-label={`Run of ${title}`}
      data-count={run.count}
      data-phase={phase.kind}
      data-end={phase.kind === 'ended' ? phase.end.status : undefined}
    >
      <div className="run-head">
        <div className="run-state">
          <p>
            <span role="status">
              <Sentence
                phase={phase}
                asked={run.questions.length > 0}
                unheard={run.unheard ? unheardWords(run.abilities) : null}
                {...(onLine === undefined ? {} : { onLine })}
              />
            </span>
            {/* What changes with each piece that arrives is for the eye; the bar tells it to others when asked. */}
            {phase.kind === 'booting' ? <span aria-hidden="true">{phase.words}…</span> : null}
            {phase.kind === 'running' && run.questions.length === 0 && !run.unheard ? (
              <Elapsed from={phase.startedAt} />
            ) : null}
          </p>
          {phase.kind === 'booting' ? <progress aria-label="Starting Python" value={phase.fraction} max={1} /> : null}
        </div>
        {phase.kind === 'running' ? (
          <button
            type="button"
            className="button"
            title="Sends SIGINT, as Ctrl+C in a terminal does: KeyboardInterrupt in the main thread, unless the program has a handler of its own. The keys do it too, in the output, while no text is selected."
            onClick={run.keyboardInterrupt}
            onFocus={() => {
              interruptHasFocus.current = true;
            }}
            onBlur={() => {
              interruptHasFocus.current = false;
            }}
          >
            Ctrl+C
          </button>
        ) : null}
        {buttons ? (
          <button type="button" className="button" onClick={(event) => press(event, busy ? 'stop' : 'run')}>
            {busy ? 'Stop' : 'Run again'}
          </button>
        ) : null}
      </div>
      {phase.kind === 'ended' ? (
        <>
          <Reason end={phase.end} run={run} />
          <AdviceNote end={phase.end} source={order.source} console={run.console} />
        </>
      ) : null}
      <Console
        run={run}
        edited={edited}
        fileName={order.fileName}
        {...(onLine === undefined ? {} : { onLine })}
        onClear={clear}
      />
      <Played run={run} />
      {spans === null ? null : <Lanes key={run.count} spans={spans} title={title} ended={phase.kind === 'ended'} />}
      {run.cut ? (
        <p className="hint">
          More happened than a timeline can hold: this one shows the beginning, and at most {formatCount(mostLanes)}{' '}
          lanes.
        </p>
      ) : null}
      {phase.kind === 'ended' ? <PythonFacts run={run} /> : null}
    </section>
  );
}

interface LanesProps {
  readonly spans: SpanStore;
  readonly title: string;
  readonly ended: boolean;
}

/** The timeline, and for a program with an event loop what was in the loop at the time that is marked in it. */
function Lanes({ spans, title, ended }: LanesProps) {
  const [mark, setMark] = useState<Millis | null>(null);
  const [chosen, setChosen] = useState<Millis | null>(null);
  const withLoop = ended && spans.ofLoops.length > 0;
  return (
    <>
      <Timeline source={spans} title={title} mark={withLoop ? mark : null} onChoose={setChosen} />
      {withLoop ? (
        <ErrorBoundary what="The view of the event loop">
          <Suspense fallback={null}>
            <LoopView spans={spans} at={chosen} onMoment={setMark} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </>
  );
}

interface SentenceProps {
  readonly phase: RunPhase;
  /** The program waits for the reader. */
  readonly asked: boolean;
  /** Why a Ctrl+C has not arrived yet; null where none is on its way. */
  readonly unheard: string | null;
  onLine?(line: number): void;
}

function Sentence({ phase, asked, unheard, onLine }: SentenceProps): ReactNode {
  switch (phase.kind) {
    case 'idle':
      return null;
    case 'waiting':
      return 'Waiting until the other run has ended.';
    case 'booting':
      return <span className="visually-hidden">Starting Python</span>;
    case 'running':
      return unheard ?? (asked ? 'The program waits for your answer.' : 'Running');
    case 'ended': {
      const { end } = phase;
      const [before, after] = wordsOf(end);
      const line = end.status === 'failed' ? end.line : null;
      return (
        <>
          {before}
          {line === null ? null : (
            <>
              {' in '}
              <Line line={line} {...(onLine === undefined ? {} : { onLine })} />
            </>
          )}
          {after}
        </>
      );
    }
    default:
      return assertNever(phase);
  }
}

function Line({ line, onLine }: { readonly line: number; onLine?(line: number): void }) {
  if (onLine === undefined) return `line ${line}`;
  return (
    <button type="button" className="link-button" onClick={() => onLine(line)}>
      line {line}
    </button>
  );
}

/** The time that ticks is for the eye: it is not read aloud. */
function Elapsed({ from }: { readonly from: EpochMs }) {
  const [now, setNow] = useState(epochNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(epochNow()), 200);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor(Math.max(0, now - from) / 1000);
  return (
    <span className="numeric" aria-hidden="true">
      {seconds === 0 ? '' : `, ${formatDuration(seconds * 1000).replace('.00', '')}`}
    </span>
  );
}

/** Always told: a program that asked another site was answered by this one. */
function Played({ run }: { readonly run: PythonRunView }) {
  const words = playedWords(run.fetched);
  return words === null ? null : <p className="hint">{words}</p>;
}

/** What more there is to say of a bad end, and what can be done. */
function Reason({ end, run }: { readonly end: RunEnd; readonly run: PythonRunView }) {
  const why = whyNotHere(end, run.abilities);
  if (end.status === 'lost' && end.remedy === 'reload') {
    return (
      <button type="button" className="button" onClick={() => location.reload()}>
        Load the page again
      </button>
    );
  }
  return why === null ? null : <p className="hint">{why}</p>;
}
