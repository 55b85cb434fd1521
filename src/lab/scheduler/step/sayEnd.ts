import { assertNever } from '../../../core/base/assertNever';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import { formatCount } from '../../../core/base/format';
import { deadlockOf, sayDeadlock } from '../../../core/schedule/deadlock';
import { shorten } from '../../../core/base/shorten';
import type { AbandonReason, Outcome, RunResult } from '../../../core/schedule/types';
import { namesIn } from '../explain/names';

/** How a run ended: a word or two, and a sentence. */
export interface Ending {
  readonly kind: Outcome['kind'];
  readonly title: string;
  readonly words: string;
  /** What `Explanation` shows, for those who hear. */
  readonly more?: string;
}

const abandoned: Readonly<Record<AbandonReason, Omit<Ending, 'kind'>>> = {
  steps: {
    title: 'Given up',
    words:
      'This step never came to its end: the thread went on and on without reaching a place where another could take over.',
  },
  threads: { title: 'Given up', words: 'The program started more threads than can be scheduled here.' },
  livelock: {
    title: 'Livelock',
    words:
      'All is as it was before, though every thread that could go on did: they can go round like this for ever, and get nowhere.',
  },
  spin: {
    title: 'Round in a circle',
    words:
      'All is as it was before: the threads that ran since only looked, and will go on looking for ever, unless you choose another.',
  },
  diverged: {
    title: 'It did something else',
    words:
      'Here the steps that were asked for no longer fit the program: that thread cannot go on. You can choose another one.',
  },
  outside: {
    title: 'Given up',
    words:
      'The program waits for something outside of it, such as input, the network or another process. That cannot be scheduled.',
  },
};

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const printedWords = (printed: string): string => {
  const text = printed.trimEnd();
  if (text === '') return 'It printed nothing.';
  return text.includes('\n')
    ? `It printed ${formatCount(text.split('\n').length)} lines.`
    : `It printed “${shorten(text)}”.`;
};

/** How a run ended, in words. */
export function sayEnd(run: RunResult, outcome: Outcome, last: ScheduledMoment): Ending {
  const { kind } = outcome;
  switch (kind) {
    case 'finished':
      return {
        kind,
        title: 'Finished',
        words:
          last.threads.length === 1
            ? `${printedWords(last.printed)} This program has one thread, so there is nothing to choose: let it start another with threading.Thread, or open one under Programs.`
            : `${printedWords(last.printed)} All threads have ended.`,
      };
    case 'exception':
      return {
        kind,
        title: 'Exception',
        words: `${asSentence(shorten(outcome.message.trim()))} ${printedWords(last.printed)}`,
      };
    case 'deadlock': {
      const deadlock = deadlockOf({ ...run, outcome });
      return {
        kind,
        title: 'Deadlock',
        words: 'No thread can go on.',
        ...(deadlock !== null && { more: sayDeadlock(deadlock, namesIn(last)) }),
      };
    }
    case 'abandoned':
      return { kind, ...abandoned[outcome.why] };
    default:
      return assertNever(kind);
  }
}
