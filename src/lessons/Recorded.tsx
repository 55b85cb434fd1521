import { formatDuration } from '../core/base/format';
import { recordings, type Recording } from './recordings';

interface RecordedProps {
  readonly id: string;
  /** Those of the experiment that it stands beside, with the names they have there. */
  readonly strategies: readonly { readonly id: string; readonly name: string }[];
}

type Row = Recording['rows'][number];

/** What must be known to read a row: how its Python was built, and what else the machine did. */
const conditionsOf = ({ build, note }: Row): string => [build, note].filter((words) => words !== undefined).join('; ');

/** Figures of native CPython, measured once on a machine that is named, to set beside the page's own. */
export function Recorded({ id, strategies }: RecordedProps) {
  const recording = recordings[id];
  if (recording === undefined) throw new Error(`There is no recording called ${id}.`);
  const first = recording.rows[0];
  const columns = strategies.filter((strategy) =>
    recording.rows.some((row) => row.strategies[strategy.id] !== undefined),
  );
  return (
    <figure className="recorded">
      <figcaption>
        <span className="kicker">Recorded, not measured here</span> {recording.title}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={`Recorded: ${recording.title}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Python</th>
              {columns.map(({ id: strategy, name }) => (
                <th key={strategy} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recording.rows.map((row) => (
              <tr key={row.implementation + row.python}>
                <th scope="row">
                  {row.implementation} {row.python}
                  <span className="recorded-conditions">{conditionsOf(row)}</span>
                </th>
                {columns.map(({ id: strategy }) => {
                  const figure = row.strategies[strategy];
                  return (
                    <td key={strategy} className="number">
                      {figure === undefined ? '–' : formatDuration(figure.medianMs)}
                      {figure === undefined || figure.minMs === figure.maxMs ? null : (
                        <span className="recorded-conditions">
                          {formatDuration(figure.minMs)} to {formatDuration(figure.maxMs)}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {first === undefined ? null : (
        <p className="hint">
          Median of {first.repeats} runs each, with the least and the most, {first.date}, on {first.cores} cores,{' '}
          {first.os}. Compare the columns of a row with each other. The rows differ in how their Python was built as
          well as in its version.
        </p>
      )}
    </figure>
  );
}
