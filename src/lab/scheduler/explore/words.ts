import type { Granularity, ScheduledProgram } from '../../../core/python/pythonSchedules';
import { formatCount } from '../../../core/base/format';
import { cycleOf, sayDeadlock, type Names } from '../../../core/schedule/deadlock';
import type { SearchSummary } from '../../../core/schedule/frontier';
import { failsByNature, type OutcomeRow } from '../../../core/schedule/outcomes';
import type { SearchWords } from '../../../core/schedule/say';
import { shorten } from '../../../core/base/shorten';
import type { AbandonReason, Outcome } from '../../../core/schedule/types';

/** Texts longer than this are cut in sentences and beside bars; the list has them whole. */
const mostCharacters = 40;

const places: Readonly<Record<Granularity, string>> = {
  gil: 'by the rule of CPython with the GIL',
  'free-threaded': 'by the rule of CPython without the GIL',
  line: 'at line granularity',
  access: 'at the granularity of shared accesses',
  bytecode: 'at bytecode granularity',
};

/** A text of several lines as one. */
export function inOneLine(text: string, most = mostCharacters): string {
  const line = text.trimEnd().split('\n').join(' / ');
  return shorten(line, most);
}

/** What was raised, without the thread in which it was: "Thread-1 (add): KeyError: 3" is a "KeyError: 3". */
const raised = (message: string): string => message.replace(/^[^:]*\([^():]*\): (?=\w)/, '');

/** How an outcome reads after "240" (schedules), or after "1". */
function ends(outcome: Outcome, schedules: number, maxSteps: number): string {
  const one = schedules === 1;
  const s = one ? 's' : '';
  switch (outcome.kind) {
    case 'finished': {
      const state = inOneLine(outcome.state);
      return state === '' ? `end${s} without printing anything` : `end${s} at ${state}`;
    }
    case 'exception': {
      const printed = inOneLine(outcome.state);
      return `raise${s} ${inOneLine(raised(outcome.message))}${printed === '' ? '' : ` after printing ${printed}`}`;
    }
    case 'deadlock':
      return `deadlock${s}`;
    case 'abandoned':
      switch (outcome.why) {
        case 'steps':
          return `${one ? 'is' : 'are'} cut off after ${formatCount(maxSteps)} steps`;
        case 'threads':
          return `start${s} too many threads or tasks`;
        case 'livelock':
          return `go${one ? 'es' : ''} round in a circle for ever`;
        case 'spin':
          return `go${one ? 'es' : ''} round in a circle until another thread is chosen`;
        case 'outside':
          return `wait${s} for something from outside`;
        case 'diverged':
          return `${one ? 'does' : 'do'} something else when run again`;
      }
  }
}

/** The heading of an outcome in the list, and the words beside its bar. */
export function headOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return outcome.state.trim() === '' ? 'Ends without printing' : 'Ends at';
    case 'exception':
      return 'Exception';
    case 'deadlock':
      return 'Deadlock';
    case 'abandoned':
      return {
        steps: 'Cut off',
        threads: 'Too many threads or tasks',
        livelock: 'Livelock',
        spin: 'Waits in a circle',
        diverged: 'It did something else',
        outside: 'Waits for something outside',
      }[outcome.why];
  }
}

const circles: Partial<Record<AbandonReason, string>> = {
  livelock: 'Every thread that could run did, and the program is where it was before. It can go on like this for ever.',
  spin: 'A thread goes round in a circle until another one is chosen, which could have gone on.',
};

/** What there is to say of an outcome beyond its heading; empty where there is nothing. `code` is the program's own text. */
export function detailOf(outcome: Outcome, names: Names | null): { readonly text: string; readonly code: boolean } {
  switch (outcome.kind) {
    case 'finished':
      return { text: outcome.state.trimEnd(), code: true };
    case 'exception':
      return {
        text: outcome.state.trim() === '' ? outcome.message : `${outcome.message}\n${outcome.state.trimEnd()}`,
        code: true,
      };
    case 'deadlock':
      return {
        text:
          names === null ? '' : sayDeadlock({ waits: outcome.waits, cycle: cycleOf(outcome.waits), lost: [] }, names),
        code: false,
      };
    case 'abandoned':
      return { text: circles[outcome.why] ?? '', code: false };
  }
}

/** A name for an outcome in a chart or a button: one line. */
export function labelOf(outcome: Outcome): string {
  const head = headOf(outcome);
  if (outcome.kind === 'finished') return inOneLine(outcome.state, 20) || 'prints nothing';
  return outcome.kind === 'exception' ? inOneLine(raised(outcome.message).split(':')[0] ?? head, 20) : head;
}

/** Which outcomes fail: those that do by nature, and, once the reader has said which outputs are right, all others that finish. */
export const failsFor =
  (right: ReadonlySet<string>) =>
  ({ key, outcome }: Pick<OutcomeRow, 'key' | 'outcome'>): boolean =>
    failsByNature(outcome) || (right.size > 0 && outcome.kind === 'finished' && !right.has(key));

/** The words for `saySearch`. Whether nothing fails can be said only where it is known what is right, or where all schedules come to the same. */
export function wordsFor(
  summary: SearchSummary,
  granularity: Granularity,
  maxSteps: number,
  right: ReadonlySet<string>,
): SearchWords {
  const failing = new Set(summary.outcomes.filter(failsFor(right)).map(({ outcome }) => outcome));
  const alike = summary.outcomes.length === 1;
  return {
    where: places[granularity],
    outcome: (outcome, schedules) => ends(outcome, schedules, maxSteps),
    ...((right.size > 0 || failing.size > 0 || alike) && { isFailure: (outcome: Outcome) => failing.has(outcome) }),
    ...(right.size === 0 && alike && { noneFails: 'They all end alike' }),
  };
}

/** What else was so in all schedules that were tried, a sentence each. */
export const circumstancesOf = ({
  mainFirst,
  time,
  tasks,
}: Pick<ScheduledProgram, 'mainFirst' | 'time' | 'tasks'>): readonly string[] => [
  ...(mainFirst ? ['The main thread went on whenever it could, so only the order of the others was tried.'] : []),
  ...(time === 'free' ? ['Sleeps and timeouts ended at any moment.'] : []),
  ...(tasks === 'any order'
    ? ['Any asyncio task that was ready could go on; asyncio itself takes them in order.']
    : []),
];

/** What to do about schedules that were abandoned; null where nothing was, or nothing helps. */
export function adviceFor({ mode, outcomes }: SearchSummary, maxSteps: number): string | null {
  const reasons = new Set(outcomes.map(({ outcome }) => (outcome.kind === 'abandoned' ? outcome.why : null)));
  if (reasons.has('outside'))
    return 'This program waits for something from outside of it: input(), the network or another process. No schedule can tell when that comes. Put fixed values in its place, and try again.';
  if (reasons.has('threads'))
    return 'This program starts more threads or tasks than can be explored: 16 at most. Three often show what thirty would.';
  if (reasons.has('diverged'))
    return 'This program does something else when a schedule is run again: it uses something that changes from run to run, such as id(), os.urandom, uuid or secrets. Put fixed values in its place, and try again.';
  if (reasons.has('steps'))
    return `What was cut off after ${formatCount(maxSteps)} steps may not end at all, or need more. If the program has a loop without end, let it end after a few rounds; otherwise raise the limit of steps.`;
  if (mode.reduction !== 'none' && (reasons.has('spin') || reasons.has('livelock')))
    return 'Where a thread goes round in a circle, one schedule of each kind may miss what only the circle leads to, such as a livelock. Trying every schedule misses nothing.';
  return null;
}
