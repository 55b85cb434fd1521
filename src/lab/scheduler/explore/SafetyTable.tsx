import { Fragment, useState } from 'react';
import type { Names } from '../../../core/schedule/deadlock';
import type { OutcomeRow } from '../../../core/schedule/outcomes';
import { cpythonRules, type CPythonRule } from '../../../core/schedule/rule';
import { ruleNames, sayCount } from '../../../core/schedule/sayVerdict';
import type { RuleSearches, VerdictRow } from '../../../core/schedule/verdict';
import { TestButton, type TestButtonProps } from '../regression/TestButton';
import { mostBars, mostListed, needNumbers } from './rows';
import { detailOf, headOf, inOneLine, labelOf } from './words';

interface SafetyTableProps {
  readonly rows: readonly VerdictRow[];
  readonly searches: RuleSearches;
  readonly names: Names | null;
  readonly right: ReadonlySet<string>;
  readonly canStep: boolean;
  /** The key of the outcome for which a simpler schedule under a rule is being looked for. */
  simplifying(rule: CPythonRule): string | null;
  onRight(key: string, right: boolean): void;
  onStep(rule: CPythonRule, row: OutcomeRow, wrong: boolean): void;
  /** What a native test of an outcome is made from; null where there can be none. */
  testOf(row: VerdictRow): TestButtonProps | null;
}

/** Every outcome, with how many kinds of schedules came to it under each rule, and the way to the simplest of them. */
export function SafetyTable(props: SafetyTableProps) {
  const { rows, searches, names, right, canStep, simplifying, onRight, onStep, testOf } = props;
  const [all, setAll] = useState(false);
  const listed = rows.slice(0, all ? mostListed : mostBars);
  const numbered = needNumbers(listed, ({ outcome }) => labelOf(outcome));
  return (
    <>
      <table className="safety-table">
        <caption className="visually-hidden">Outcomes by rule, in kinds of schedules</caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            {cpythonRules.map((rule) => (
              <th key={rule} scope="col">
                {ruleNames[rule]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((row, at) => {
            const number = numbered ? `${at + 1}. ` : '';
            const detail = detailOf(row.outcome, names);
            const isRight = right.has(row.key);
            const test = row.wrong ? testOf(row) : null;
            return (
              <Fragment key={row.key}>
                <tr data-tested={test !== null} data-tone={row.wrong ? 'fails' : isRight ? 'right' : 'plain'}>
                  <th scope="row">
                    {number}
                    {headOf(row.outcome)}
                    {detail.text === '' ? null : detail.code ? (
                      <code> {inOneLine(detail.text, 200)}</code>
                    ) : (
                      <span className="safety-detail">: {detail.text}</span>
                    )}
                    {row.wrong ? <span className="outcome-verdict"> wrong</span> : null}
                    {row.outcome.kind === 'finished' ? (
                      <label className="checkbox">
                        <input
                          type="checkbox"
                          checked={isRight}
                          onChange={({ target }) => onRight(row.key, target.checked)}
                        />
                        This is right
                      </label>
                    ) : null}
                  </th>
                  {cpythonRules.map((rule) => {
                    const found = row[rule];
                    return (
                      <td key={rule} className="numeric">
                        {sayCount(found, searches[rule])}
                        {found === null ? null : (
                          <button
                            type="button"
                            className="button"
                            aria-disabled={!canStep}
                            aria-label={`Step through ${ruleNames[rule]}: ${number}${labelOf(row.outcome)}`}
                            onClick={() => canStep && onStep(rule, found, row.wrong)}
                          >
                            {simplifying(rule) === row.key ? 'Looking…' : 'Step'}
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
                {test === null ? null : (
                  <tr>
                    <td colSpan={cpythonRules.length + 1}>
                      <TestButton {...test} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {rows.length <= listed.length ? null : (
        <p className="hint">
          {rows.length - listed.length} other outcomes.{' '}
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
