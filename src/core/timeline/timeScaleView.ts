import { assertNever } from '../base/assertNever';
import type { Millis } from '../base/time';

/** A stretch of time, `from` before `to`. */
export interface TimeRange {
  readonly from: Millis;
  readonly to: Millis;
}

/** All there is to see. While it is live, `to` grows. */
export interface Extent extends TimeRange {
  readonly live: boolean;
}

/** What a reader looks at: everything; the newest stretch, as it grows; or one stretch that stays. */
export type TimeView =
  | { readonly kind: 'fit' }
  | { readonly kind: 'follow'; readonly lengthMs: Millis }
  | ({ readonly kind: 'fixed' } & TimeRange);

export const fitView: TimeView = { kind: 'fit' };

/** Clocks resolve 5 µs at best, so there is nothing to see in less than twice that. */
const shortestMs = 0.01;
const shortestLiveMs = 250;
/** A growing tape is rescaled at these leading digits, not at every frame: in between it stands still while it fills. */
const liveSteps = [1, 1.5, 2, 3, 5, 7.5, 10];

/** Everything, with room to grow while it is live. */
function fitRange({ from, to, live }: Extent): TimeRange {
  if (!live) return { from, to: Math.max(to, from + shortestMs) };
  const length = Math.max(shortestLiveMs, (to - from) * 1.02);
  const power = 10 ** Math.floor(Math.log10(length));
  const step = liveSteps.find((digit) => digit * power >= length) ?? 10;
  return { from, to: from + step * power };
}

/** The stretch of time that a view shows now. */
export function visibleRange(view: TimeView, extent: Extent): TimeRange {
  switch (view.kind) {
    case 'fit':
      return fitRange(extent);
    case 'follow': {
      const from = Math.max(extent.from, extent.to - view.lengthMs);
      return { from, to: from + view.lengthMs };
    }
    case 'fixed':
      return view;
    default:
      return assertNever(view);
  }
}

/** Shows `range` as far as the extent allows: never shorter than can be drawn, never beyond either end. */
export function showRange(range: TimeRange, extent: Extent): TimeView {
  const whole = fitRange(extent);
  const length = Math.max(range.to - range.from, shortestMs);
  if (length >= (whole.to - whole.from) * (1 - 1e-9)) return fitView;
  const latest = extent.live ? Math.max(extent.to, extent.from + length) : whole.to;
  if (extent.live && range.from + length >= latest) return { kind: 'follow', lengthMs: length };
  const from = Math.min(Math.max(range.from, whole.from), latest - length);
  return { kind: 'fixed', from, to: from + length };
}

/** Shows `factor` times as much time (below 1 zooms in), leaving alone the point at `anchor`, from 0 at the left to 1 at the right. */
export function zoomView(view: TimeView, extent: Extent, factor: number, anchor: number): TimeView {
  const { from, to } = visibleRange(view, extent);
  const length = Math.max((to - from) * factor, shortestMs);
  const start = from + (to - from - length) * anchor;
  return showRange({ from: start, to: start + length }, extent);
}

/** Moves on by `share` of what is visible; below 0 moves back. A view of everything stays. */
export function panView(view: TimeView, extent: Extent, share: number): TimeView {
  if (view.kind === 'fit') return view;
  const { from, to } = visibleRange(view, extent);
  const by = (to - from) * share;
  return showRange({ from: from + by, to: to + by }, extent);
}

/** Moves as little as needed to bring `target` into sight, its beginning if it is too long. */
export function revealView(view: TimeView, extent: Extent, target: TimeRange): TimeView {
  const { from, to } = visibleRange(view, extent);
  const sees = target.from >= from && target.to <= to;
  const fills = target.from <= from && target.to >= to;
  if (view.kind === 'fit' || sees || fills) return view;
  const length = to - from;
  // A tenth of the view is left beside the target, to show where it comes from.
  const margin = Math.min(length * 0.1, Math.max(0, (length - (target.to - target.from)) / 2));
  const start =
    target.from < from || target.to - target.from > length ? target.from - margin : target.to + margin - length;
  return showRange({ from: start, to: start + length }, extent);
}
