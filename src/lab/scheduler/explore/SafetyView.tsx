import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import type { OutcomeRow } from '../../../core/schedule/outcomes';
import { cpythonRules, type CPythonRule } from '../../../core/schedule/rule';
import { sayChange } from '../../../core/schedule/sayChange';
import { sayBounds, sayFindings, sayTaken, sayVerdict, verdictMarkdown } from '../../../core/schedule/sayVerdict';
import type { Outcome, Schedule } from '../../../core/schedule/types';
import { judge, rowsOf, type RuleSearches, type VerdictRow } from '../../../core/schedule/verdict';
import { useCopy } from '../../../ui/useCopy';
import { canBeTested } from '../regression/canBeTested';
import { MissingRight } from './MissingRight';
import { CureView } from './CureView';
import { ruleSearchOf } from './safetyCheck';
import { useCure } from './useCure';
import { SafetyTable } from './SafetyTable';
import { SearchStatus } from './SearchStatus';
import './safety.css';
import type { SafetyCheckView } from './useSafetyCheck';
import { circumstancesOf, detailOf, headOf, inOneLine, labelOf } from './words';

/** Beside the button before it is pressed. */
export const whatSafetyTries =
  '“Is it safe?” tries the schedules that CPython with the GIL can have, then those of CPython without it.';

/** In the status line while schedules are tried. */
const underRule: Readonly<Record<CPythonRule, string>> = {
  gil: 'CPython with the GIL (1 of 2): ',
  'free-threaded': 'CPython without the GIL (2 of 2): ',
};

/** What a check does now, and how far it is; nothing while it is at rest. */
export function SafetyStatus({ trying, states }: SafetyCheckView) {
  return trying === null ? null : <SearchStatus {...states[trying]} prefix={underRule[trying]} />;
}

interface SafetyViewProps {
  readonly view: SafetyCheckView;
  /** The program as it is now: it may have been edited since. */
  readonly current: ScheduledProgram;
  /** The keys of the outcomes that the reader marked as right. */
  readonly right: ReadonlySet<string>;
  onRight(key: string, right: boolean): void;
  /** Takes back all marks. */
  onForget(): void;
  /** Called when the reader wants to step through an outcome: the program with its rule, and the simplest schedule. */
  onStep(program: ScheduledProgram, row: OutcomeRow, schedule: Schedule, wrong: boolean): void;
  /** Called when the reader wants the cure in the program; undefined where it cannot be edited. */
  onEdit?: ((source: string) => void) | undefined;
}

/** The verdict on a program: one sentence, what stands behind it, and each outcome by rule. */
export function SafetyView({ view, current, right, onRight, onForget, onStep, onEdit }: SafetyViewProps) {
  const { program, trying, states, check, before } = view;
  const done = trying === null;
  const searches: RuleSearches = {
    gil: ruleSearchOf(states.gil),
    'free-threaded': ruleSearchOf(states['free-threaded']),
  };
  const verdict = judge(searches, right);
  const rows = rowsOf(searches, verdict);
  const rightRows = rowsTakenAsRight(rows, right);
  const keys = rightRows.map(({ key }) => key);
  const cure = useCure(check, program, done ? rows : null, keys);
  if (program === null) return null;
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
  const stale = program.source !== current.source;
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
      <div aria-live="polite" data-result="verdict">
        {done ? (
          <>
            <p className="safety-sentence">
              <span aria-hidden="true">{marks[verdict.kind]} </span>
              {sayVerdict(verdict, searches)}
            </p>
            <p>{[...sayFindings(searches, verdict), ...sayBounds(verdict, searches)].join(' ')}</p>
            {before === null ? null : <p>{sayChange(judge(before.searches, right), verdict)}</p>}
          </>
        ) : null}
      </div>
      {!done || rows.length === 0 ? null : (
        <>
          {stale ? <p className="hint">What follows is of the program before your last edit.</p> : null}
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
                  circumstances,
                  say,
                })
              }
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
