import { RecordedGraph } from '../../lab/incident/RecordedGraph';
import { linesOf, parseGraphs, shapes } from './graphs';
// As text, for the type of a JSON import would be that of today's figures.
import text from './recorded.json?raw';

const rows = parseGraphs(text);

/** The graph of one incident, with the conditions under which it was recorded. */
export function GraphFigure({ of }: { readonly of: string }) {
  const shape = shapes[of];
  if (shape === undefined) throw new Error(`There is no graph for ${of}.`);
  const { lines, pythons } = linesOf(rows, shape);
  return (
    <RecordedGraph
      {...shape}
      lines={lines}
      conditions={
        <>
          One run of <code>{shape.program}.py</code>
          {shape.edit === undefined ? '' : ` with ${shape.edit}`}
          {pythons.map(({ implementation, python, build, note, date, cores, os }) => (
            <span key={python}>
              {' '}
              on {implementation} {python}
              {[build, note].filter(Boolean).map((words) => `, ${words}`)} ({date}, {cores} cores, {os}).
            </span>
          ))}
        </>
      }
    />
  );
}
