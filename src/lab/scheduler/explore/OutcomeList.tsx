import { useState } from 'react';
import { formatCount } from '../../../core/base/format';
import type { Names } from '../../../core/schedule/deadlock';
import { choicesOf, switchesOf } from '../../../core/schedule/outcomes';
import { breakLines, shorten } from '../../../core/base/shorten';
import type { Outcome } from '../../../core/schedule/types';
import { simplestOf, type ExplorationState } from './exploration';
import { whatASwitchIs } from '../explain/switches';
import { mostBars, mostListed, sumOf, type ShownRow } from './rows';
import { detailOf, headOf, labelOf } from './words';

/** How many characters of an outcome are in sight; the rest is reached by scrolling. */
const mostInSight = 240;

/** More than this of one outcome is not shown. */
const mostPrinted = 5000;

/** What a program printed. The keyboard must be able to scroll what is long. */
function Printed({ text, label }: { readonly text: string; readonly label: string }) {
  if (text.length <= mostInSight && text.split('\n').length <= 5) return <pre>{text}</pre>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre tabIndex={0} role="group" aria-label={label}>
      {breakLines(shorten(text, mostPrinted))}
    </pre>
  );
}

interface OutcomeItemProps {
  readonly row: ShownRow;
  readonly names: Names | null;
  /** "4", or "at most 4" where fewer may be possible. */
  readonly switches: string;
  /** Fewer switches are being looked for. */
  readonly simplifying: boolean;
  /** What is counted: schedules, or kinds of them. */
  readonly noun: string;
  readonly canStep: boolean;
  readonly numbered: boolean;
  onStep(): void;
  onRight(right: boolean): void;
}

/** For a reader who hears a button without seeing its row. */
const nameOf = (outcome: Outcome): string =>
  outcome.kind === 'finished' || outcome.kind === 'exception'
    ? `${headOf(outcome)} ${labelOf(outcome)}`
    : headOf(outcome);

const marks = { fails: '✗', right: '✓', plain: '' } as const;

function OutcomeItem({
  row,
  names,
  switches,
  simplifying,
  noun,
  canStep,
  numbered,
  onStep,
  onRight,
}: OutcomeItemProps) {
  const { outcome, schedules, fails, right } = row;
  const tone = fails ? 'fails' : right ? 'right' : 'plain';
  const detail = detailOf(outcome, names);
  const inline = detail.code && detail.text.length <= 30 && !detail.text.includes('\n');
  return (
    <li data-tone={tone} data-outcome={outcome.kind}>
      <div className="outcome-what">
        <p className="outcome-head">
          {tone === 'plain' ? null : <span aria-hidden="true">{marks[tone]} </span>}
          {numbered ? `${row.number}. ` : null}
          {headOf(outcome)}
          {inline ? <code> {detail.text}</code> : null}
          {fails && outcome.kind === 'finished' ? (
            <span className="outcome-verdict"> fails</span>
          ) : right ? (
            <span className="outcome-verdict"> right</span>
          ) : null}
        </p>
        {detail.text === '' || inline ? null : detail.code ? (
          <Printed text={detail.text} label={nameOf(outcome)} />
        ) : (
          <p>{detail.text}</p>
        )}
      </div>
      <p className="outcome-count numeric">
        <strong>{formatCount(schedules)}</strong> {schedules === 1 ? noun : `${noun}s`}
        <span className="hint">fewest switches: {switches}</span>
      </p>
      <div className="button-row">
        <button
          type="button"
          className="button"
          aria-disabled={!canStep}
          aria-label={simplifying ? undefined : `Step through: ${numbered ? `${row.number}, ` : ''}${nameOf(outcome)}`}
          onClick={() => canStep && onStep()}
        >
          {simplifying ? 'Looking for fewer switches…' : 'Step'}
        </button>
        {outcome.kind === 'finished' ? (
          <label className="checkbox">
            <input type="checkbox" checked={right} onChange={({ target }) => onRight(target.checked)} />
            This is right
          </label>
        ) : null}
      </div>
    </li>
  );
}

interface OutcomeListProps {
  readonly rows: readonly ShownRow[];
  readonly state: ExplorationState;
  readonly canStep: boolean;
  readonly numbered: boolean;
  onStep(row: ShownRow): void;
  onRight(row: ShownRow, right: boolean): void;
}

/** Every outcome with how many schedules came to it, and the way to its simplest one. */
export function OutcomeList({ rows, state, canStep, numbered, onStep, onRight }: OutcomeListProps) {
  const [all, setAll] = useState(false);
  const { summary, names, simplifying, program } = state;
  const mainFirst = program?.mainFirst ?? false;
  if (summary === null || rows.length === 0) return null;
  const listed = rows.slice(0, all ? mostListed : mostBars);
  const rest = rows.slice(listed.length);
  return (
    <>
      <ul className="outcomes" aria-label="Outcomes">
        {listed.map((row) => {
          const { schedule, least } = simplestOf(state, row);
          return (
            <OutcomeItem
              key={row.key}
              row={row}
              names={names}
              switches={`${least ? '' : 'at most '}${formatCount(switchesOf(choicesOf(schedule, mainFirst)))}`}
              simplifying={simplifying === row.key}
              noun={summary.mode.reduction === 'none' ? 'schedule' : 'kind'}
              canStep={canStep}
              numbered={numbered}
              onStep={() => onStep(row)}
              onRight={(right) => onRight(row, right)}
            />
          );
        })}
      </ul>
      <p className="hint">{whatASwitchIs(mainFirst)}</p>
      {rest.length === 0 ? null : (
        <p className="hint">
          {formatCount(rest.length)} other {rest.length === 1 ? 'outcome' : 'outcomes'}, of {formatCount(sumOf(rest))}{' '}
          schedules.{' '}
          {all ? null : (
            <button type="button" className="link-button" onClick={() => setAll(true)}>
              {rows.length > mostListed ? `List ${mostListed} of them` : 'List them all'}
            </button>
          )}
        </p>
      )}
    </>
  );
}
