import { formatCount } from '../../core/base/format';
import { nameOf, shownRows, wrongUnder, type Outcomes, type Statement } from './statement';
import { sayRange } from './words';

/** What every schedule and what native runs came to, in a row. */
export function Figures({ outcomes, statement }: { readonly outcomes: Outcomes; readonly statement: Statement }) {
  const tried = outcomes.tried[statement.id];
  if (tried === undefined) throw new Error(`The schedules of ${statement.id} were not recorded.`);
  return (
    <dl className="statement-figures">
      {(['gil', 'free-threaded'] as const).map((rule) => {
        const wrong = wrongUnder(rule, statement, tried);
        return (
          <div key={rule} data-wrong={wrong > 0}>
            <dt>schedules, {rule === 'gil' ? 'GIL' : 'no GIL'}</dt>
            <dd>
              {wrong === 0 ? 'none' : formatCount(wrong)} of {formatCount(tried[rule].schedules)} kinds
            </dd>
          </div>
        );
      })}
      {shownRows(outcomes).map((row) => {
        const wrong = row.wrong[statement.id] ?? { least: 0, most: 0 };
        return (
          <div key={nameOf(row)} data-wrong={wrong.most > 0} data-native>
            <dt>
              {statement.wrong} on {nameOf(row)}
            </dt>
            <dd>{sayRange(wrong)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
