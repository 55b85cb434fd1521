import { describe, expect, it } from 'vitest';
import { cycleOf, type Deadlock, type Names } from '../../../core/schedule/deadlock';
import type { WaitEdge } from '../../../core/schedule/types';
import { arrowPath, layOutWaits, nodeHeight, type GraphNode } from './waitGraph';

const names: Names = { thread: (thread) => `Thread-${thread}`, object: (object) => object };
const graphOf = (waits: readonly WaitEdge[]): ReturnType<typeof layOutWaits> =>
  layOutWaits({ waits, cycle: cycleOf(waits), lost: [] } satisfies Deadlock, names);
const acquire = (thread: number, object: string, holder: number): WaitEdge => ({
  thread,
  object,
  kind: 'acquire',
  holders: [holder],
});
const join = (thread: number, holder: number): WaitEdge => ({
  thread,
  object: `thread ${holder}`,
  kind: 'join',
  holders: [holder],
});
const arrows = ({ edges }: ReturnType<typeof layOutWaits>): string[] =>
  edges.map(({ from, to, kind, inCycle }) => `${from} ${kind} ${to}${inCycle ? ' *' : ''}`).sort();

const overlap = (a: GraphNode, b: GraphNode): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < nodeHeight;

describe('a wait-for graph', () => {
  it('closes the circle of two threads and their locks, and hangs the main thread beneath', () => {
    expect(arrows(graphOf([join(0, 1), acquire(1, 'b', 2), acquire(2, 'a', 1)]))).toEqual([
      'a held thread 1 *',
      'b held thread 2 *',
      'thread 0 waits thread 1',
      'thread 1 waits b *',
      'thread 2 waits a *',
    ]);
  });

  it('shows who waits for what nobody is left to do', () => {
    const graph = graphOf([join(0, 1), { thread: 1, object: 'ready', kind: 'wake', holders: [] }]);
    expect(arrows(graph)).toEqual(['thread 0 waits thread 1', 'thread 1 waits ready']);
    expect(graph.nodes.every(({ inCycle }) => !inCycle)).toBe(true);
  });

  it('draws one thing for all that wait within it, and its lock apart', () => {
    const wake = (thread: number): WaitEdge => ({
      thread,
      object: `wait of ${thread} for lock 0.1`,
      kind: 'wake',
      holders: [],
    });
    expect(arrows(graphOf([wake(1), wake(2), acquire(3, 'lock 0.1', 3)]))).toEqual([
      'lock 0.1 held thread 3 *',
      'thread 1 waits within lock 0.1',
      'thread 2 waits within lock 0.1',
      'thread 3 waits lock 0.1 *',
    ]);
  });

  it('shows a thread that waits for itself', () =>
    expect(arrows(graphOf([acquire(0, 'a', 0)]))).toEqual(['a held thread 0 *', 'thread 0 waits a *']));

  it.each([1, 2, 3, 5])('lets no two boxes overlap, and keeps them within the drawing: %i philosophers', (count) => {
    const waits = [
      join(0, 1),
      ...Array.from({ length: count }, (_, at) => acquire(at + 1, `forks[${at}]`, ((at + 1) % count) + 1)),
    ];
    const { nodes, width, height } = graphOf(waits);
    for (const [at, a] of nodes.entries()) {
      expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
      expect(a.y - nodeHeight / 2).toBeGreaterThanOrEqual(0);
      expect(a.y + nodeHeight / 2).toBeLessThanOrEqual(height);
      for (const b of nodes.slice(at + 1)) expect([a.id, b.id, overlap(a, b)]).toEqual([a.id, b.id, false]);
    }
  });

  it('begins and ends its arrows outside of the boxes', () => {
    const box = (x: number): GraphNode => ({
      id: 'a',
      kind: 'thread',
      label: 'a',
      x,
      y: 50,
      width: 60,
      inCycle: false,
    });
    const [startX, , , , endX] = (arrowPath(box(40), box(240)).match(/-?[\d.]+/g) ?? []).map(Number);
    expect(startX).toBeGreaterThan(70);
    expect(endX).toBeLessThan(210);
  });
});
