import { formatCount } from '../base/format';
import type { Millis } from '../base/time';

/** Maps a stretch of time onto a stretch of pixels. Immutable: zooming and panning make a new one. */
export interface TimeScale {
  readonly from: Millis;
  /** Always later than `from`. */
  readonly to: Millis;
  readonly widthPx: number;
  readonly pxPerMs: number;
  toPx(at: Millis): number;
  toMs(px: number): Millis;
}

/** A mark of the axis. */
export interface Tick {
  readonly at: Millis;
  /** With its unit, except for 0: "0", "200 ms", "1.5 s". */
  readonly label: string;
}

/** Throws `RangeError` unless `from` is before `to`, both are finite and the width is positive. */
export function timeScale(from: Millis, to: Millis, widthPx: number): TimeScale {
  if (!(from < to) || !Number.isFinite(to - from) || !(widthPx > 0))
    throw new RangeError(`No scale from ${from} to ${to} ms on ${widthPx} px.`);
  const pxPerMs = widthPx / (to - from);
  return { from, to, widthPx, pxPerMs, toPx: (at) => (at - from) * pxPerMs, toMs: (px) => from + px / pxPerMs };
}

/** The least of 1, 2, 5 × 10ⁿ that is not below `value`, which must be positive. */
export function niceCeil(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  // Division rounds: 0.3 / 0.1 must not count as more than 3.
  const digit = [1, 2, 5].find((d) => d * power >= value * (1 - 1e-9));
  return digit === undefined ? 10 * power : digit * power;
}

/** Marks at round times within the scale, at least `minGapPx` apart, all in the same unit and with the same number of decimals. */
export function ticks(scale: TimeScale, minGapPx: number): readonly Tick[] {
  const step = niceCeil(minGapPx / scale.pxPerMs);
  const label = tickLabel(step, Math.max(Math.abs(scale.from), Math.abs(scale.to)));
  const first = Math.ceil(scale.from / step - 1e-9);
  const last = Math.floor(scale.to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    // A multiple of the step, not a sum of steps: errors must not add up. The sum with 0 turns -0 into 0.
    const at = (first + i) * step + 0;
    return { at, label: label(at) };
  });
}

function tickLabel(step: Millis, largest: Millis): (at: Millis) => string {
  const [unit, perMs] =
    largest >= 1000 && step >= 10
      ? (['s', 1 / 1000] as const)
      : largest < 1 || step < 0.01
        ? (['µs', 1000] as const)
        : (['ms', 1] as const);
  const decimals = Math.max(0, -Math.floor(Math.log10(step * perMs) + 1e-9));
  return (at) => {
    if (at === 0) return '0';
    const value = at * perMs;
    const digits = decimals === 0 ? formatCount(value) : value.toFixed(decimals).replace('-', '\u2212');
    return `${digits}\u00a0${unit}`;
  };
}
