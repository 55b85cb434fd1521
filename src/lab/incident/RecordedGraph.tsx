import type { ReactNode } from 'react';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatCount } from '../../core/base/format';
import { axis, grid, lineStyles } from '../chartTheme';

/** With more points than this, dots would hide the line. */
const mostDots = 20;

/** A line of a graph. */
export interface GraphLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

interface RecordedGraphProps {
  readonly title: string;
  /** What stands on the axes, with its unit. */
  readonly x: string;
  readonly y: string;
  /** A value holds until the next one; otherwise points are joined by lines. */
  readonly step: boolean;
  readonly lines: readonly GraphLine[];
  /** Where the points come from. */
  readonly conditions: ReactNode;
}

/** A graph of what was recorded, with its figures as a table for those who want them or do not see it. */
export function RecordedGraph({ title, x, y, step, lines, conditions }: RecordedGraphProps) {
  const all = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <span className="hint">
          {y}, over {x}
        </span>
      </figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={220}>
          <LineChart margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid {...grid} syncWithTicks />
            <XAxis dataKey="x" type="number" domain={['dataMin', 'dataMax']} {...axis} />
            <YAxis width={72} domain={[0, 'auto']} tickFormatter={formatCount} {...axis} />
            {lines.length > 1 ? <Legend iconSize={14} wrapperStyle={{ fontSize: 15 }} itemSorter={null} /> : null}
            {lines.map(({ name, points }, index) => (
              <Line
                key={name}
                name={name}
                data={[...points]}
                dataKey="y"
                type={step ? 'stepAfter' : 'linear'}
                isAnimationActive={false}
                {...lineStyles[index % lineStyles.length]}
                dot={points.length <= mostDots ? { r: 3, strokeDasharray: '' } : false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <details className="graph-figures">
        <summary>The figures, and where they come from</summary>
        <p className="hint">{conditions}</p>
        {/* The keyboard must be able to scroll a wide table. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="table-scroll" tabIndex={0} role="group" aria-label={`${title}, the figures`}>
          <table className="numeric">
            <thead>
              <tr>
                <th scope="col">{x}</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map((at) => (
                <tr key={at}>
                  <th scope="row">{at}</th>
                  {lines.map(({ name, points }) => (
                    <td key={name}>{points.find((point) => point.x === at)?.y ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
