import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type BarShapeProps,
  type YAxisTickContentProps,
} from 'recharts';
import { formatCount } from '../../../core/base/format';
import { niceCeil } from '../../../core/timeline/timeScale';
import { axis, grid } from '../../chartTheme';

/** One bar. */
export interface OutcomeBar {
  readonly id: string;
  readonly label: string;
  readonly schedules: number;
  readonly tone: 'fails' | 'right' | 'plain' | 'others';
  /** Undefined where there is nothing to step through. */
  readonly onPick: (() => void) | undefined;
}

const marks = { fails: '✗ ', right: '✓ ', plain: '', others: '' } as const;
const fills = {
  fails: 'url(#explore-fails)',
  right: 'var(--good)',
  plain: 'var(--accent)',
  others: 'url(#explore-others)',
} as const;
const strokes = {
  fails: 'var(--bad)',
  right: 'var(--good)',
  plain: 'var(--accent)',
  others: 'var(--ink-soft)',
} as const;

const rowHeight = 30;
/** In pixels: the room for the longest name that is shown, and its mark. */
const axisWidth = (bars: readonly OutcomeBar[]): number =>
  Math.min(176, 28 + 7.5 * Math.max(...bars.map(({ label }) => label.length)));

function Shape({ x, y, width, height, payload }: BarShapeProps) {
  const { tone, onPick } = payload as OutcomeBar;
  return (
    // The list has a button for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <rect
      x={x}
      y={y}
      width={Math.max(2, width)}
      height={height}
      rx={2}
      fill={fills[tone]}
      stroke={strokes[tone]}
      onClick={onPick}
      style={onPick && { cursor: 'pointer' }}
      data-bar={tone}
    />
  );
}

/** Sets each bar's name before it; what fails has a cross as well as its colour. */
function barName(bars: readonly OutcomeBar[]) {
  const byId = new Map(bars.map((bar) => [bar.id, bar]));
  return function BarName({ x, y, payload }: YAxisTickContentProps) {
    const bar = byId.get(String(payload.value));
    return (
      <text
        x={Number(x)}
        y={Number(y)}
        dy="0.33em"
        textAnchor="end"
        fontSize={14}
        fill={bar?.tone === 'fails' ? 'var(--bad)' : 'var(--ink)'}
      >
        {bar === undefined ? '' : marks[bar.tone] + bar.label}
      </text>
    );
  };
}

/** How many schedules came to each outcome. The list beneath has the same numbers, and the buttons. */
export function OutcomeChart({ bars }: { readonly bars: readonly OutcomeBar[] }) {
  return (
    <div aria-hidden="true" className="explore-chart" data-chart="outcomes">
      <ResponsiveContainer width="100%" height={rowHeight * bars.length + 34}>
        <BarChart
          data={bars}
          layout="vertical"
          margin={{ top: 0, right: 64, bottom: 0, left: 0 }}
          barCategoryGap={6}
          accessibilityLayer={false}
        >
          <defs>
            <pattern
              id="explore-fails"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="var(--paper-raised)" />
              <rect width="3" height="6" fill="var(--bad)" />
            </pattern>
            <pattern id="explore-others" width="5" height="5" patternUnits="userSpaceOnUse">
              <rect width="5" height="5" fill="var(--paper-raised)" />
              <circle cx="2" cy="2" r="1" fill="var(--ink-soft)" />
            </pattern>
          </defs>
          <CartesianGrid {...grid} horizontal={false} syncWithTicks />
          <XAxis
            type="number"
            domain={[0, (most: number) => niceCeil(most)]}
            allowDecimals={false}
            tickFormatter={(count: number) => formatCount(count)}
            {...axis}
          />
          <YAxis
            type="category"
            dataKey="id"
            width={axisWidth(bars)}
            interval={0}
            {...axis}
            tick={barName(bars)}
            axisLine={false}
          />
          <Bar dataKey="schedules" isAnimationActive={false} shape={Shape}>
            <LabelList
              dataKey="schedules"
              position="right"
              formatter={(count) => formatCount(Number(count))}
              fill="var(--ink)"
              fontSize={14}
              className="numeric"
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
