import { describe, expect, it } from 'vitest';
import { type DrawnLane, type Way, endOf, processStart, taskParts, ways } from './threeToolsPicture';

const way = (id: Way['id']): Way => {
  const found = ways.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const runningAt = (lanes: readonly DrawnLane[], at: number): number =>
  lanes.flatMap((lane) => lane.spans).filter(({ state, from, to }) => state === 'running' && from <= at && at < to)
    .length;
const halfSteps = (until: number): readonly number[] => Array.from({ length: until * 2 }, (_, index) => index / 2);

describe('the picture of the three tools', () => {
  it.each(ways.map((w) => [w.id, w] as const))('does the whole of every task: %s', (_, { boxes }) => {
    const computed = new Map<string, number>();
    for (const { state, from, to, task } of boxes.flat().flatMap((lane) => lane.spans)) {
      if (state === 'running') computed.set(task, (computed.get(task) ?? 0) + to - from);
    }
    expect(Object.fromEntries(computed)).toEqual({
      A: taskParts.compute * 2,
      B: taskParts.compute * 2,
      C: taskParts.compute * 2,
    });
  });

  it.each(ways.map((w) => [w.id, w] as const))('leaves no gap and no overlap in a lane: %s', (_, { boxes }) => {
    for (const { spans } of boxes.flat()) {
      expect(spans.slice(1).map(({ from }) => from)).toEqual(spans.slice(0, -1).map(({ to }) => to));
    }
  });

  it('lets one thread of a process compute at a time, and several processes', () => {
    for (const { boxes, id } of ways) {
      for (const lanes of boxes) expect(Math.max(...halfSteps(24).map((at) => runningAt(lanes, at)))).toBe(1);
      const most = Math.max(...halfSteps(24).map((at) => runningAt(boxes.flat(), at)));
      expect(most).toBe(id === 'processes' ? 3 : 1);
    }
  });

  it('shows what overlapping the waits gains', () => {
    expect(endOf(way('none'))).toBe(24);
    expect(endOf(way('threads'))).toBe(12);
    expect(endOf(way('asyncio'))).toBe(12);
    expect(endOf(way('processes'))).toBe(8 + processStart);
  });
});
