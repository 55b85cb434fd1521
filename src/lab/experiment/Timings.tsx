import { epochNow } from '../../core/base/clock';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ErrorBar,
  LabelList,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type LabelProps,
} from 'recharts';
import type { RunRecord } from '../../core/experiment/experiment';
import { formatDuration } from '../../core/base/format';
import { summarise } from '../../core/base/statistics';
import { countedTimes } from '../../core/experiment/countedTimes';
import { niceCeil } from '../../core/timeline/timeScale';
import { axis, grid, timeAxis } from '../chartTheme';
import type { Experiment, Strategy } from './experiment';
import { axisEnd, placeText, stretchWithin, type ShownGuess } from './guessMarks';
import type { ActiveRun } from './useExperiment';

type Named = Pick<Strategy, 'id' | 'name'>;

interface Row {
  readonly id: string;
  readonly name: string;
  /** The median, or how long the run under way has taken so far. */
  readonly ms: number;
  readonly growing: boolean;
  /** From the median down to the quickest and up to the slowest run. */
  readonly spread: readonly [number, number];
  readonly label: string;
}

function rowOf({ id, name }: Named, times: readonly number[], liveMs: number | null): Row {
  if (liveMs !== null) return { id, name, ms: liveMs, growing: true, spread: [0, 0], label: formatDuration(liveMs) };
  if (times.length === 0) return { id, name, ms: 0, growing: false, spread: [0, 0], label: '' };
  const { median, min, max } = summarise(times);
  return { id, name, ms: median, growing: false, spread: [median - min, max - median], label: formatDuration(median) };
}

function elapsedOf(active: ActiveRun | null, strategy: string): number | null {
  const startedAt = active?.strategy === strategy ? active.live?.startedAt : undefined;
  if (active?.strategy === strategy && (startedAt === undefined || startedAt === null)) return 0;
  return startedAt === undefined || startedAt === null ? null : epochNow() - startedAt;
}

/** How long the run under way will take, by its own progress; a bar must have room to grow into. */
function expectedMs(active: ActiveRun, elapsedMs: number): number {
  const progress = active.live?.progress ?? 0;
  return niceCeil(Math.max(100, progress > 0.05 ? elapsedMs / progress : elapsedMs * 2));
}

/** Sets each bar's time behind it, and behind the line of its spread; and the guess where it lies. */
function barLabel(rows: readonly Row[], guess: ShownGuess | null, endMs: number) {
  return function BarLabel({ x, y, width, height, index }: LabelProps) {
    const row = index === undefined ? undefined : rows[index];
    if (row === undefined || row.label === '') return null;
    const pxPerMs = row.ms > 0 ? Number(width) / row.ms : 0;
    const left = Number(x);
    const top = Number(y);
    const stretch =
      guess?.kind === 'stretch' && guess.strategy === row.id && !row.growing ? stretchWithin(guess, endMs) : null;
    const behindPx = left + Number(width) + row.spread[1] * pxPerMs + 8;
    const place = guess?.kind === 'places' ? guess.placeOf.get(row.id) : undefined;
    return (
      <g>
        {stretch === null
          ? null
          : // The lower one sets the upper one off from the bar.
            [
              { stroke: 'var(--paper-raised)', strokeWidth: 5 },
              { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '5 3' },
            ].map((line) => (
              <rect
                key={line.stroke}
                x={left + stretch.fromMs * pxPerMs}
                y={top - 4}
                width={Math.max(4, (stretch.toMs - stretch.fromMs) * pxPerMs)}
                height={Number(height) + 8}
                rx={3}
                fill="none"
                {...line}
              />
            ))}
        <text
          x={behindPx}
          y={top + Number(height) / 2 - (place === undefined ? 0 : 8)}
          dominantBaseline="central"
          fill="var(--ink)"
          fontSize={15}
          stroke="var(--paper-raised)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {row.label}
          {place === undefined ? null : (
            <tspan x={behindPx} dy={17} fontSize={13} fill="var(--ink-soft)">
              guessed {placeText(place)}
            </tspan>
          )}
        </text>
      </g>
    );
  };
}

interface TimingsProps {
  readonly experiment: Experiment;
  readonly records: readonly RunRecord[];
  readonly active: ActiveRun | null;
  /** The reader's guess, where it can be drawn among the times. */
  readonly guess: ShownGuess | null;
}

/** One bar a strategy: it grows while the strategy runs; repeated runs show their median and the whole range. */
export function Timings({ experiment, records, active, guess }: TimingsProps) {
  const rows = experiment.strategies.map((strategy) =>
    rowOf(strategy, countedTimes(records, strategy.id), elapsedOf(active, strategy.id)),
  );
  const repeated = experiment.strategies.some(({ id }) => countedTimes(records, id).length > 1);
  const growing = rows.find((row) => row.growing);
  const longest = Math.max(
    ...rows.map(({ ms, spread: [, up] }) => ms + up),
    active === null || growing === undefined ? 0 : expectedMs(active, growing.ms),
  );
  if (longest === 0) return null;
  const endMs = axisEnd(longest, guess);
  const beyond = guess?.kind === 'stretch' && stretchWithin(guess, endMs) === null;
  const marked = guess?.kind === 'stretch' && !beyond;
  const height = 44 * rows.length + 46;
  return (
    <figure className="chart" data-chart="timings">
      <figcaption>
        <h4>Timings</h4>
        <span className="hint">
          {repeated ? 'median; the line goes from the quickest to the slowest' : 'shorter is faster'}
          {marked
            ? '; dashed: your guess'
            : beyond
              ? `; your guess, ${formatDuration(guess.fromMs)} or more, is far to the right`
              : ''}
        </span>
      </figcaption>
      {/* The table below says the same to those who cannot see it. */}
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={height}>
          <BarChart
            data={rows}
            layout="vertical"
            margin={{ top: 4, right: guess?.kind === 'places' ? 92 : 68, bottom: 0, left: 0 }}
            barCategoryGap={10}
            accessibilityLayer={false}
          >
            <CartesianGrid {...grid} horizontal={false} syncWithTicks />
            <XAxis type="number" {...timeAxis(endMs)} {...axis} />
            <YAxis
              type="category"
              dataKey="name"
              width={110}
              {...axis}
              tick={{ ...axis.tick, fill: 'var(--ink)' }}
              axisLine={false}
            />
            <Bar dataKey="ms" isAnimationActive={false} radius={[0, 3, 3, 0]}>
              {rows.map((row) => (
                <Cell key={row.name} fill={row.growing ? 'var(--ink-soft)' : 'var(--accent)'} />
              ))}
              <LabelList dataKey="label" content={barLabel(rows, guess, endMs)} />
              {repeated ? (
                <ErrorBar dataKey="spread" stroke="var(--ink)" strokeWidth={1.5} width={5} direction="x" />
              ) : null}
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
