import { describe, expect, test } from 'vitest';
import { layoutLanes } from './layout';
import { hitTest, nextSpan } from './layoutFind';
import { groupsOf } from '../trace/groups';
import { laneTop, laneTopWithHeading } from './layoutGroups';
import { spansOf, storeOf } from '../trace/spans';
import { CombinedSpans } from '../trace/spansCombine';
import { timeScale } from './timeScale';
import { traceFrom } from '../trace/traceText.fixture';

const lanes = new CombinedSpans([
  { name: 'One', source: storeOf(traceFrom`A: run run run run`) },
  { name: 'Two', source: storeOf(traceFrom`B: run run  C: wait(x) run`) },
]).lanes();
const sizes = { rowHeightPx: 20, headingPx: 30 };
const layoutAt = (scrollTopPx: number, heightPx = 200) =>
  layoutLanes(lanes, timeScale(0, 4, 400), { ...sizes, scrollTopPx, heightPx });

describe('groups', () => {
  test('are found among lanes, and are none among lanes without', () => {
    expect(groupsOf(lanes).map(({ group, firstLane, laneCount }) => [group.name, firstLane, laneCount])).toEqual([
      ['One', 0, 1],
      ['Two', 1, 2],
    ]);
    expect(groupsOf(spansOf(traceFrom`A: run`))).toEqual([]);
  });

  test('each take the height of a heading', () => {
    const groups = groupsOf(lanes);
    expect([0, 1, 2, 3].map((lane) => laneTop(groups, sizes, lane))).toEqual([30, 80, 100, 120]);
    expect([0, 1, 2].map((lane) => laneTopWithHeading(groups, sizes, lane))).toEqual([0, 50, 100]);
    expect([0, 1, 2].map((lane) => laneTop([], sizes, lane))).toEqual([0, 20, 40]);
  });

  test('are laid out with their headings on one axis', () => {
    const { rows, headings } = layoutAt(0);
    expect(headings.map(({ group, topPx, bottomPx }) => [group.name, topPx, bottomPx])).toEqual([
      ['One', 0, 50],
      ['Two', 50, 120],
    ]);
    expect(rows.map(({ topPx }) => topPx)).toEqual([30, 80, 100]);
    // Half as long is half as wide.
    expect(rows.map(({ boxes }) => boxes.at(-1)?.widthPx)).toEqual([400, 200, 100]);
  });

  test('scroll: rows and headings out of sight are left out', () => {
    const { rows, headings } = layoutAt(55, 40);
    expect(rows.map(({ lane, topPx }) => [lane, topPx])).toEqual([[1, 25]]);
    expect(headings.map(({ group, topPx }) => [group.name, topPx])).toEqual([['Two', -5]]);
    expect(layoutAt(105, 60).rows.map(({ lane, topPx }) => [lane, topPx])).toEqual([[2, -5]]);
  });

  test('a heading is no lane', () => {
    const layout = layoutAt(0);
    expect([10, 40, 65, 90].map((y) => hitTest(layout, 50, y)?.lane ?? null)).toEqual([null, 0, null, 1]);
  });

  test('up and down go from one group to the next', () => {
    expect(nextSpan(lanes, { lane: 0, span: 0, at: 0.5 }, { by: 'lane', step: 1 })).toEqual({
      lane: 1,
      span: 0,
      at: 0.5,
    });
    expect(nextSpan(lanes, { lane: 1, span: 0, at: 0.5 }, { by: 'lane', step: -1 })).toEqual({
      lane: 0,
      span: 0,
      at: 0.5,
    });
  });
});
