import type { LaneGroup, LaneSpans } from '../trace/trace';

/** Lanes that belong together and follow each other, beneath a heading. */
export interface GroupOfLanes {
  readonly group: LaneGroup;
  readonly firstLane: number;
  readonly laneCount: number;
}

/** The heights that lanes and headings are stacked with. */
export interface StackSizes {
  readonly rowHeightPx: number;
  /** Of a group's heading; where no lane has a group there are none. */
  readonly headingPx: number;
}

/** The groups of lanes from top to bottom; none where no lane has one. Lanes of one group must be neighbours. */
export function groupsOf(lanes: readonly LaneSpans[]): readonly GroupOfLanes[] {
  const groups: { group: LaneGroup; firstLane: number; laneCount: number }[] = [];
  lanes.forEach(({ group }, index) => {
    if (group === undefined) return;
    const last = groups.at(-1);
    if (last?.group === group) last.laneCount += 1;
    else groups.push({ group, firstLane: index, laneCount: 1 });
  });
  return groups;
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
