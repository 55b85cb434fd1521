import { formatDuration } from '../base/format';
import { assertNever } from '../base/assertNever';
import type { Kept, LoopCall, LoopDoing, LoopMoment, LoopTurn } from './loopMoment';
import { nextTurn } from './loopMoment';
import { spanWords } from './traceTextWords';
import type { LaneId } from './trace';

/** What a lane is called. */
export type NameOf = (lane: LaneId) => string;

/** A call, as it stands in a list: "wakes Tea", "print()", "Timeout._on_timeout() for Tea". */
export function callWords({ name, task }: LoopCall, nameOf: NameOf): string {
  if (name === '') return task === null ? 'ends a sleep' : `wakes ${nameOf(task)}`;
  return task === null ? `${name}()` : `${name}() for ${nameOf(task)}`;
}

/** A task's name, or what is called. */
export const turnWords = (turn: LoopTurn, nameOf: NameOf): string =>
  turn.kind === 'task' ? nameOf(turn.lane) : callWords(turn.call, nameOf);

/** What somebody is kept by: "waiting for sleep 0.3 s". */
export const keptWords = ({ state, on }: Kept): string => spanWords({ state, label: on });

/** Until when a loop sleeps, by what its selector says: `_awaits` in src/python/threads/eventloop.py. */
const sleepWords: Readonly<Record<string, string>> = {
  'the next timer': 'until its first timer',
  'nothing to do': 'until something wakes it',
};

/** What the thread does, as it stands beneath its heading. */
export function doingWords(doing: LoopDoing, nameOf: NameOf): string {
  switch (doing.kind) {
    case 'turn':
      return turnWords(doing.turn, nameOf);
    case 'sleeps':
      return `nobody: the loop sleeps ${sleepWords[doing.on] ?? `and waits for ${doing.on}`}`;
    case 'between':
      return doing.kept === null ? 'the loop itself' : `the loop itself, ${keptWords(doing.kept)}`;
    case 'away':
      return 'nobody: the loop does not run';
    default:
      return assertNever(doing);
  }
}

/** What has just happened, in a sentence. @param before the moment before */
export function sayMoment(
  { cause, doing, ready }: LoopMoment,
  before: LoopMoment | undefined,
  nameOf: NameOf,
  loop: LaneId,
): string {
  const who = nameOf(cause.lane);
  if (cause.lane !== loop) {
    const hasTurn = doing.kind === 'turn' && doing.turn.kind === 'task' && doing.turn.lane === cause.lane;
    switch (cause.kind) {
      case 'start':
        return `${who} is made, and stands in the ready queue.`;
      case 'run':
        return before?.doing.kind === 'turn' ? `${who} goes on.` : `${who} has its turn.`;
      case 'ready':
        if (cause.on !== nextTurn) return `${who} wants the GIL.`;
        return hasTurn
          ? `${who} stands at the end of the ready queue, where its next turn comes.`
          : `${who} can go on: it stands at the end of the ready queue.`;
      case 'wait':
      case 'block': {
        const what = keptWords({ state: cause.kind === 'wait' ? 'waiting' : 'blocked', on: cause.on });
        return hasTurn ? `${who} keeps the thread, ${what}.` : `${who} ends its turn, ${what}.`;
      }
      case 'end':
        if (cause.end.status === 'failed') return `${who} has failed: ${cause.end.reason}.`;
        return cause.end.status === 'stopped'
          ? `${who} is over before its end: it was cancelled, or collected.`
          : `${who} is done.`;
      default:
        return `${who}.`;
    }
  }
  switch (cause.kind) {
    case 'timer':
      return `A timer is set: in ${formatDuration(cause.delayMs)} it ${cause.name === '' ? '' : 'calls '}${callWords({ number: cause.number, name: cause.name, task: cause.task ?? null }, nameOf)}.`;
    case 'soon': {
      const last = ready.at(-1);
      const wasTimer = before?.timers.some(({ call }) => call.number === cause.number) === true;
      const what = last === undefined ? '' : turnWords(last, nameOf);
      return wasTimer
        ? `The timer is due: “${what}” stands at the end of the ready queue.`
        : `${what} is put at the end of the ready queue.`;
    }
    case 'call':
      return `${doingWords(doing, nameOf)}: this call has its turn.`;
    case 'over': {
      if (
        before?.doing.kind === 'turn' &&
        before.doing.turn.kind === 'call' &&
        before.doing.turn.call.number === cause.number
      )
        return `${turnWords(before.doing.turn, nameOf)}: this turn is over.`;
      const was = before?.timers.find(({ call }) => call.number === cause.number)?.call;
      return was === undefined ? 'A call is cancelled.' : `The timer “${callWords(was, nameOf)}” is cancelled.`;
    }
    case 'wait':
      return doing.kind === 'sleeps'
        ? 'Nothing is ready: the loop sleeps.'
        : doing.kind === 'away'
          ? 'The loop does not run any more.'
          : `${sayWho(doing, nameOf)}, waiting for ${cause.on}.`;
    case 'run':
      return sayRun(doing, before, nameOf);
    case 'end':
      return 'The loop is closed.';
    default:
      return `${sayWho(doing, nameOf)}.`;
  }
}

const sayWho = (doing: LoopDoing, nameOf: NameOf): string =>
  doing.kind === 'turn'
    ? `${turnWords(doing.turn, nameOf)} keeps the thread`
    : 'The loop goes from one turn to the next';

/** The thread runs in the loop, and not in a task. */
function sayRun(doing: LoopDoing, before: LoopMoment | undefined, nameOf: NameOf): string {
  const was: LoopDoing = before?.doing ?? { kind: 'away' };
  switch (was.kind) {
    case 'away':
      return 'The loop begins to run.';
    case 'sleeps':
      return 'The loop wakes.';
    case 'turn':
      return doing.kind === 'turn'
        ? `${turnWords(doing.turn, nameOf)} goes on.`
        : `${turnWords(was.turn, nameOf)} ends its turn.`;
    case 'between':
      return 'The thread goes on.';
    default:
      return assertNever(was);
  }
}
