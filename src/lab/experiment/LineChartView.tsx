import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axis, grid, lineStyles, timeAxis } from '../chartTheme';
import type { Experiment, ExtraChart } from './experiment';
import { cornersOf, type Corner } from './lineShapes';
import type { ExperimentState } from './useExperiment';

/** With more points than this, dots would hide the line. */
const mostDots = 20;

interface Series {
  readonly name: string;
  readonly corners: readonly Corner[];
  readonly measured: number;
}

/** The lines to draw: each strategy's points by series; a single series is named after its strategy. */
function seriesOf(
  experiment: Experiment,
  shape: ExtraChart['shape'],
  { runs, active }: ExperimentState,
): readonly Series[] {
  return experiment.strategies.flatMap(({ id, name }) => {
    const latest = runs.findLast((run) => run.record.strategy === id && run.record.outcome.status === 'finished')
      ?.record.outcome;
    const points =
      active?.strategy === id ? (active.live?.points ?? []) : latest?.status === 'finished' ? latest.points : [];
    const names = [...new Set(points.map((point) => point.series))];
    return names.map((series) => {
      const own = points.filter((point) => point.series === series);
      return {
        name: experiment.strategies.length === 1 ? series : names.length === 1 ? name : `${name}: ${series}`,
        corners: cornersOf(own, shape),
        measured: own.length,
      };
    });
  });
}

interface DotAt {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly stroke?: string | undefined;
  readonly payload: Corner;
}

/** The tip of a stem: a dot, or for every other series a ring around where a dot would be, so that both are seen where they meet. */
function stemTip(hollow: boolean) {
  return function StemTip({ cx, cy, payload, stroke }: DotAt) {
    if (!payload.measured) return null;
    return (
      <circle
        cx={cx}
        cy={cy}
        r={hollow ? 4.5 : 2.5}
        fill={hollow ? 'none' : stroke}
        stroke={stroke}
        strokeWidth={1.5}
      />
    );
  };
}
const stemTips = [stemTip(false), stemTip(true)] as const;

interface LineChartViewProps {
  readonly experiment: Experiment;
  readonly chart: ExtraChart;
  readonly state: ExperimentState;
}

/** The points that an engine plots while it runs: a queue's length, gaps between heartbeats, speed-up by workers. Nothing where none were plotted. */
export function LineChartView({ experiment, chart, state }: LineChartViewProps) {
  const series = seriesOf(experiment, chart.shape, state);
  if (series.length === 0 && state.active === null) return null;
  const overTime = chart.xLabel === 'ms';
  const stems = chart.shape === 'stems';
  const end = Math.max(1, ...series.flatMap(({ corners }) => corners.slice(-1).map(({ x }) => x)));
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
            <CartesianGrid {...grid} syncWithTicks />
            <XAxis
              dataKey="x"
              type="number"
              {...(overTime ? timeAxis(end) : { domain: ['dataMin', 'dataMax'], allowDecimals: false, tickCount: end })}
              {...axis}
            />
            <YAxis width={48} domain={[0, 'auto']} {...axis} />
            <Tooltip
              isAnimationActive={false}
              contentStyle={{ background: 'var(--paper-raised)', border: '1px solid var(--rule)', color: 'var(--ink)' }}
              labelFormatter={(x) => `${Math.round(Number(x))} ${chart.xLabel}`}
              formatter={(y) => String(Number(Number(y).toFixed(2)))}
            />
            <Legend iconSize={stems ? 10 : 14} wrapperStyle={{ fontSize: 15 }} itemSorter={null} />
            {series.map(({ name, corners, measured }, index) => (
              <Line
                key={name}
                name={name}
                data={[...corners]}
                dataKey="y"
                type={chart.shape === 'step' ? 'stepAfter' : 'linear'}
                isAnimationActive={false}
                {...lineStyles[index % lineStyles.length]}
                {...(stems
                  ? {
                      dot: stemTips[index % 2] ?? false,
                      legendType: index % 2 === 0 ? 'circle' : 'line',
                      strokeDasharray: '',
                      strokeWidth: 1.5,
                    }
                  : { dot: measured <= mostDots ? { r: 3, strokeDasharray: '' } : false })}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
