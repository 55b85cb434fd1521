/** Numbers as a reader meets them: English, a no-break space before the unit, no more digits than deserved, `–` where there is no number. */

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const NOTHING = '–';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

function withUnit(number: string, unit: string): string {
  return `${number}${NO_BREAK_SPACE}${unit}`;
}

/** Formats a magnitude, and puts a typographic minus before it where something other than zero is left of a negative number. */
function signed(value: number, format: (magnitude: number) => string): string {
  if (!Number.isFinite(value)) return NOTHING;
  const text = format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/**
 * A duration given in milliseconds: `85 µs`, `2.4 ms`, `340 ms`, `1.02 s`, `12.3 s`, `2 min 5 s`.
 * Each limit lies where rounding would carry into the next form, so that 999.6 ms reads `1.00 s` and never `1000 ms`.
 */
export function formatDuration(ms: number): string {
  return signed(ms, (t) => {
    if (t < 0.0005) return withUnit('0', 'ms');
    if (t < 0.9995) return withUnit((t * 1000).toFixed(0), 'µs');
    if (t < 9.95) return withUnit(t.toFixed(1), 'ms');
    if (t < 999.5) return withUnit(t.toFixed(0), 'ms');
    const s = t / 1000;
    if (s < 9.995) return withUnit(s.toFixed(2), 's');
    if (s < 99.95) return withUnit(s.toFixed(1), 's');
    if (s < 119.5) return withUnit(s.toFixed(0), 's');
    const whole = Math.round(s);
    const minutes = withUnit(grouped.format(Math.floor(whole / 60)), 'min');
    return whole % 60 === 0 ? minutes : `${minutes}${NO_BREAK_SPACE}${withUnit(String(whole % 60), 's')}`;
  });
}

/** A factor without a unit, to be followed by "times" or "×": `0.52`, `2.9`, `17`, `1,250`. */
export function formatRatio(ratio: number): string {
  return signed(ratio, (r) => {
    if (r < 0.995) return r.toFixed(2);
    return r < 9.95 ? r.toFixed(1) : grouped.format(r);
  });
}

/** A whole number with its thousands apart: `1,200,000`. */
export function formatCount(count: number): string {
  return signed(count, (n) => grouped.format(n));
}

/** A size in bytes, in powers of a thousand: `85 B`, `1.2 kB`, `340 kB`, `12 MB`. */
export function formatBytes(bytes: number): string {
  return signed(bytes, (b) => {
    if (b < 999.5) return withUnit(b.toFixed(0), 'B');
    const units = ['kB', 'MB', 'GB', 'TB'];
    const fits = units.findIndex((_, i) => b / 1000 ** (i + 1) < 999.5);
    const at = fits === -1 ? units.length - 1 : fits;
    const size = b / 1000 ** (at + 1);
    return withUnit(size < 9.95 ? size.toFixed(1) : grouped.format(size), units[at] ?? '');
  });
}

/** A fraction of one as per cent: `0.024` reads `2.4 %`, `0.5` reads `50 %`. */
export function formatPercent(fraction: number): string {
  return signed(fraction, (f) => {
    const percent = f * 100;
    return withUnit(percent < 9.95 ? percent.toFixed(1).replace(/\.0$/, '') : grouped.format(percent), '%');
  });
}
