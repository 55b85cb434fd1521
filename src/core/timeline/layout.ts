import { groupsOf } from '../trace/groups';
import { laneTop, type StackSizes } from './layoutGroups';
import type { Millis } from '../base/time';
import type { TimeScale } from './timeScale';
import type { LaneEnd, LaneGroup, LaneSpans, SpanState } from '../trace/trace';
import { spanStates } from '../trace/traceStats';

/** What of all rows is in sight. */
export interface LayoutSizes extends StackSizes {
  /** How far the rows are scrolled, and how much of them shows. */
  readonly scrollTopPx: number;
  readonly heightPx: number;
}

/** Fractions of a pixel column, in the order of `spanStates`. What is missing to 1 is time without a span, or a neighbour's. */
export type Shares = readonly [running: number, ready: number, waiting: number, blocked: number];

/** One span (`shares` is null), or several narrower than a pixel that share a pixel column. */
export interface Box {
  readonly x: number;
  readonly widthPx: number;
  /** Of several, the one that takes most of the time. */
  readonly state: SpanState;
  /** Index of the first span in its lane, and how many follow, itself included. */
  readonly first: number;
  readonly count: number;
  readonly shares: Shares | null;
}

/** Notes that share a pixel column: the first one's index, and how many. */
export interface NoteMark {
  readonly x: number;
  readonly first: number;
  readonly count: number;
  /** One of them says that something failed. */
  readonly failed: boolean;
}

/** One lane, as far as it is in sight. */
export interface Row {
  /** Index of the lane. */
  readonly lane: number;
  /** From the top of what is in sight; negative for a row that is cut off. */
  readonly topPx: number;
  /** From left to right. At most two per pixel and two more. */
  readonly boxes: readonly Box[];
  /** From left to right, at most one per pixel. */
  readonly notes: readonly NoteMark[];
  /** When locks were held; neighbours closer than a pixel are one. */
  readonly holds: readonly { readonly x: number; readonly widthPx: number }[];
  /** Where the lane ended, if in sight. */
  readonly end: { readonly x: number; readonly status: LaneEnd['status'] } | null;
}

/** A group's heading, and the rows beneath it. */
export interface Heading {
  readonly group: LaneGroup;
  /** From the top of what is in sight, like a row's; the lanes end at `bottomPx`. */
  readonly topPx: number;
  readonly bottomPx: number;
}

export interface Layout {
  readonly scale: TimeScale;
  readonly sizes: LayoutSizes;
  readonly rows: readonly Row[];
  /** Of the groups in sight; none where lanes have no groups. */
  readonly headings: readonly Heading[];
}

/** Boxes reach this far beyond the edges, so that no outline shows where the view cuts a span. */
const overhangPx = 4;

/**
 * Places what is in sight, and only that. A lane gives at most about two boxes per pixel, however many spans it has: narrower spans are
 * summed up in their pixel column, so that a lane that runs a tenth of the time shows a tenth, and not nothing.
 */
export function layoutLanes(lanes: readonly LaneSpans[], scale: TimeScale, sizes: LayoutSizes): Layout {
  const { rowHeightPx, headingPx, scrollTopPx, heightPx } = sizes;
  const groups = groupsOf(lanes);
  const topOf = (lane: number): number => laneTop(groups, sizes, lane) - scrollTopPx;
  const firstRow = firstIndex(lanes.length, (lane) => topOf(lane) + rowHeightPx > 0);
  const rows = lanes
    .slice(
      firstRow,
      firstIndex(lanes.length, (lane) => topOf(lane) >= heightPx),
    )
    .map((lane, i): Row => {
      const index = firstRow + i;
      return {
        lane: index,
        topPx: topOf(index),
        boxes: boxesOf(lane, scale),
        notes: notesOf(lane, scale),
        holds: holdsOf(lane, scale),
        end: endOf(lane, scale),
      };
    });
  const headings = groups
    .map(({ group, firstLane, laneCount }): Heading => ({
      group,
      topPx: topOf(firstLane) - headingPx,
      bottomPx: topOf(firstLane) + laneCount * rowHeightPx,
    }))
    .filter(({ topPx, bottomPx }) => bottomPx > 0 && topPx < heightPx);
  return { scale, sizes, rows, headings };
}

/** Index of the first item that fulfils a condition which, once fulfilled, stays so; `length` if none does. */
export function firstIndex(length: number, fulfils: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fulfils(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function boxesOf({ spans }: LaneSpans, scale: TimeScale): readonly Box[] {
  const boxes: Box[] = [];
  const column = new Column(boxes);
  const begin = firstIndex(spans.length, (i) => (spans[i]?.to ?? 0) > scale.from);
  for (let i = begin; i < spans.length; i += 1) {
    const span = spans[i];
    if (span === undefined || span.from >= scale.to) break;
    const left = scale.toPx(span.from);
    const right = scale.toPx(span.to);
    if (right - left < 1) {
      column.add(i, span.state, left, right - left);
    } else {
      column.flush();
      const x = Math.max(left, -overhangPx);
      boxes.push({
        x,
        widthPx: Math.min(right, scale.widthPx + overhangPx) - x,
        state: span.state,
        first: i,
        count: 1,
        shares: null,
      });
    }
  }
  column.flush();
  return boxes;
}

/** Gathers the narrow spans of one pixel column into a box. */
class Column {
  readonly #boxes: Box[];
  #x = 0;
  #first = 0;
  #count = 0;
  #shares: [number, number, number, number] = [0, 0, 0, 0];
  /** Where the first span begins. */
  #leftPx = 0;

  constructor(boxes: Box[]) {
    this.#boxes = boxes;
  }

  add(index: number, state: SpanState, leftPx: number, widthPx: number): void {
    const x = Math.floor(leftPx + widthPx / 2);
    if (this.#count === 0 || x !== this.#x) {
      this.flush();
      this.#x = x;
      this.#first = index;
      this.#leftPx = leftPx;
    }
    this.#count += 1;
    // Named one by one, for this runs once for every span in sight.
    if (state === 'running') this.#shares[0] += widthPx;
    else if (state === 'ready') this.#shares[1] += widthPx;
    else if (state === 'waiting') this.#shares[2] += widthPx;
    else this.#shares[3] += widthPx;
  }

  flush(): void {
    if (this.#count === 0) return;
    const shares = this.#shares;
    const sum = shares[0] + shares[1] + shares[2] + shares[3];
    const state = spanStates[shares.indexOf(Math.max(...shares))] ?? 'running';
    const [first, count] = [this.#first, this.#count];
    if (count === 1) {
      this.#boxes.push({ x: this.#leftPx, widthPx: sum, state, first, count, shares: null });
    } else {
      // A span that begins in this column may reach a little beyond it.
      const whole = Math.max(1, sum);
      this.#boxes.push({
        x: this.#x,
        widthPx: 1,
        state,
        first,
        count,
        shares: [shares[0] / whole, shares[1] / whole, shares[2] / whole, shares[3] / whole],
      });
    }
    this.#count = 0;
    this.#shares = [0, 0, 0, 0];
  }
}

function notesOf({ notes }: LaneSpans, scale: TimeScale): readonly NoteMark[] {
  const marks: NoteMark[] = [];
  const begin = firstIndex(notes.length, (i) => (notes[i]?.at ?? 0) >= scale.from);
  const end = firstIndex(notes.length, (i) => (notes[i]?.at ?? 0) > scale.to);
  for (let i = begin; i < end; i += 1) {
    const x = Math.round(scale.toPx(notes[i]?.at ?? 0));
    const failed = notes[i]?.failed === true;
    const last = marks.at(-1);
    if (last?.x === x) marks[marks.length - 1] = { ...last, count: last.count + 1, failed: last.failed || failed };
    else marks.push({ x, first: i, count: 1, failed });
  }
  return marks;
}

function holdsOf({ holds = [] }: LaneSpans, scale: TimeScale): Row['holds'] {
  const boxes: { x: number; widthPx: number }[] = [];
  for (const { from, to } of holds) {
    if (to <= scale.from || from >= scale.to) continue;
    const x = Math.max(scale.toPx(from), -overhangPx);
    const right = Math.min(scale.toPx(to), scale.widthPx + overhangPx);
    const last = boxes.at(-1);
    if (last !== undefined && x >= last.x && x < last.x + last.widthPx + 1)
      last.widthPx = Math.max(last.widthPx, right - last.x);
    else boxes.push({ x, widthPx: right - x });
  }
  return boxes;
}

function endOf({ spans, end }: LaneSpans, scale: TimeScale): Row['end'] {
  const at: Millis | undefined = spans.at(-1)?.to;
  if (end === undefined || at === undefined || at < scale.from || at > scale.to) return null;
  return { x: scale.toPx(at), status: end.status };
}

/** The height of a row, so that the rows fill `heightPx` if they can: never less than 14 px, below which no name can be read, nor more than 32. */
export function rowHeight(laneCount: number, heightPx: number): number {
  return Math.min(32, Math.max(14, Math.floor(heightPx / Math.max(1, laneCount))));
}
