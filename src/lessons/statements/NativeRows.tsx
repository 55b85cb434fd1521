import { formatCount } from '../../core/base/format';
import { nameOf, type Outcomes, type Statement } from './statement';
import { sayRange } from './words';

/** What one statement came to on every Python that it ran on. */
export function NativeRows({ native, statement }: Pick<Outcomes, 'native'> & { readonly statement: Statement }) {
  const title = `${statement.code} on native CPython`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">CPython</th>
            <th scope="col" className="number">
              {statement.wrong === 'lost' ? 'Lost in a run' : 'Raised in a run'}
            </th>
            <th scope="col" className="number">
              of
            </th>
          </tr>
        </thead>
        <tbody>
          {native.map((row) => (
            <tr key={nameOf(row)}>
              <th scope="row">
                {nameOf(row)}
                <span className="recorded-conditions">
                  {[row.build, row.note].filter((words) => words !== undefined).join('; ')}
                </span>
              </th>
              <td className="number">{sayRange(row.wrong[statement.id] ?? { least: 0, most: 0 })}</td>
              <td className="number">{formatCount(row.rounds * statement.threads)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
