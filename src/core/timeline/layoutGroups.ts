import type { GroupOfLanes } from '../trace/groups';

/** The heights that lanes and headings are stacked with. */
export interface StackSizes {
  readonly rowHeightPx: number;
  /** Of a group's heading; where no lane has a group there are none. */
  readonly headingPx: number;
}

/** Where a lane's row begins, measured from the top of all rows. For the index after the last lane: where the rows end. */
export function laneTop(groups: readonly GroupOfLanes[], { rowHeightPx, headingPx }: StackSizes, lane: number): number {
  // There are a handful of groups, however many lanes.
  const headings = groups.reduce((count, { firstLane }) => (firstLane <= lane ? count + 1 : count), 0);
  return lane * rowHeightPx + headings * headingPx;
}

/** Where what belongs to a lane begins: the heading for a group's first lane, else its row. */
export function laneTopWithHeading(groups: readonly GroupOfLanes[], sizes: StackSizes, lane: number): number {
  const isFirst = groups.some(({ firstLane }) => firstLane === lane);
  return laneTop(groups, sizes, lane) - (isFirst ? sizes.headingPx : 0);
}
