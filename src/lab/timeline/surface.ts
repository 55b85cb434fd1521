import { layoutLanes, type Layout } from '../../core/timeline/layout';
import { groupsOf } from '../../core/trace/groups';
import { laneTop, laneTopWithHeading } from '../../core/timeline/layoutGroups';
import { cursorOn, hitTest, nextSpan, type Cursor, type Move } from '../../core/timeline/layoutFind';
import type { SpanSource } from '../../core/trace/spans';
import { timeScale } from '../../core/timeline/timeScale';
import {
  fitView,
  panView,
  revealView,
  showRange,
  visibleRange,
  zoomView,
  type Extent,
  type TimeView,
} from '../../core/timeline/timeScaleView';
import { describeNotes, describeSpan, describeSpans } from '../../core/trace/traceTextWords';
import type { Millis } from '../../core/base/time';
import type { LaneId, LaneSpans } from '../../core/trace/trace';
import { drawTimeline } from './draw';
import type { Focus } from './frame';
import { geometryOf, type Geometry } from './geometry';
import { Pace } from './pace';
import { nothingSeen, Watcher, type Seen } from './seen';
import { Sheet } from './sheet';

/** What the page around a timeline has to say or to offer. */
export interface TimelineStatus {
  /** The span that is chosen or pointed at, or empty. */
  readonly words: string;
  /** When the chosen span begins. */
  readonly chosenAt: Millis | null;
  /** Whether the words follow a mouse, and so need no announcing. */
  readonly hovering: boolean;
  readonly seen: Seen;
  /** Lanes, and how many of them there is room for at once. */
  readonly lanes: number;
  readonly lanesInSight: number;
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
}

export const emptyStatus: TimelineStatus = {
  words: '',
  chosenAt: null,
  hovering: false,
  seen: nothingSeen,
  lanes: 0,
  lanesInSight: 0,
  canZoomIn: false,
  canZoomOut: false,
};

/** Everything a reader can do with a timeline, whatever the device. Points are in CSS pixels from the top left of the canvas. */
export interface Commands {
  /** `factor` below 1 zooms in, around `xPx`, or around the middle of what is chosen. */
  zoom(factor: number, xPx?: number): void;
  panBy(px: number): void;
  panByShare(share: number): void;
  reset(): void;
  move(move: Move): void;
  /** Shows the chosen span as large as it gets. */
  enter(): void;
  choose(xPx: number, yPx: number): void;
  hover(xPx: number, yPx: number): void;
  leave(): void;
  forget(): void;
  readonly canPan: boolean;
}

const shortestRowsPx = 180;
const tallestRowsPx = 384;
/** Several runs at once take more room. */
const tallestGroupsPx = 480;
/** The view stops zooming in where spans closer than this would be told apart, which nobody can see. */
const closestMs = 0.0101;

/** Draws a source of spans into an element, and keeps drawing as it grows. Made and disposed of by `Timeline`. */
export class TimelineSurface implements Commands {
  readonly #source: SpanSource;
  readonly #onStatus: (status: TimelineStatus) => void;
  readonly #sheet: Sheet;
  readonly #pace: Pace;
  readonly #watcher = new Watcher();
  readonly #stop: () => void;
  #lanes: readonly LaneSpans[] = [];
  #extent: Extent = { from: 0, to: 0, live: false };
  #view: TimeView = fitView;
  #layout: Layout | null = null;
  #geometry: Geometry | null = null;
  #cursor: Cursor | null = null;
  /** The lane of the cursor and the choice: lanes that begin later may be set above it. */
  #place: LaneId | null = null;
  #chosen: Focus | null = null;
  #hovered: Focus | null = null;
  #words = '';
  #hoverWords: string | null = null;
  #markMs: Millis | null = null;
  /** What was reported last; null before the first report, since the page may still show the words of another source. */
  #status: TimelineStatus | null = null;

  /** Draws at once. `onStatus` is called when something to say has changed, never once per frame. */
  constructor(host: HTMLElement, source: SpanSource, onStatus: (status: TimelineStatus) => void) {
    this.#source = source;
    this.#onStatus = onStatus;
    this.#pace = new Pace(
      () => this.draw(),
      () => source.live,
    );
    this.#sheet = new Sheet(host, () => this.#pace.ask());
    const unsubscribe = source.subscribe(() => this.#pace.wake());
    const sight = new IntersectionObserver((entries) => {
      this.#pace.inSight = entries.some((entry) => entry.isIntersecting);
    });
    sight.observe(host);
    const onScroll = (): void => this.#pace.ask();
    host.addEventListener('scroll', onScroll, { passive: true });
    this.#stop = () => {
      unsubscribe();
      sight.disconnect();
      host.removeEventListener('scroll', onScroll);
    };
    this.draw();
    this.#pace.wake();
  }

  /** Draws now. Only a bench has reason to call it. */
  draw(): void {
    this.#pace.drawn();
    const widthPx = this.#sheet.widthPx;
    if (widthPx < 60) return;
    const now = this.#source.until();
    this.#lanes = this.#source.lanes(now);
    this.#extent = {
      from: this.#lanes.reduce((from, lane) => Math.min(from, lane.spans[0]?.from ?? 0), 0),
      to: now,
      live: this.#source.growing ?? this.#source.live,
    };
    this.#keepPlace();
    const tools = this.#sheet.tools();
    const geometry = geometryOf(this.#lanes, widthPx, this.#maxRowsPx(), tools.ruler);
    const range = visibleRange(this.#view, this.#extent);
    const layout = layoutLanes(this.#lanes, timeScale(range.from, range.to, geometry.plotPx), {
      rowHeightPx: geometry.rowHeightPx,
      headingPx: geometry.headingPx,
      scrollTopPx: this.#sheet.scrollTopPx,
      heightPx: geometry.rowsPx,
    });
    this.#geometry = geometry;
    this.#layout = layout;
    this.#sheet.begin(widthPx, geometry.axisPx + geometry.rowsPx, geometry.axisPx + geometry.contentPx);
    drawTimeline(this.#sheet.context, {
      ...tools,
      lanes: this.#lanes,
      layout,
      geometry,
      whole: visibleRange(fitView, this.#extent),
      nowMs: this.#source.live ? now : null,
      markMs: this.#markMs,
      chosen: this.#chosen,
      hovered: this.#hovered,
    });
    this.#report();
  }

  dispose(): void {
    this.#pace.stop();
    this.#stop();
    this.#sheet.dispose();
  }

  /** Marks a time in all lanes, or none. */
  mark(at: Millis | null): void {
    if (at === this.#markMs) return;
    this.#markMs = at;
    this.#pace.ask();
  }

  get canPan(): boolean {
    return this.#view.kind !== 'fit';
  }

  zoom(factor: number, xPx?: number): void {
    this.#look(zoomView(this.#view, this.#extent, factor, this.#shareAt(xPx)));
  }

  panBy(px: number): void {
    this.panByShare(px / (this.#geometry?.plotPx ?? 1));
  }

  panByShare(share: number): void {
    this.#look(panView(this.#view, this.#extent, share));
  }

  reset(): void {
    this.#look(fitView);
  }

  enter(): void {
    const span = this.#cursor === null ? undefined : this.#lanes[this.#cursor.lane]?.spans[this.#cursor.span];
    if (span === undefined) return;
    const margin = (span.to - span.from) * 0.25;
    this.#look(showRange({ from: span.from - margin, to: span.to + margin }, this.#extent));
  }

  move(move: Move): void {
    const cursor = nextSpan(this.#lanes, this.#cursor, move);
    const lane = cursor === null ? undefined : this.#lanes[cursor.lane];
    if (cursor === null || lane === undefined) return;
    this.#cursor = cursor;
    this.#place = lane.id;
    this.#chosen = { lane: cursor.lane, first: cursor.span, count: 1 };
    this.#words = describeSpan(lane, cursor.span);
    this.#hoverWords = null;
    this.#hovered = null;
    if (this.#geometry !== null) {
      const groups = groupsOf(this.#lanes);
      const { rowHeightPx, axisPx } = this.#geometry;
      this.#sheet.reveal(
        laneTopWithHeading(groups, this.#geometry, cursor.lane),
        laneTop(groups, this.#geometry, cursor.lane) + rowHeightPx,
        axisPx,
      );
    }
    const span = lane.spans[cursor.span];
    if (span !== undefined) this.#view = revealView(this.#view, this.#extent, span);
    this.#pace.ask();
    this.#report();
  }

  choose(xPx: number, yPx: number): void {
    const found = this.#at(xPx, yPx);
    this.#hoverWords = null;
    this.#hovered = null;
    this.#words = found?.words ?? '';
    this.#chosen = found?.focus ?? null;
    this.#cursor = this.#chosen === null ? null : cursorOn(this.#lanes, this.#chosen.lane, this.#chosen.first);
    this.#place = this.#chosen === null ? null : (this.#lanes[this.#chosen.lane]?.id ?? null);
    this.#pace.ask();
    this.#report();
  }

  hover(xPx: number, yPx: number): void {
    const found = this.#at(xPx, yPx);
    this.#hovered = found?.focus ?? null;
    this.#hoverWords = found?.words ?? null;
    this.#pace.ask();
    this.#report();
  }

  leave(): void {
    this.#hovered = null;
    this.#hoverWords = null;
    this.#pace.ask();
    this.#report();
  }

  forget(): void {
    this.#cursor = null;
    this.#chosen = null;
    this.#words = '';
    this.leave();
  }

  #maxRowsPx(): number {
    const [share, tallestPx] = this.#lanes[0]?.group === undefined ? [0.5, tallestRowsPx] : [0.6, tallestGroupsPx];
    return Math.min(tallestPx, Math.max(shortestRowsPx, Math.round(globalThis.innerHeight * share)));
  }

  /** Finds the cursor's lane again where it has moved. */
  #keepPlace(): void {
    const cursor = this.#cursor;
    if (cursor === null || this.#lanes[cursor.lane]?.id === this.#place) return;
    const lane = this.#lanes.findIndex(({ id }) => id === this.#place);
    if (lane < 0) return;
    this.#cursor = { ...cursor, lane };
    if (this.#chosen !== null) this.#chosen = { ...this.#chosen, lane };
  }

  #look(view: TimeView): void {
    this.#view = view;
    this.#hovered = null;
    this.#hoverWords = null;
    this.#pace.ask();
  }

  /** What lies at a point of the canvas, and how to say it. */
  #at(xPx: number, yPx: number): { readonly words: string; readonly focus: Focus | null } | null {
    if (this.#layout === null || this.#geometry === null) return null;
    const hit = hitTest(this.#layout, xPx - this.#geometry.namesPx, yPx - this.#geometry.axisPx);
    const lane = hit === null ? undefined : this.#lanes[hit.lane];
    if (hit === null || lane === undefined) return null;
    const { box, note } = hit;
    const focus = box === null ? null : { lane: hit.lane, first: box.first, count: box.count };
    if (note !== null) return { words: describeNotes(lane, note.first, note.count), focus };
    return box === null ? null : { words: describeSpans(lane, box.first, box.count), focus };
  }

  /** Where to zoom: 0 at the left of what is in sight, 1 at the right. */
  #shareAt(xPx: number | undefined): number {
    const { namesPx = 0, plotPx = 1 } = this.#geometry ?? {};
    if (xPx !== undefined) return Math.min(1, Math.max(0, (xPx - namesPx) / plotPx));
    const span = this.#cursor === null ? undefined : this.#lanes[this.#cursor.lane]?.spans[this.#cursor.span];
    const { from, to } = visibleRange(this.#view, this.#extent);
    const middle = span === undefined ? Number.NaN : ((span.from + span.to) / 2 - from) / (to - from);
    if (middle >= 0 && middle <= 1) return middle;
    // The newest of a live run is at its right, and what is new is what one wants to see.
    return this.#extent.live && this.#view.kind !== 'fixed' ? 1 : 0.5;
  }

  #report(): void {
    const { from, to } = visibleRange(this.#view, this.#extent);
    const status: TimelineStatus = {
      words: this.#hoverWords ?? this.#words,
      chosenAt:
        this.#chosen === null ? null : (this.#lanes[this.#chosen.lane]?.spans[this.#chosen.first]?.from ?? null),
      hovering: this.#hoverWords !== null,
      seen: this.#watcher.look(this.#lanes),
      lanes: this.#lanes.length,
      lanesInSight: this.#geometry === null ? 0 : Math.floor(this.#geometry.rowsPx / this.#geometry.rowHeightPx),
      canZoomIn: this.#lanes.length > 0 && to - from > closestMs,
      canZoomOut: this.#view.kind !== 'fit',
    };
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    this.#onStatus(status);
  }
}
