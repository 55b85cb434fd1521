import { formatCount } from '../base/format';
import { listInWords } from '../base/shorten';
import { switchesOf, type OutcomeRow } from './outcomes';
import { sayRandom } from './sayRandom';
import { cpythonRules, type CPythonRule } from './rule';
import type { Outcome, Schedule } from './types';
import { rowsOf, type Bound, type RuleSearch, type RuleSearches, type Verdict } from './verdict';

/** The rules as columns and sentences name them. */
export const ruleNames: Readonly<Record<CPythonRule, string>> = {
  gil: 'with the GIL',
  'free-threaded': 'without the GIL',
};

const heads: Readonly<Record<Exclude<Verdict['kind'], 'undecided'>, string>> = {
  safe: 'Right in every schedule, with and without the GIL.',
  hidden: 'Right with the GIL, wrong without: the GIL hides a race.',
  unsafe: 'Wrong in both, with and without the GIL.',
};

/** How many schedules were tried, under both rules together. */
const triedIn = (searches: RuleSearches): number =>
  cpythonRules.reduce((sum, rule) => sum + (searches[rule]?.summary.schedules ?? 0), 0);

const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

const saySwitches = (count: number): string => (count === 1 ? '1 switch' : `${formatCount(count)} switches`);

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The verdict in one sentence. */
export function sayVerdict({ kind, findings }: Verdict, searches: RuleSearches): string {
  if (kind !== 'undecided') return heads[kind];
  const tried = triedIn(searches);
  const some = `Not decided: ${counted(tried, 'schedule')} tried of an unknown number.`;
  if (findings['free-threaded'] === 'wrong')
    return `${some} Without the GIL it is wrong; with it, nothing wrong was found so far.`;
  if (findings.gil === 'right') return `${some} With the GIL it is right; without it, nothing wrong was found so far.`;
  return tried === 0 ? 'Not decided: no schedule was tried.' : `${some} Nothing wrong was found so far.`;
}

/** What the search under one rule found, in numbers: "With the GIL, 3 of the 12 kinds of schedules are wrong." */
function sayFinding(rule: CPythonRule, search: RuleSearch, { wrong, taken }: Verdict): string {
  const { mode, outcomes, schedules, conclusive, complete, random } = search.summary;
  const name = capital(ruleNames[rule]);
  const tried = complete ? '' : ' that were tried';
  const bad = outcomes.reduce((sum, row) => sum + (wrong.has(row.key) ? row.schedules : 0), 0);
  const ofKinds = mode.reduction !== 'none' && random === undefined;
  if (schedules === 1)
    return `${name}, the only ${ofKinds ? 'kind of schedule' : 'schedule'}${complete ? '' : ' that was tried'} is ${bad > 0 ? 'wrong' : conclusive ? 'right' : 'not wrong'}.`;
  const kinds = `${formatCount(schedules)} ${ofKinds ? 'kinds of ' : ''}schedules${tried}`;
  if (bad === schedules) return `${name}, all ${kinds} are wrong.`;
  if (bad > 0) return `${name}, ${formatCount(bad)} of the ${kinds} ${bad === 1 ? 'is' : 'are'} wrong.`;
  // Where nobody has said which outcome is right, that there are several is what is wrong.
  const finished = outcomes.filter(({ outcome }) => outcome.kind === 'finished').length;
  if (taken === 'alike' && finished > 1) return `${name}, the ${kinds} come to ${formatCount(finished)} outcomes.`;
  return conclusive
    ? `${name}, ${schedules === 2 ? `both ${kinds.replace(/^2 /, '')}` : `all ${kinds}`} are right.`
    : `${name}, none of the ${kinds} is wrong.`;
}

/** What stands behind the verdict, a sentence for each rule. */
export const sayFindings = (searches: RuleSearches, verdict: Verdict): readonly string[] =>
  cpythonRules.flatMap((rule) => {
    const search = searches[rule];
    return search === null || search.summary.schedules === 0 ? [] : [sayFinding(rule, search, verdict)];
  });

/** What was taken as right. */
export const sayTaken = ({ taken }: Verdict): string =>
  taken === 'marked'
    ? 'Taken as right: the outcomes that are marked so. An exception or a deadlock is wrong in any case.'
    : 'Taken as right, since no outcome is marked: all schedules come to one and the same outcome, without an exception (a failed assert is one) and without a deadlock.';

const fewer =
  'Fewer rounds of its loops or fewer threads make fewer schedules: two threads and two rounds often show what many would.';

/** Which bound was met, and what would have to be smaller. */
function sayBound(bound: Bound, { maxRuns, maxSteps }: Pick<RuleSearch, 'maxRuns' | 'maxSteps'>): string {
  switch (bound) {
    case 'not begun':
      return 'it was not tried.';
    case 'stopped':
      return 'you stopped the search.';
    case 'failed':
      return 'Python was lost before the search had ended.';
    case 'runs':
      return `the search ended at its limit of ${formatCount(maxRuns)} schedules. ${fewer}`;
    case 'steps':
      return `schedules were cut off after ${formatCount(maxSteps)} steps. Shorter loops make shorter schedules.`;
    case 'threads':
      return 'it starts more threads or tasks than can be tried. Start fewer: two or three.';
    case 'livelock':
    case 'spin':
      return 'a thread goes round in a circle, which has no end. Let it wait for a lock, an event or a queue instead.';
    case 'outside':
      return 'it waits for something from outside, such as input(). Put fixed values in its place.';
    case 'diverged':
      return 'it does something else when a schedule is run again. Leave out what changes from run to run.';
  }
}

/** Why it is not decided, a sentence or two for each rule and bound; empty where it is. */
export function sayBounds(verdict: Verdict, searches: RuleSearches): readonly string[] {
  const found = new Map<string, CPythonRule[]>();
  for (const rule of cpythonRules)
    for (const bound of verdict.bounds[rule]) {
      const words = sayBound(bound, searches[rule] ?? { maxRuns: 0, maxSteps: 0 });
      found.set(words, [...(found.get(words) ?? []), rule]);
    }
  return Array.from(found, ([words, rules]) => {
    const names = listInWords(rules.map((rule) => ruleNames[rule]));
    return `${capital(names)}, ${words}`;
  });
}

/** The rules under which it is not decided, and schedules were drawn at random. */
export const drawnUnder = ({ findings }: Verdict, searches: RuleSearches): readonly CPythonRule[] =>
  cpythonRules.filter((rule) => findings[rule] === 'open' && searches[rule]?.summary.random !== undefined);

/** What schedules that were drawn at random say of what is not decided, a sentence for each rule. */
const sayDrawn = (verdict: Verdict, searches: RuleSearches): readonly string[] =>
  drawnUnder(verdict, searches).flatMap((rule) => {
    const random = searches[rule]?.summary.random;
    return random === undefined ? [] : [`${capital(ruleNames[rule])}, ${sayRandom(random)}`];
  });

/** How many of a rule's schedules came to an outcome: "3 of 12", "none", or "none so far" where not all were tried. */
export function sayCount(row: OutcomeRow | null, search: RuleSearch | null): string {
  if (search === null || search.summary.schedules === 0) return 'not tried';
  const { schedules, complete } = search.summary;
  if (row === null) return complete ? 'none' : 'none so far';
  return `${formatCount(row.schedules)} of ${formatCount(schedules)}`;
}

/** A schedule as who takes how many steps in turn: "0×14 1×3 2×3 1". */
export function sayTurns(schedule: Schedule): string {
  const turns: { readonly thread: number; count: number }[] = [];
  for (const thread of schedule) {
    const last = turns.at(-1);
    if (last?.thread === thread) last.count += 1;
    else turns.push({ thread, count: 1 });
  }
  return turns.map(({ thread, count }) => (count === 1 ? `${thread}` : `${thread}×${count}`)).join(' ');
}

/** What a verdict is about, for its text. */
export interface VerdictAbout {
  readonly fileName: string;
  readonly source: string;
  /** The Python whose rules were followed: "3.14.2". */
  readonly python: string;
  /** What else was so in all schedules, a sentence each. */
  readonly circumstances: readonly string[];
  /** An outcome in one line: "ends at 2". */
  readonly say: (outcome: Outcome) => string;
}

/** In one line, since a line end would end a row of a table, and without what Markdown would take for its own. */
const plain = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' / ')
    .replaceAll(/[\\`*_{}[\]<>|#~]/g, String.raw`\$&`);

/** A fence longer than any in the program. */
const fenceFor = (source: string): string =>
  '`'.repeat(Math.max(3, ...Array.from(source.matchAll(/`+/g), ([run]) => run.length + 1)));

/** The verdict as Markdown, for an issue or a review: the sentence, the outcomes by rule with counts and simplest schedules, the rules, the program. */
export function verdictMarkdown(
  verdict: Verdict,
  searches: RuleSearches,
  { fileName, source, python, circumstances, say }: VerdictAbout,
): string {
  const cell = (row: OutcomeRow | null, search: RuleSearch | null): string =>
    row === null
      ? sayCount(row, search)
      : `${sayCount(row, search)}; simplest: \`${sayTurns(row.simplest)}\` (${saySwitches(switchesOf(row.simplest))})`;
  const fence = fenceFor(source);
  return (
    [
      `### Is \`${fileName.replaceAll(/[`\n]/g, '')}\` safe?`,
      `**${sayVerdict(verdict, searches)}** ${[...sayFindings(searches, verdict), ...sayBounds(verdict, searches), ...sayDrawn(verdict, searches)].join(' ')}`.trimEnd(),
      [sayTaken(verdict), ...circumstances].join(' '),
      [
        '| outcome | CPython with the GIL | CPython without the GIL |',
        '|---|---|---|',
        ...rowsOf(searches, verdict).map(
          (row) =>
            `| ${plain(say(row.outcome))}${row.wrong ? ' (wrong)' : ''} | ${cell(row.gil, searches.gil)} | ${cell(row['free-threaded'], searches['free-threaded'])} |`,
        ),
      ].join('\n'),
      `Rules: with the GIL, threads switch where CPython ${python} looks whether another thread wants to run, and where a thread waits; without it, between any two accesses to what threads share. One schedule was tried for each order of the steps that conflict. A schedule says who takes each step, in turn; 0 is the main thread.`,
      `${fence}python\n${source.trimEnd()}\n${fence}`,
    ].join('\n\n') + '\n'
  );
}
