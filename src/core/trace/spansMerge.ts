import type { Trace, TraceEvent } from './trace';

/** Of two events at one time, giving up a lock comes before taking it. */
function rank(event: TraceEvent): number {
  if (event.kind === 'release') return 0;
  return event.kind === 'acquire' ? 2 : 1;
}

/**
 * Merges lanes, each in order of time, into one trace. Every lane keeps its own order. Where times are equal, releases go before
 * other events of other lanes and acquisitions after them; then the earlier lane in `lanes` goes first.
 */
export function mergeLanes(lanes: readonly (readonly TraceEvent[])[]): Trace {
  const next = lanes.map(() => 0);
  const head = (lane: number): TraceEvent | undefined => lanes[lane]?.[next[lane] ?? 0];
  const before = (a: number, b: number): boolean => {
    const [x, y] = [head(a), head(b)];
    if (x === undefined || y === undefined) return y === undefined;
    const order = x.at - y.at || rank(x) - rank(y) || a - b;
    return order < 0;
  };
  // A binary heap of lanes, the one with the earliest head on top.
  const heap = lanes.flatMap((events, lane) => (events.length > 0 ? [lane] : []));
  const sink = (from: number): void => {
    for (let parent = from; ;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && before(heap[child] ?? 0, heap[least] ?? 0)) least = child;
      }
      if (least === parent) return;
      [heap[parent], heap[least]] = [heap[least] ?? 0, heap[parent] ?? 0];
      parent = least;
    }
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i -= 1) sink(i);

  const merged: TraceEvent[] = [];
  while (heap.length > 0) {
    const lane = heap[0] ?? 0;
    const event = head(lane);
    if (event !== undefined) merged.push(event);
    next[lane] = (next[lane] ?? 0) + 1;
    if (head(lane) === undefined) {
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) heap[0] = last;
    }
    sink(0);
  }
  return merged;
}
