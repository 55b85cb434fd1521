import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatCount } from '../../core/base/format';
import { axis, grid, lineStyles } from '../../lab/chartTheme';
import { linesOf, parseGraphs, shapes } from './graphs';
// As text, for the type of a JSON import would be that of today's figures.
import text from './recorded.json?raw';

const rows = parseGraphs(text);

/** The graph of one incident, with the conditions under which it was recorded. */
export function GraphFigure({ of }: { readonly of: string }) {
  const shape = shapes[of];
  if (shape === undefined) throw new Error(`There is no graph for ${of}.`);
  const { lines, pythons } = linesOf(rows, shape);
  const all = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return (
    <figure className="chart">
      <figcaption>
        <h4>{shape.title}</h4>
        <span className="hint">
          {shape.y}, over {shape.x}
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
                type={shape.step ? 'stepAfter' : 'linear'}
                isAnimationActive={false}
                {...lineStyles[index % lineStyles.length]}
                dot={points.length <= 20 ? { r: 3, strokeDasharray: '' } : false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <details className="graph-figures">
        <summary>The figures, and where they come from</summary>
        <p className="hint">
          One run of <code>{shape.program}.py</code>
          {pythons.map(({ implementation, python, build, note, date, cores, os }) => (
            <span key={python}>
              {' '}
              on {implementation} {python}
              {[build, note].filter(Boolean).map((words) => `, ${words}`)} ({date}, {cores} cores, {os}).
            </span>
          ))}
        </p>
        {/* The keyboard must be able to scroll a wide table. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="table-scroll" tabIndex={0} role="group" aria-label={`${shape.title}, the figures`}>
          <table className="numeric">
            <thead>
              <tr>
                <th scope="col">{shape.x}</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map((x) => (
                <tr key={x}>
                  <th scope="row">{x}</th>
                  {lines.map(({ name, points }) => (
                    <td key={name}>{points.find((point) => point.x === x)?.y ?? ''}</td>
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
