/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} label What was measured.
 * @property {number} value
 * @property {string} unit `×` for a ratio, `ms`, `kB`, or nothing for a score.
 * @property {string} goal What the value has to be, in words: `≤ 1.05`. Empty for a figure that stands for itself.
 * @property {boolean} ok
 * @property {string} [note] Spread and circumstances that help to judge the value.
 */
/**
 * What a piece gets to work with.
 * @typedef {object} BenchContext
 * @property {import('@playwright/test').Browser} browser A real Chromium.
 * @property {string} siteUrl The built site on a plain static server; ends with a slash.
 * @property {string} benchUrl The pages of bench/, served isolated; ends with a slash.
 * @property {readonly string[]} args What was given after the pieces' names, `--rounds=20`.
 */
/** One file `bench/<name>.bench.mjs`. @typedef {{ readonly name: string, readonly run: (context: BenchContext) => Promise<readonly Row[]> }} Bench */

/** @param {readonly number[]} values At least one. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** "0.98 to 1.04": the middle half. @param {readonly number[]} values @param {number} [digits] */
export function middleHalf(values, digits = 2) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN).toFixed(digits);
  return `${at(0.25)} to ${at(0.75)}`;
}

/** @param {string} label @param {number} value @param {number} limit @param {string} unit @param {string} [note] @returns {Row} */
export const atMost = (label, value, limit, unit, note = '') => ({
  label,
  value,
  unit,
  goal: `≤ ${limit}`,
  ok: value <= limit,
  note,
});

/** @param {string} label @param {number} value @param {number} limit @param {string} unit @param {string} [note] @returns {Row} */
export const atLeast = (label, value, limit, unit, note = '') => ({
  label,
  value,
  unit,
  goal: `≥ ${limit}`,
  ok: value >= limit,
  note,
});

/** @param {string} label @param {number} value @param {readonly [low: number, high: number]} range @param {string} unit @param {string} [note] @returns {Row} */
export const within = (label, value, [low, high], unit, note = '') => ({
  label,
  value,
  unit,
  goal: `${low.toFixed(2)} to ${high.toFixed(2)}`,
  ok: value >= low && value <= high,
  note,
});

/** A figure without a goal. @param {string} label @param {number} value @param {string} unit @param {string} [note] @returns {Row} */
export const figure = (label, value, unit, note = '') => ({ label, value, unit, goal: '', ok: true, note });

/** The number after `--name=`. @param {readonly string[]} args @param {string} name @param {number} otherwise */
export function numberArg(args, name, otherwise) {
  const given = args.find((arg) => arg.startsWith(`--${name}=`));
  const value = given === undefined ? otherwise : Number(given.slice(name.length + 3));
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} needs a number above 0.`);
  return value;
}
