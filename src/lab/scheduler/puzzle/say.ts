import { formatCount } from '../../../core/base/format';
import type { CPythonRule } from '../../../core/schedule/rule';
import type { AbandonReason, Outcome } from '../../../core/schedule/types';
import { shorten } from '../../../core/base/shorten';
import {
  endOf,
  endsSo,
  lastLineOf,
  type BreakGoal,
  type Ending,
  type FixGoal,
  type ProveGoal,
  type Limit,
  type RightEnding,
  type AttemptState,
  type Tally,
} from './goals';
import type { SearchSummary } from '../../../core/schedule/frontier';
import { mostSteps, type CheckPhase } from './fixCheck';
import { nameInSentence } from '../explain/names';
import type { NextMove } from './nextMove';
import { standingOf } from './proof';
import type { ProvePuzzle } from './puzzle';

const of = (count: number, noun: 'move' | 'switch'): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : noun === 'switch' ? 'es' : 's'}`;
const noun = ({ of: what }: Limit): 'move' | 'switch' => (what === 'moves' ? 'move' : 'switch');

const turn = (who: string | null): string => (who === null ? '' : `, ${who} to move`);

/** What was spent of what may be, and who goes on without a switch: "1 of 2 switches, Ada to move". */
export function sayTally({ limit }: BreakGoal, { moves, switches }: Tally, who: string | null): string {
  const spent = limit.of === 'moves' ? moves : switches;
  return `${formatCount(spent)} of ${of(limit.most, noun(limit))}${turn(who)}`;
}

/** What was spent where nothing limits it: "2 switches, Ada to move". */
export const saySpent = ({ switches }: Tally, who: string | null): string => `${of(switches, 'switch')}${turn(who)}`;

/** How a run ended, after "This schedule". */
export function sayOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return `prints “${shorten(lastLineOf(outcome.state))}”`;
    case 'exception':
      return `raises an exception: ${shorten(outcome.message)}`;
    case 'deadlock':
      return 'ends in a deadlock: every thread waits, and none can go on';
    case 'abandoned':
      return outcome.why === 'livelock'
        ? 'goes round in a circle: every thread has its turns, and none gets anywhere'
        : 'does not come to an end';
  }
}

const sayWanted = (ending: Ending): string => {
  switch (ending.kind) {
    case 'prints':
      return `It should print “${ending.line}”.`;
    case 'raises':
      return `It should raise ${ending.error}.`;
    case 'deadlock':
      return 'It should end in a deadlock.';
  }
};

/** Where the reader stands with breaking a program, as sentences; empty while there is nothing to say. */
export function sayAttempt(
  { ending, limit }: BreakGoal,
  attempt: AttemptState,
  tally: Tally,
  outcome: Outcome | null,
  own = true,
): string {
  const spent = of(limit.of === 'moves' ? tally.moves : tally.switches, noun(limit));
  switch (attempt) {
    case 'going':
      return '';
    case 'outOfMoves':
      return limit.of === 'moves'
        ? `That was ${spent}, and the program has not ended yet. Undo a few and try another way.`
        : `That makes ${spent}, and ${formatCount(limit.most)} are enough. Undo a few moves and try another way.`;
    case 'overLimit':
      return `That breaks it, but with ${spent}. It can be done with ${formatCount(limit.most)}.`;
    case 'missed':
      return `This schedule ${outcome === null ? 'has ended' : sayOutcome(outcome)}. ${sayWanted(ending)} Undo a few moves and try another way.`;
    case 'reached':
      return own
        ? `You did it, with ${spent}. The par is ${formatCount(limit.most)}: no schedule needs fewer.`
        : `That is one way, with ${spent}.`;
  }
}

/** What a schedule that the reader chose has come to, where it should have come to something else, as sentences. */
export const sayInVain = ({ ending }: ProveGoal, outcome: Outcome): string =>
  endsSo(ending, outcome)
    ? `This schedule ${sayOutcome(outcome)}, as it should. Undo a few moves and try another way, or let the page try every schedule.`
    : `This schedule ${sayOutcome(outcome)}.`;

const ofRule: Readonly<Record<CPythonRule, string>> = {
  gil: 'of CPython with the GIL',
  'free-threaded': 'of CPython without the GIL',
};

/** What trying every schedule has shown: in a few words, empty where that is nothing yet, and what was tried, as sentences. */
export function sayProof(
  { goal, rule = 'gil', tasks = false }: ProvePuzzle,
  summary: SearchSummary,
): { readonly verdict: string; readonly evidence: string } {
  const schedules = `${formatCount(summary.schedules)} schedules`;
  const which = tasks ? 'in which its tasks can go on' : ofRule[rule];
  const mainToo = tasks ? '' : ', the order of the main thread’s steps included';
  const [first] = summary.outcomes;
  switch (standingOf(goal, summary)) {
    case 'proven':
      return {
        verdict: 'It cannot be done.',
        evidence:
          first === undefined
            ? ''
            : `All ${schedules} ${which} were tried${mainToo}, and each ${sayOutcome(first.outcome)}.`,
      };
    case 'refuted':
      return { verdict: 'It can be done.', evidence: `Among ${schedules} ${which} there is one that ends otherwise.` };
    case 'open':
      return { verdict: '', evidence: `${schedules} were tried, and there are more. Try again.` };
  }
}

const holds = (end: RightEnding): string =>
  Object.entries(end.holds)
    .map(([name, value]) =>
      // A variable that does not exist is told as None, too.
      value === 'None' ? `there is no global ${name}, or it is None` : `${name} holds ${shorten(value)}`,
    )
    .join(', ');
const joinedWithOr = (texts: readonly string[]): string => [...new Set(texts)].join(' or ');

/** How a schedule of a reader's fix fails, as sentences. */
export function sayFailure(goal: FixGoal, outcome: Outcome): string {
  if (outcome.kind !== 'finished') return `It ${sayOutcome(outcome)}.`;
  const end = endOf(goal, outcome.state);
  const prints = shorten(end.prints);
  const right = goal.endings.map(({ prints }) => prints);
  if (!right.includes(end.prints))
    return `It prints ${prints === '' ? 'nothing' : `“${prints}”`} where it should print ${joinedWithOr(right.map((text) => `“${text}”`))}.`;
  return `It prints “${prints}”, but in the end ${holds(end)}. It should be: ${joinedWithOr(goal.endings.map(holds))}.`;
}

const reasons: Readonly<Record<AbandonReason, string>> = {
  steps: `Some schedules do not end, or not within ${formatCount(mostSteps)} steps. If a thread goes round in a loop until another has done something, let it wait for a lock or a condition instead: then another thread must have its turn.`,
  livelock: 'Some schedules do not end: the threads go round in a circle.',
  spin: 'Some schedules do not end: a thread goes round in a loop and waits for another that has no turn.',
  threads: 'It starts more threads than can be tried: 16 at most.',
  diverged:
    'It does something else when a schedule is run again: leave out what changes from run to run, such as id() or os.urandom().',
  outside:
    'It waits for something from outside: input(), the network, a process or an event loop. No schedule can tell when that comes.',
};

/** How a passed check was made, as sentences. */
export function sayEvidence({ gil, freeThreaded }: Extract<CheckPhase, { readonly kind: 'passed' }>): string {
  const kinds = (count: number): string => `${formatCount(count)} kind${count === 1 ? '' : 's'} of schedules`;
  return freeThreaded === null
    ? `With the GIL, all ${kinds(gil)} were tried, one for each order of the steps that conflict. Without the GIL there are more than can be tried; none of those that were tried fails.`
    : `${kinds(gil)} with the GIL and ${kinds(freeThreaded)} without: one was tried for each order of the steps that conflict, and that is all of them.`;
}

/** What a reader may do next, as a sentence. @param found null where it could not be looked for. */
export function sayNextMove({ limit }: BreakGoal, found: NextMove | null, names: readonly string[]): string {
  if (found === null) return 'The page could not look for a way on. Try again, or start over.';
  if (found.kind === 'go') return `Next move: ${nameInSentence(names[found.thread] ?? `thread ${found.thread}`)}.`;
  const back = `Undo ${of(found.moves, 'move')}, and ask again.`;
  return found.certain
    ? `From here it cannot be done with ${of(limit.most, noun(limit))}. ${back}`
    : `No way on was found from here. ${back}`;
}

/** The verdict on a reader's fix, as sentences; empty while there is none. */
export function sayVerdict(goal: FixGoal, phase: CheckPhase): string {
  switch (phase.kind) {
    case 'passed': {
      const order = goal.tasks === true ? 'Whichever task goes on at each await' : 'Whichever thread goes when';
      return phase.freeThreaded === null
        ? `Fixed for CPython with the GIL. ${order}, the program ends well there; without the GIL, no failure was found.`
        : `Fixed. ${order}, with the GIL or without, the program ends well.`;
    }
    case 'broken': {
      const how =
        phase.program.granularity === 'gil'
          ? 'There is still a schedule that breaks it, with the GIL and without.'
          : 'With the GIL nothing goes wrong. But a CPython without the GIL has a schedule that breaks it.';
      return `${how} ${sayFailure(goal, phase.outcome)}`;
    }
    case 'evaded':
      return phase.words;
    case 'endless':
      return reasons[phase.why];
    case 'undecided':
      return 'None of the schedules that were tried fails, but there are more of them than can be tried. Write it shorter, or keep more of it under the lock.';
    case 'stopped':
      return 'Stopped before all schedules were tried.';
    case 'refused':
      return `Python does not understand this program: ${shorten(phase.words)}`;
    case 'lost':
      return phase.reason;
    case 'idle':
    case 'starting':
    case 'trying':
    case 'simplifying':
      return '';
  }
}
