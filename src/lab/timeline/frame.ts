import type { Layout, Row } from '../../core/timeline/layout';
import type { Millis } from '../../core/base/time';
import type { TimeRange } from '../../core/timeline/timeScaleView';
import type { LaneSpans } from '../../core/trace/trace';
import type { FineLayer } from './fine';
import type { Geometry } from './geometry';
import type { Palette } from './palette';
import type { Patterns } from './patterns';
import type { TextRuler } from './text';

/** What is pointed at or chosen: neighbouring spans of one lane. */
export interface Focus {
  readonly lane: number;
  readonly first: number;
  readonly count: number;
}

/** All that a picture of a timeline depends on. */
export interface Frame {
  readonly lanes: readonly LaneSpans[];
  readonly layout: Layout;
  readonly geometry: Geometry;
  readonly palette: Palette;
  readonly patterns: Patterns;
  readonly fine: FineLayer;
  readonly ruler: TextRuler;
  /** All the time there is, for the strip that says which part of it is in sight. */
  readonly whole: TimeRange;
  /** Where the present is, while it moves. */
  readonly nowMs: Millis | null;
  /** A time that is marked in all lanes. */
  readonly markMs: Millis | null;
  readonly chosen: Focus | null;
  readonly hovered: Focus | null;
}

/** The row of a lane, if it is in sight. */
export function rowOf(layout: Layout, lane: number): Row | undefined {
  return layout.rows.find((row) => row.lane === lane);
}
