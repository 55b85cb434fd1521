import { formatCount } from '../../../core/base/format';
import type { AbandonReason, Outcome } from '../../../core/schedule/types';
import { shorten } from '../../../core/base/shorten';
import {
  endOf,
  lastLineOf,
  type BreakGoal,
  type Ending,
  type FixGoal,
  type Limit,
  type RightEnding,
  type AttemptState,
  type Tally,
} from './goals';
import { mostSteps, type CheckPhase } from './fixCheck';

const of = (count: number, noun: 'move' | 'switch'): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : noun === 'switch' ? 'es' : 's'}`;
const noun = ({ of: what }: Limit): 'move' | 'switch' => (what === 'moves' ? 'move' : 'switch');

/** What was spent of what may be: "1 of 2 switches, 3 moves". */
export function sayTally({ limit }: BreakGoal, { moves, switches }: Tally): string {
  const [counted, other] = limit.of === 'moves' ? [moves, of(switches, 'switch')] : [switches, of(moves, 'move')];
  return `${formatCount(counted)} of at most ${of(limit.most, noun(limit))}, ${other}`;
}

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
      return `You did it, with ${spent}.`;
  }
}

const holds = (end: RightEnding): string =>
  Object.entries(end.holds)
    .map(([name, value]) => `${name} holds ${shorten(value)}`)
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

/** The verdict on a reader's fix, as sentences; empty while there is none. */
export function sayVerdict(goal: FixGoal, phase: CheckPhase): string {
  switch (phase.kind) {
    case 'passed': {
      const all = phase.within === null ? phase.lines : phase.within;
      const within =
        phase.within === null ? ' Switches within lines could not all be tried; none of those that were fails.' : '';
      return all === 1
        ? `Fixed. No two steps conflict, so all schedules end alike, and one stands for all of them.${within}`
        : `Fixed. All ${formatCount(all)} kinds of schedules pass${phase.within === null ? ', line by line' : ', switches within lines included'}. One was tried for each order of the steps that conflict.${within}`;
    }
    case 'broken': {
      const how =
        phase.program.granularity === 'line'
          ? 'There is still a schedule that breaks it.'
          : 'Line by line nothing goes wrong. But a line is more than one step, and there is a schedule that breaks it within.';
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
