/**
 * What native Pythons came to, held against the outcomes that are known, and the same as tables in Markdown.
 */

/** @typedef {import('../e2e/python/schedules/rules/rulePair').RulePair} RulePair */
/** @typedef {{ readonly runs: number, readonly counts: Readonly<Record<string, number>> }} Counted How often a program came to what. */
/**
 * @typedef {object} Places Where threads were seen waiting for the GIL.
 * @property {number} samples
 * @property {Readonly<Record<string, number>>} after How often after which instruction.
 * @property {Readonly<Record<string, number>>} elsewhere Those that are no places of the rule.
 */
/**
 * @typedef {object} PythonRow
 * @property {string} name The version, with a `t` where there is no GIL.
 * @property {string} version
 * @property {boolean} gil
 * @property {Record<string, Counted>} programs By name, correct twins as well.
 * @property {Places} [places]
 * @property {Partial<Record<Rule, Searched>>} [searched]
 */
/** @typedef {'gil' | 'freeThreaded'} Rule */
/**
 * @typedef {object} Searched What trying all schedules came to, up to a number of preemptions.
 * @property {number} preemptions
 * @property {number} schedules Of all programs together.
 * @property {readonly string[]} outside Outcomes that are not known.
 * @property {readonly string[]} missing Outcomes that are known and were not found.
 */

/** Python 3.9 looks before nearly every instruction. */
const oldestJudged = 10;
const shownSeparator = ' · ';

const minorOf = (/** @type {PythonRow} */ { version }) => Number(version.split('.')[1]);

/** Whether a Python must stay within what is known. @param {PythonRow} row */
export const isJudged = (row) => minorOf(row) >= oldestJudged;

/**
 * What one of the two programs of a pair may come to on a Python under a rule.
 *
 * @param {PythonRow} row
 * @param {RulePair} pair
 * @param {'broken' | 'fixed'} twin
 * @param {Rule} rule
 * @returns {ReadonlySet<string>}
 */
function knownOf(row, pair, twin, rule) {
  const isOlder = rule === 'gil' && twin === 'broken' && pair.older?.versions.includes(`3.${minorOf(row)}`);
  return new Set([...pair[twin][rule], ...(isOlder ? (pair.older?.outcomes ?? []) : [])]);
}

/** @type {readonly ('broken' | 'fixed')[]} */
const twins = ['broken', 'fixed'];
const nameOf = (/** @type {RulePair} */ { name }, /** @type {'broken' | 'fixed'} */ twin) =>
  twin === 'fixed' ? `${name}_fixed` : name;

/**
 * The outcomes that a Python came to and that are not known of it, with their programs and counts.
 *
 * @param {PythonRow} row
 * @param {readonly RulePair[]} pairs
 * @returns {string[]}
 */
export function outsideOf(row, pairs) {
  return pairs.flatMap((pair) =>
    twins.flatMap((twin) => {
      const known = knownOf(row, pair, twin, row.gil ? 'gil' : 'freeThreaded');
      const mayCrash = pair.mayCrash === true && !row.gil;
      return Object.entries(row.programs[nameOf(pair, twin)]?.counts ?? {})
        .filter(([outcome]) => !known.has(outcome) && !(mayCrash && outcome.startsWith('crash')))
        .map(([outcome, count]) => `${nameOf(pair, twin)}: ${outcome} (${count})`);
    }),
  );
}

/**
 * Holds what a search came to against what is known. A function in C is one step to the search.
 *
 * @param {PythonRow} row
 * @param {readonly RulePair[]} pairs
 * @param {Rule} rule
 * @param {ReadonlyMap<string, { readonly schedules: number, readonly counts: Readonly<Record<string, number>> }>} found by program
 * @returns {Omit<Searched, 'preemptions'>}
 */
export function compare(row, pairs, rule, found) {
  const searched = { schedules: 0, outside: /** @type {string[]} */ ([]), missing: /** @type {string[]} */ ([]) };
  for (const pair of pairs)
    for (const twin of twins) {
      const name = nameOf(pair, twin);
      const one = found.get(name);
      if (one === undefined) continue;
      const known = knownOf(row, pair, twin, rule);
      searched.schedules += one.schedules;
      for (const outcome of Object.keys(one.counts))
        if (!known.has(outcome)) searched.outside.push(`${name}: ${outcome}`);
      for (const outcome of known)
        if (!(outcome in one.counts) && !pair.inside?.includes(outcome)) searched.missing.push(`${name}: ${outcome}`);
    }
  return searched;
}

/**
 * How many of the outcomes of broken programs a Python met: of those of its rule, and of those that only a Python without the GIL has.
 *
 * @param {PythonRow} row
 * @param {readonly RulePair[]} pairs
 */
export function met(row, pairs) {
  const under = { all: 0, met: 0 };
  const onlyFree = { all: 0, met: 0, missing: /** @type {string[]} */ ([]) };
  for (const { name, broken } of pairs) {
    const counts = row.programs[name]?.counts ?? {};
    for (const outcome of row.gil ? broken.gil : broken.freeThreaded) {
      under.all += 1;
      if (outcome in counts) under.met += 1;
    }
    for (const outcome of broken.freeThreaded.filter((outcome) => !broken.gil.includes(outcome))) {
      onlyFree.all += 1;
      if (outcome in counts) onlyFree.met += 1;
      else onlyFree.missing.push(`\`${name}\`: ${outcome}`);
    }
  }
  return { under, onlyFree };
}

/**
 * Two tables: a row for each Python, and a row for each program.
 *
 * @param {readonly PythonRow[]} rows
 * @param {readonly RulePair[]} pairs
 * @returns {string}
 */
export function asMarkdown(rows, pairs) {
  const sorted = [...rows].sort((a, b) => minorOf(a) - minorOf(b) || a.name.localeCompare(b.name));
  const parts = [
    pythonTable(sorted, pairs),
    notMet(sorted, pairs),
    searchTable(sorted),
    placesTable(sorted),
    programTable(sorted, pairs),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** @param {readonly PythonRow[]} rows @param {readonly RulePair[]} pairs */
function pythonTable(rows, pairs) {
  const lines = rows.map((row) => {
    const runs = Object.values(row.programs).reduce((sum, { runs }) => sum + runs, 0);
    const outside = outsideOf(row, pairs);
    const { under, onlyFree } = met(row, pairs);
    const found =
      outside.length === 0 ? 'nothing' : `${outside.length} outcomes${isJudged(row) ? '' : ', for it looks elsewhere'}`;
    return `| ${row.name} | ${row.gil ? 'gil' : 'free-threaded'} | ${grouped(runs)} | ${found} | ${under.met} of ${under.all} | ${onlyFree.met} of ${onlyFree.all} |`;
  });
  return table(
    [
      'Python',
      'rule',
      'runs',
      'outside its known outcomes',
      'met of its outcomes',
      'met of those that only free-threaded has',
    ],
    lines,
  );
}

/** @param {readonly PythonRow[]} rows @param {readonly RulePair[]} pairs */
function notMet(rows, pairs) {
  return rows
    .filter(({ gil }) => !gil)
    .map((row) => {
      const { missing } = met(row, pairs).onlyFree;
      return missing.length === 0
        ? `${row.name} met all that only free-threaded has.`
        : `Of what only free-threaded has, ${row.name} did not meet: ${missing.join('; ')}.`;
    })
    .join('\n\n');
}

/** @param {readonly PythonRow[]} rows */
function searchTable(rows) {
  const lines = rows.flatMap(({ name, searched = {} }) =>
    Object.entries(searched).map(
      ([rule, { preemptions, schedules, outside, missing }]) =>
        `| ${name} | ${rule === 'gil' ? 'gil' : 'free-threaded'} | ${preemptions} | ${grouped(schedules)} | ${outside.join('; ') || 'nothing'} | ${missing.join('; ') || 'nothing'} |`,
    ),
  );
  const heads = ['Python', 'rule', 'preemptions, at most', 'schedules', 'found and not known', 'known and not found'];
  return lines.length === 0 ? '' : table(heads, lines);
}

/** @param {readonly PythonRow[]} rows */
function placesTable(rows) {
  const lines = rows.flatMap(({ name, places }) => {
    if (places === undefined) return [];
    const after = Object.entries(places.after).map(([place, count]) => `${place} ${grouped(count)}`);
    const elsewhere = Object.values(places.elsewhere).reduce((sum, count) => sum + count, 0);
    return [
      `| ${name} | ${grouped(places.samples)} | ${after.join(', ')} | ${elsewhere === 0 ? 'none' : grouped(elsewhere)} |`,
    ];
  });
  return lines.length === 0 ? '' : table(['Python', 'switches seen', 'where', 'elsewhere'], lines);
}

/** @param {readonly PythonRow[]} rows @param {readonly RulePair[]} pairs */
function programTable(rows, pairs) {
  const judged = rows.filter(isJudged);
  const lines = pairs.map(({ name, broken }) => {
    const onlyFree = broken.freeThreaded.filter((outcome) => !broken.gil.includes(outcome));
    const cells = [true, false].map((gil) =>
      countsOf(
        judged.filter((row) => row.gil === gil),
        name,
      ),
    );
    return `| \`${name}\` | ${list(broken.gil)} | ${list(onlyFree)} | ${cells.join(' | ')} |`;
  });
  return table(
    ['program', 'outcomes, gil', 'more, free-threaded', 'seen on 3.10 and later', 'seen without the GIL'],
    lines,
  );
}

/** @param {readonly PythonRow[]} rows @param {string} name */
function countsOf(rows, name) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const row of rows)
    for (const [outcome, count] of Object.entries(row.programs[name]?.counts ?? {}))
      sums.set(outcome, (sums.get(outcome) ?? 0) + count);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([outcome, count]) => `${shortened(outcome)}: ${grouped(count)}`)
    .join(shownSeparator);
}

const list = (/** @type {readonly string[]} */ outcomes) => outcomes.map(shortened).join(shownSeparator);
/** The kind of an exception says enough here. */
const shortened = (/** @type {string} */ outcome) => outcome.replace(/^(\w+: \w*Error).*/u, '$1');
const grouped = (/** @type {number} */ count) => count.toLocaleString('en').replaceAll(',', ' ');
const table = (/** @type {readonly string[]} */ heads, /** @type {readonly string[]} */ lines) =>
  [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...lines].join('\n');
