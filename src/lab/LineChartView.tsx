import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PlotPoint } from '../core/experiment';
import { thin } from '../core/thin';
import { axis, grid, lineStyles, timeAxis } from './chartTheme';
import type { Experiment, ExtraChart } from './experiment';
import type { ExperimentState } from './useExperiment';

/** More would not be seen, and would be slow to draw. */
const mostPoints = 180;

interface Line2D {
  readonly name: string;
  readonly points: readonly PlotPoint[];
}

/** The lines to draw: each strategy's points by series; a single series is named after its strategy. */
function linesOf(experiment: Experiment, { runs, active }: ExperimentState): readonly Line2D[] {
  return experiment.strategies.flatMap(({ id, name }) => {
    const latest = runs.findLast((run) => run.record.strategy === id && run.record.outcome.status === 'finished')?.record.outcome;
    const points = active?.strategy === id ? (active.live?.points ?? []) : latest?.status === 'finished' ? latest.points : [];
    const names = [...new Set(points.map((point) => point.series))];
    return names.map((series) => ({
      name: experiment.strategies.length === 1 ? series : names.length === 1 ? name : `${name}: ${series}`,
      points: thin(
        points.filter((point) => point.series === series),
        mostPoints,
      ),
    }));
  });
}

interface LineChartViewProps {
  readonly experiment: Experiment;
  readonly chart: ExtraChart;
  readonly state: ExperimentState;
}

/** The points that an engine plots while it runs: a queue's length, gaps between heartbeats, speed-up by workers. */
export function LineChartView({ experiment, chart, state }: LineChartViewProps) {
  const lines = linesOf(experiment, state);
  const overTime = chart.xLabel === 'ms';
  const end = Math.max(1, ...lines.flatMap(({ points }) => points.slice(-1).map(({ x }) => x)));
  const stepped = experiment.engine === 'queue' || experiment.engine === 'sleeps';
  return (
    <figure className="chart" data-chart="line">
      <figcaption>
        <h4>{chart.title}</h4>
        <span className="hint">
          {chart.yLabel}, over {overTime ? 'time' : chart.xLabel.toLowerCase()}
        </span>
      </figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={260}>
          <LineChart margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid {...grid} />
            <XAxis dataKey="x" type="number" {...(overTime ? timeAxis(end) : { domain: ['dataMin', 'dataMax'], allowDecimals: false, tickCount: end })} {...axis} />
            <YAxis width={48} domain={[0, 'auto']} {...axis} />
            <Tooltip
              isAnimationActive={false}
              contentStyle={{ background: 'var(--paper-raised)', border: '1px solid var(--rule)', color: 'var(--ink)' }}
              labelFormatter={(x) => `${Math.round(Number(x))} ${chart.xLabel}`}
              formatter={(y) => Number(y).toFixed(2).replace(/\.?0+$/, '')}
            />
            <Legend wrapperStyle={{ fontSize: 15 }} itemSorter={null} />
            {lines.map((line, index) => (
              <Line
                key={line.name}
                name={line.name}
                data={[...line.points]}
                dataKey="y"
                type={stepped ? 'stepAfter' : 'linear'}
                dot={line.points.length <= 20 ? { r: 3, strokeDasharray: '' } : false}
                isAnimationActive={false}
                {...lineStyles[index % lineStyles.length]}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
