import type { PlotPoint } from '../../core/experiment/experiment';
import { thin } from '../../core/base/thin';

/** More would not be seen, and would be slow to draw. */
const mostPoints = 180;

/** A point as recharts takes it; `y` is null where the pen is lifted. */
export interface Corner {
  readonly x: number;
  readonly y: number | null;
  /** Something was measured here, and the corner is not only part of a drawing. */
  readonly measured: boolean;
}

/** The corners of a line through the points, or of a stem from the axis to each of them. */
export function cornersOf(points: readonly PlotPoint[], shape: 'linear' | 'step' | 'stems'): readonly Corner[] {
  return thin(points, mostPoints).flatMap(({ x, y }): readonly Corner[] => {
    const tip: Corner = { x, y, measured: true };
    return shape === 'stems' ? [{ x, y: 0, measured: false }, tip, { x, y: null, measured: false }] : [tip];
  });
}
