import { Suspense, useDeferredValue, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { sayFailures, saySearch } from '../../../core/schedule/say';
import type { Schedule } from '../../../core/schedule/types';
import { lazily } from '../../../ui/lazily';
import { usePress } from '../../../ui/usePress';
import { whereThreadsSwitch } from '../explain/granularities';
import type { ExplorationView } from './useExploration';
import './explore.css';
import type { OutcomeBar } from './OutcomeChart';
import { MissingRight } from './MissingRight';
import { OutcomeList } from './OutcomeList';
import { markedIn, type ClaimedVerdict, type VerdictToShare } from './claim';
import { withMark } from './rightMarks';
import { checksSmaller, searchesOf } from './safetyCheck';
import { SafetyStatus } from './SafetyStatus';
import { SafetyView, whatSafetyTries } from './SafetyView';
import { mostBars, mostListed, needNumbers, rowsToShow, sumOf, type ShownRow } from './rows';
import { SearchForm } from './SearchForm';
import { SearchNotes } from './SearchNotes';
import { SearchStatus } from './SearchStatus';
import { planOf, usualSettings, type ExploreSettings, type Plan } from './settings';
import { useSafetyCheck } from './useSafetyCheck';
import { circumstancesOf, failsFor, labelOf, wordsFor } from './words';

const OutcomeChart = lazily(() => import('./OutcomeChart').then((module) => module.OutcomeChart));

interface ExplorePanelProps {
  readonly view: ExplorationView;
  /** What is to be tried: how it is run follows from the settings here. */
  readonly program: ScheduledProgram;
  /** Global variables that it is known to have, to be watched. */
  readonly globals?: readonly string[];
  /** A verdict that came with the address, to be checked here; null where there is none. */
  readonly claim: ClaimedVerdict | null;
  /** Makes an address that holds the program and its verdict; null where the program is too long for one. */
  address(verdict: VerdictToShare): Promise<string | null>;
  /** Called when the reader wants to step through an outcome: the program as it was run, the schedule with the fewest switches, and whether the outcome `fails`. */
  onStep(program: ScheduledProgram, schedule: Schedule, row: Pick<ShownRow, 'key' | 'fails'>): void;
  /** Called with another text of the program, which the reader wants in the editor. */
  onEdit?: (source: string) => void;
}

/** Trying all schedules of a program, under its rule or, for a verdict, under both of CPython's: bound, live counts, outcomes. */
export function ExplorePanel({ view, program, globals = [], claim, address, onStep, onEdit }: ExplorePanelProps) {
  const { exploration, summary, busy, options, program: tried } = view;
  const id = useId();
  const safety = useSafetyCheck();
  const [settings, setSettings] = useState<ExploreSettings>(usualSettings);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  /** What the address said of the verdict that is shown: its sender's marks hold until the reader sets another. */
  const [claimed, setClaimed] = useState<ClaimedVerdict | null>(null);
  const right = claimed === null ? marked : markedIn(claimed, searchesOf(safety.states));
  const setRight = (keys: ReadonlySet<string>): void => {
    setClaimed(null);
    setMarked(keys);
  };
  /** What was right of another program says nothing of this one. */
  const forgetRight = (): void => {
    const before = tried ?? safety.program;
    setRight(before === null || before.fileName === program.fileName ? right : new Set());
  };
  const begin = (wanted: ExploreSettings, patient = false): void => {
    const plan = planOf(program, wanted);
    setSettings(wanted);
    forgetRight();
    safety.check.clear();
    void exploration.start(plan.program, plan.options, { patient });
  };
  const press = usePress<'begin' | 'stop'>((meaning) => (meaning === 'stop' ? exploration.stop() : begin(settings)));
  const planned = (wanted: ExploreSettings): Plan => planOf(program, { ...wanted, preemptions: 'all', reduced: true });
  const check = (wanted: ExploreSettings): void => {
    const plan = planned(wanted);
    exploration.clear();
    void safety.check.start(plan.program, plan.options);
  };
  const pressSafety = usePress<'begin' | 'stop'>((meaning) => {
    if (meaning === 'stop') {
      safety.check.stop();
      return;
    }
    forgetRight();
    check(settings);
  });
  const [seen, setSeen] = useState<ClaimedVerdict | null>(null);
  if (claim !== seen) {
    setSeen(claim);
    setClaimed(claim);
    if (claim !== null) setSettings({ ...usualSettings, maxRuns: claim.maxRuns, maxSteps: claim.maxSteps });
  }
  const checkClaim = useEffectEvent(() => check(settings));
  useEffect(() => {
    if (claim !== null) checkClaim();
  }, [claim]);
  const trying = safety.trying !== null;
  /** The reader's program is being checked, and not the smaller one, which has a button of its own. */
  const checking = trying && !checksSmaller(safety);
  const checked = safety.program !== null && !trying;
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The answer is on the screen together with what was pressed for it.
    if (checked) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [checked]);
  const stale = tried !== null && tried.source !== program.source;
  const rows = summary === null ? [] : rowsToShow(summary.outcomes, failsFor(right), right);
  const numbered = needNumbers(rows.slice(0, mostListed), ({ outcome }) => labelOf(outcome));
  const step = async (row: ShownRow): Promise<void> => {
    if (tried === null || stale) return;
    const { schedule } = await exploration.simplest(row);
    onStep(tried, schedule, row);
  };
  const mark = (key: string, isRight: boolean): void => setRight(withMark(right, key, isRight));
  const missing = summary?.complete === true && right.size > 0 && !summary.outcomes.some(({ key }) => right.has(key));
  return (
    <section className="explore" aria-labelledby={id} data-phase={view.phase.kind}>
      <h2 id={id}>Try them all</h2>
      <SearchForm
        settings={settings}
        program={program}
        globals={globals}
        disabled={busy || trying}
        onChange={setSettings}
      />
      <div className="explore-press" ref={answer}>
        <div className="button-row">
          <button
            type="button"
            className="button button-primary explore-go"
            onClick={(event) => press(event, busy ? 'stop' : 'begin')}
          >
            {busy ? 'Stop' : 'Try them all'}
          </button>
          <button
            type="button"
            className="button explore-safe"
            onClick={(event) => pressSafety(event, checking ? 'stop' : 'begin')}
          >
            {checking ? 'Stop' : 'Is it safe?'}
          </button>
          {checking ? (
            <SafetyStatus {...safety} />
          ) : safety.program === null && view.phase.kind === 'idle' ? (
            <p className="explore-status">{whatSafetyTries}</p>
          ) : (
            <SearchStatus {...view} />
          )}
        </div>
        <SafetyView
          view={safety}
          current={program}
          right={right}
          onRight={mark}
          onForget={() => setRight(new Set())}
          claimed={claimed}
          onSmaller={() => {
            // What was right of the reader's program says nothing of the smaller one.
            if (!checksSmaller(safety)) setRight(new Set());
            void safety.check.startSmaller(planned(settings).options);
          }}
          address={address}
          onStep={(as, row, schedule, fails) => {
            if (checksSmaller(safety)) safety.check.adoptSmaller();
            onStep(as, schedule, { key: row.key, fails });
          }}
          onEdit={onEdit}
        />
      </div>
      <SearchNotes
        view={view}
        current={program}
        onBegin={(change, patient) => begin({ ...settings, ...change }, patient)}
      />
      {summary === null || options === null || tried === null || summary.schedules === 0 ? null : (
        <div className="explore-result" data-stale={stale}>
          <div className="in-words" aria-live="polite" aria-busy={busy} data-result="schedules">
            <p>{saySearch(summary, wordsFor(summary, tried.granularity, options.maxSteps, right))}</p>
            {right.size === 0 ? null : (
              <p>{sayFailures(summary, (outcome) => rows.some((row) => row.outcome === outcome && row.fails))}</p>
            )}
          </div>
          {busy || summary.schedules === 1 ? null : <Circumstances program={tried} complete={summary.complete} />}
          {missing ? <MissingRight onForget={() => setRight(new Set())} /> : null}
          <Suspense fallback={<div className="explore-chart" />}>
            <Bars rows={rows} numbered={numbered} onStep={stale ? undefined : (row) => void step(row)} />
          </Suspense>
          {!busy && right.size === 0 && rows.filter(({ outcome }) => outcome.kind === 'finished').length > 1 ? (
            <p className="hint">Say which outcome is right; then the others are counted as failures.</p>
          ) : null}
          <OutcomeList
            rows={rows}
            numbered={numbered}
            state={view}
            canStep={!stale}
            onStep={(row) => void step(row)}
            onRight={(row, isRight) => mark(row.key, isRight)}
          />
        </div>
      )}
    </section>
  );
}

interface BarsProps {
  readonly rows: readonly ShownRow[];
  readonly numbered: boolean;
  readonly onStep: ((row: ShownRow) => void) | undefined;
}

/** The chart follows when the words and the list are drawn: both at once would hold up the page for longer than a frame or two. */
function Bars(props: BarsProps) {
  const { rows, numbered, onStep } = useDeferredValue(props);
  return <OutcomeChart bars={barsOf(rows, numbered, onStep)} />;
}

function barsOf(rows: readonly ShownRow[], numbered: boolean, onStep: BarsProps['onStep']): readonly OutcomeBar[] {
  const own = rows.length > mostBars + 1 ? rows.slice(0, mostBars) : rows;
  const others = rows.slice(own.length);
  const bars = own.map((row): OutcomeBar => ({
    id: row.key,
    label: (numbered ? `${row.number}. ` : '') + labelOf(row.outcome),
    schedules: row.schedules,
    tone: row.fails ? 'fails' : row.right ? 'right' : 'plain',
    onPick: onStep && (() => onStep(row)),
  }));
  return others.length === 0
    ? bars
    : [
        ...bars,
        { id: 'others', label: `${others.length} others`, schedules: sumOf(others), tone: 'others', onPick: undefined },
      ];
}

/** What else was so in all schedules that were tried, and which of them a CPython can have. */
function Circumstances({ program, complete }: { readonly program: ScheduledProgram; readonly complete: boolean }) {
  const sentences = [...(complete ? circumstancesOf(program) : []), whereThreadsSwitch(program.granularity)];
  return <p className="hint">{sentences.join(' ')}</p>;
}
