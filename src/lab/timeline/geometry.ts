import { rowHeight } from '../../core/timeline/layout';
import { groupsOf } from '../../core/trace/groups';
import { laneTop } from '../../core/timeline/layoutGroups';
import type { LaneSpans } from '../../core/trace/trace';
import type { TextRuler } from './text';

/** Where things stand in a timeline, in CSS pixels. */
export interface Geometry {
  readonly widthPx: number;
  /** The column of names, its gap included; the tape begins here. */
  readonly namesPx: number;
  readonly nameSizePx: number;
  readonly axisPx: number;
  readonly plotPx: number;
  readonly rowHeightPx: number;
  /** Of a group's heading; 0 where lanes have no groups. */
  readonly headingPx: number;
  /** Of the bar within its row. */
  readonly barPx: number;
  readonly barTopPx: number;
  /** All rows, and as much of them as shows at once. */
  readonly contentPx: number;
  readonly rowsPx: number;
}

const axisPx = 30;
/** Room for half of the last mark's label. */
const rightPx = 12;
const bottomPx = 4;
const groupHeadingPx = 28;
const tallestRowPx = 32;
/** Several runs stand together: their lanes are set a little closer. */
const tallestGroupedRowPx = 28;

/** `maxRowsPx` bounds the rows in sight; more of them are scrolled. */
export function geometryOf(
  lanes: readonly LaneSpans[],
  widthPx: number,
  maxRowsPx: number,
  ruler: TextRuler,
): Geometry {
  const groups = groupsOf(lanes);
  const headingPx = groups.length === 0 ? 0 : groupHeadingPx;
  const rowHeightPx = Math.min(
    groups.length === 0 ? tallestRowPx : tallestGroupedRowPx,
    rowHeight(lanes.length, maxRowsPx - groups.length * headingPx),
  );
  const nameSizePx = rowHeightPx < 18 ? 11 : widthPx < 480 ? 12.5 : 14;
  // The longest name in letters is as good as the widest, and ten thousand names need not be measured.
  const longest = lanes.reduce((name, lane) => (lane.name.length > name.length ? lane.name : name), '');
  const namePx = Math.min(ruler.width(longest, ruler.font(nameSizePx)) + 4, widthPx * (widthPx < 480 ? 0.3 : 0.2));
  const namesPx = Math.ceil(namePx) + (widthPx < 480 ? 8 : 14);
  const contentPx = Math.max(rowHeightPx, laneTop(groups, { rowHeightPx, headingPx }, lanes.length)) + bottomPx;
  const barPx = Math.round(rowHeightPx * 0.64);
  return {
    widthPx,
    namesPx,
    nameSizePx,
    axisPx,
    plotPx: Math.max(40, widthPx - namesPx - rightPx),
    rowHeightPx,
    headingPx,
    barPx,
    barTopPx: Math.round((rowHeightPx - barPx) / 2),
    contentPx,
    rowsPx: Math.min(contentPx, maxRowsPx + bottomPx),
  };
}

/** Ready is drawn as a hollow tube in the middle of the bar: at full height, what has its turn would drown among those who wait for theirs. */
export function tube({ barPx }: Pick<Geometry, 'barPx'>): { readonly insetPx: number; readonly linePx: number } {
  return { insetPx: Math.round(barPx * 0.25), linePx: barPx < 16 ? 1 : 1.5 };
}
