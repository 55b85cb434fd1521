import { threadObject } from '../../../core/schedule/objectNames';
import type { Deadlock, Names } from '../../../core/schedule/deadlock';
import type { WaitEdge } from '../../../core/schedule/types';
import { sharedObject } from './things';

/** A thread, or a thing that it waits for. Lengths are those of the drawing's own units. */
export interface GraphNode {
  readonly id: string;
  readonly kind: 'thread' | 'object';
  readonly label: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Part of the circle of threads that wait for each other. */
  readonly inCycle: boolean;
}

/** An arrow. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** From a thread to what it waits for, or from a thing to the thread that has it. */
  readonly kind: 'waits' | 'held';
  readonly inCycle: boolean;
}

/** A wait-for graph with places to draw it at. */
export interface WaitGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly width: number;
  readonly height: number;
}

export const nodeHeight = 32;
const graphWidth = 340;
const letterWidth = 7.4;
const rowHeight = 64;
const longestLabel = 16;

const short = (label: string): string => (label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label);

/**
 * Places a deadlock's threads and things: those of the circle on an ellipse, in the order of waiting, all others in rows beneath, each beside what it waits for.
 */
export function layOutWaits({ waits, cycle }: Deadlock, names: Names): WaitGraph {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const add = (id: string, kind: GraphNode['kind'], label: string, x: number, y: number, inCycle: boolean): void => {
    if (nodes.has(id)) return;
    const shown = short(label);
    nodes.set(id, { id, kind, label: shown, x, y, width: Math.max(44, shown.length * letterWidth + 20), inCycle });
  };
  // A thread that is waited for has no thing between it and the thread that waits.
  const thingOf = (edge: WaitEdge): string | null => (edge.kind === 'join' ? null : sharedObject(edge.object));
  const ring = cycle.flatMap((edge) => {
    const thing = thingOf(edge);
    return [
      { id: threadObject(edge.thread), kind: 'thread' as const, label: names.thread(edge.thread) },
      ...(thing === null ? [] : [{ id: thing, kind: 'object' as const, label: names.object(edge.object) }]),
    ];
  });
  const radius = { x: ring.length > 2 ? 108 : 92, y: ring.length > 2 ? 22 * ring.length : 0 };
  // Two nodes stand side by side, four at the corners, six with one at the top.
  const firstAngle = ring.length === 4 ? (3 * Math.PI) / 4 : ring.length === 2 ? Math.PI : Math.PI / 2;
  const angles = ring.map((_, index) => 2 * Math.PI * (index / ring.length) - firstAngle);
  const reach = Math.max(0, ...angles.map((angle) => Math.abs(radius.y * Math.sin(angle))));
  const ringHeight = ring.length === 0 ? 0 : 2 * reach + nodeHeight + 40;
  ring.forEach(({ id, kind, label }, index) => {
    const angle = angles[index] ?? 0;
    add(
      id,
      kind,
      label,
      graphWidth / 2 + radius.x * Math.cos(angle),
      ringHeight / 2 + radius.y * Math.sin(angle),
      true,
    );
  });
  const others = waits.filter((edge) => !cycle.includes(edge));
  others.forEach((edge, row) => {
    const y = ringHeight + rowHeight * row + nodeHeight;
    add(threadObject(edge.thread), 'thread', names.thread(edge.thread), 70, y, false);
    const thing = thingOf(edge);
    if (thing !== null) add(thing, 'object', names.object(edge.object), graphWidth - 90, y, false);
  });
  for (const edge of [...cycle, ...others]) {
    const inCycle = cycle.includes(edge);
    const from = threadObject(edge.thread);
    const thing = thingOf(edge);
    // Of those who hold a thing, the next in the circle is one.
    const next = cycle[(cycle.indexOf(edge) + 1) % Math.max(1, cycle.length)];
    for (const holder of edge.holders) {
      if (!nodes.has(threadObject(holder))) continue;
      const closes = inCycle && holder === next?.thread;
      if (thing === null) edges.push({ from, to: threadObject(holder), kind: 'waits', inCycle: closes });
      else if (!edges.some((one) => one.from === thing && one.to === threadObject(holder)))
        edges.push({ from: thing, to: threadObject(holder), kind: 'held', inCycle: closes });
    }
    if (thing !== null) edges.push({ from, to: thing, kind: 'waits', inCycle });
  }
  return {
    nodes: [...nodes.values()],
    edges,
    width: graphWidth,
    height: ringHeight + rowHeight * others.length + (others.length > 0 ? 8 : 0),
  };
}

/** A point of the drawing. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * An arrow as a path. From a thread that stands beneath the circle to one in it, it goes round by the margin that is nearer to its goal, so as to cross nothing.
 */
export function arrowPath(from: GraphNode, to: GraphNode): string {
  return to.inCycle && !from.inCycle ? detour(from, to) : curve(from, to);
}

const margin = 10;
const corner = 12;

function detour(from: GraphNode, to: GraphNode): string {
  const side = to.x > graphWidth / 2 ? 1 : -1;
  const lane = side > 0 ? graphWidth - margin : margin;
  const start = from.x + (side * from.width) / 2;
  return `M${start} ${from.y}H${lane - side * corner}Q${lane} ${from.y} ${lane} ${from.y - corner}V${to.y + corner}Q${lane} ${to.y} ${lane - side * corner} ${to.y}H${to.x + side * (to.width / 2 + 7)}`;
}

/** From the border of one node to the border of another, bent to its left so that arrows both ways stand apart. */
function curve(from: GraphNode, to: GraphNode): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = Math.min(26, length / 6);
  const middle: Point = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  };
  const start = borderOf(from, middle, 2);
  const end = borderOf(to, middle, 7);
  return `M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
}

/** Where the line from a node's middle to a point leaves its box, and a little further. */
function borderOf({ x, y, width }: GraphNode, towards: Point, gap: number): Point {
  const [dx, dy] = [towards.x - x, towards.y - y];
  const scale = Math.min(Math.abs(width / 2 / (dx || 1e-9)), Math.abs(nodeHeight / 2 / (dy || 1e-9)));
  const length = Math.hypot(dx, dy) || 1;
  return { x: x + dx * scale + (dx / length) * gap, y: y + dy * scale + (dy / length) * gap };
}
