import type { LaneGroup, LaneSpans } from './trace';

/** Lanes that belong together and follow each other, beneath a heading. */
export interface GroupOfLanes {
  readonly group: LaneGroup;
  readonly firstLane: number;
  readonly laneCount: number;
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
