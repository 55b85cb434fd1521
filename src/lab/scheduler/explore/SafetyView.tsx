import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import type { OutcomeRow } from '../../../core/schedule/outcomes';
import { cpythonRules } from '../../../core/schedule/rule';
import { sayChange } from '../../../core/schedule/sayChange';
import {
  drawnUnder,
  sayBounds,
  sayFindings,
  sayTaken,
  sayVerdict,
  verdictMarkdown,
} from '../../../core/schedule/sayVerdict';
import { searchDefaults } from '../../../core/schedule/search';
import type { Outcome, Schedule } from '../../../core/schedule/types';
import { judge, rowsOf, type Verdict, type VerdictRow } from '../../../core/schedule/verdict';
import { useCopy } from '../../../ui/useCopy';
import { canBeTested } from '../regression/canBeTested';
import { MissingRight } from './MissingRight';
import { compared, type ClaimedVerdict, type VerdictToShare } from './claim';
import { CureView } from './CureView';
import { MoreRandom } from './MoreRandom';
import { checksSmaller, searchesOf } from './safetyCheck';
import { useCure } from './useCure';
import { SafetyTable } from './SafetyTable';
import './explore.css';
import './safety.css';
import { ShareVerdict } from './ShareVerdict';
import type { ChangedLine } from './smaller/smaller';
import { SmallerView } from './SmallerView';
import type { SafetyCheckView } from './useSafetyCheck';
import { circumstancesOf, detailOf, headOf, inOneLine, labelOf } from './words';

/** Beside the button before it is pressed. */
export const whatSafetyTries =
  '“Is it safe?” tries the schedules that CPython with the GIL can have, then those of CPython without it.';

interface SafetyViewProps {
  readonly view: SafetyCheckView;
  /** The program as it is now: it may have been edited since. */
  readonly current: ScheduledProgram;
  /** The keys of the outcomes that the reader marked as right. */
  readonly right: ReadonlySet<string>;
  onRight(key: string, right: boolean): void;
  /** Takes back all marks. */
  onForget(): void;
  /** What the address said of this verdict; null where the reader asked for it. */
  readonly claimed?: ClaimedVerdict | null;
  /** Begins a check of the smaller program. */
  onSmaller(): void;
  /** Makes an address that holds the program and the verdict; null where the program is too long for one. */
  address(verdict: VerdictToShare): Promise<string | null>;
  /** Called when the reader wants to step through an outcome: the program with its rule, and the simplest schedule. */
  onStep(program: ScheduledProgram, row: OutcomeRow, schedule: Schedule, wrong: boolean): void;
  /** Called when the reader wants the cure in the program; undefined where it cannot be edited. */
  onEdit?: ((source: string) => void) | undefined;
}

/** The verdict on a program: one sentence, what stands behind it, and each outcome by rule. */
export function SafetyView({ view, current, right, claimed = null, ...own }: SafetyViewProps) {
  const { onRight, onForget, onStep, onSmaller, onEdit, address } = own;
  const { asked, program, trying, states, check, smaller, before } = view;
  const done = trying === null || view.drawing;
  const searches = searchesOf(states);
  const verdict = judge(searches, right);
  const rows = rowsOf(searches, verdict);
  const rightRows = rowsTakenAsRight(rows, right);
  const keys = rightRows.map(({ key }) => key);
  const cure = useCure(check, program, trying === null ? rows : null, keys);
  if (asked === null || program === null) return null;
  const trouble = cpythonRules
    .map((rule) => states[rule].phase)
    .find(({ kind }) => kind === 'refused' || kind === 'lost');
  if (trouble?.kind === 'refused')
    return (
      <div className="notice notice-bad" role="alert">
        <p>This program cannot be tried, since Python cannot compile it.</p>
        <pre>{trouble.words}</pre>
      </div>
    );
  const missing = right.size > 0 && !rows.some(({ key }) => right.has(key));
  const stale = asked.source !== current.source;
  const ofSmaller = checksSmaller(view);
  const offered = smaller !== null && (ofSmaller || (!stale && (done ? isTooLarge(verdict) : smaller.plainlyLarge)));
  const names = states.gil.names ?? states['free-threaded'].names;
  const say = (outcome: Outcome): string => {
    const { text, code } = detailOf(outcome, names);
    return `${headOf(outcome)}${text === '' ? '' : `${code ? '' : ':'} ${inOneLine(text, 200)}`}`;
  };
  const circumstances = circumstancesOf(program);
  const several = verdict.taken === 'alike' && rows.filter(({ outcome }) => outcome.kind === 'finished').length > 1;
  return (
    <div className="explore-result safety" data-stale={stale} data-verdict={done ? verdict.kind : 'none'}>
      {trouble?.kind === 'lost' ? (
        <p className="notice notice-bad" role="alert">
          {trouble.reason}
        </p>
      ) : null}
      {stale ? (
        <p className="hint">
          {done
            ? 'What follows is of the program before your last edit.'
            : 'The program is checked as it was before your last edit.'}
        </p>
      ) : null}
      {offered ? <SmallerView view={view} stale={stale} onCheck={onSmaller} /> : null}
      <div aria-live="polite" data-result="verdict">
        {done ? (
          <>
            <p className="safety-sentence">
              <span aria-hidden="true">{marks[verdict.kind]} </span>
              {ofSmaller ? 'The smaller program: ' : ''}
              {sayVerdict(verdict, searches)}
            </p>
            <p>{[...sayFindings(searches, verdict), ...sayBounds(verdict, searches)].join(' ')}</p>
            {claimed === null ? null : (
              <p data-result="claim">
                {compared(claimed, {
                  verdict,
                  searches,
                  python: import.meta.env.PYTHON_VERSION,
                  source: program.source,
                })}
              </p>
            )}
            {before === null ? null : <p>{sayChange(judge(before.searches, right), verdict)}</p>}
          </>
        ) : null}
      </div>
      {done && !stale ? <MoreRandom view={view} rules={drawnUnder(verdict, searches)} /> : null}
      {!done || rows.length === 0 ? null : (
        <>
          <p className="hint">
            {[
              sayTaken(verdict),
              ...(several ? ['If more than one of these outcomes is right, mark each of them.'] : []),
              ...circumstances,
            ].join(' ')}
          </p>
          {missing ? <MissingRight onForget={onForget} /> : null}
          <SafetyTable
            rows={rows}
            searches={searches}
            names={names}
            right={right}
            canStep={!stale}
            simplifying={(rule) => states[rule].simplifying}
            onRight={onRight}
            onStep={(rule, row, wrong) =>
              void check.searches[rule]
                .simplest(row)
                .then(({ schedule }) => onStep({ ...program, granularity: rule }, row, schedule, wrong))
            }
            testOf={(row) => {
              const rule = cpythonRules.find((one) => row[one] !== null);
              const found = rule === undefined ? null : row[rule];
              if (rule === undefined || found === null || !canBeTested(program, row.outcome)) return null;
              const watched = (): Promise<WatchedRun> => check.watch(rule, found);
              return { program, outcome: labelOf(row.outcome), expected: textsOf(rightRows), watched };
            }}
          />
          <CureView cure={cure} current={!stale} onEdit={onEdit} />
          <div className="button-row">
            <CopyMarkdown
              text={() =>
                verdictMarkdown(verdict, searches, {
                  fileName: program.fileName,
                  source: program.source,
                  python: import.meta.env.PYTHON_VERSION,
                  circumstances: [
                    ...(ofSmaller && smaller !== null ? [sayChanged(asked.fileName, smaller.changed)] : []),
                    ...circumstances,
                  ],
                  say,
                })
              }
            />
            <ShareVerdict
              key={program.source}
              address={() => address({ program, kind: verdict.kind, right, options: optionsOf(states) })}
            />
            <p className="hint">
              Of the schedules that differ only in the order of steps that touch different things, one was tried: they
              are counted by kind, and no outcome is lost.
            </p>
          </div>
        </>
      )}
    </div>
  );
}

/** Whether it is not decided for a reason that fewer threads and rounds may take away. */
const isTooLarge = ({ kind, bounds }: Verdict): boolean =>
  kind === 'undecided' &&
  [...bounds.gil, ...bounds['free-threaded']].some((bound) => ['stopped', 'runs', 'steps', 'threads'].includes(bound));

/** The bounds of a check: both of its searches have the same. */
const optionsOf = ({ gil }: SafetyCheckView['states']): VerdictToShare['options'] => gil.options ?? searchDefaults;

/** Which lines of the reader's program the smaller one has changed, for who reads of the verdict elsewhere. */
const sayChanged = (fileName: string, changed: readonly ChangedLine[]): string =>
  `This is a smaller program than ${fileName}: ${changed.map(({ line, before }) => `line ${line} was \`${before.trim().replaceAll('`', "'")}\``).join(', ')}.`;
/** Those that the reader marked as right; where nothing is marked, the one way to end that is not wrong. */
const rowsTakenAsRight = (rows: readonly VerdictRow[], right: ReadonlySet<string>): readonly VerdictRow[] => {
  const finished = rows.filter(({ outcome }) => outcome.kind === 'finished');
  if (right.size > 0) return finished.filter(({ key }) => right.has(key));
  const others = finished.filter(({ wrong }) => !wrong);
  return others.length === 1 ? others : [];
};

/** What runs that come to these outcomes print; null where that is not known, or not as a whole. */
function textsOf(rows: readonly VerdictRow[]): readonly string[] | null {
  const texts = rows.flatMap(({ outcome }) =>
    'state' in outcome && outcome.whole === undefined ? [outcome.state] : [],
  );
  return texts.length === 0 || texts.length < rows.length ? null : texts;
}

const marks = { safe: '✓', hidden: '✗', unsafe: '✗', undecided: '?' } as const;

function CopyMarkdown({ text }: { text(): string }) {
  const [copied, copy] = useCopy(3000);
  return (
    <button type="button" className="button" aria-live="polite" onClick={() => void copy(text())}>
      {copied === null ? 'Copy as Markdown' : copied ? 'Copied' : 'The browser does not allow it'}
    </button>
  );
}
