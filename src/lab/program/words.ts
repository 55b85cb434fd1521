import { assertNever } from '../../core/base/assertNever';
import { formatDuration } from '../../core/base/format';
import type { PythonAbilities } from '../../core/python/python';
import { fetchedWords } from '../../core/python/pythonNetwork';
import { shorten, withoutFunction } from '../../core/base/shorten';
import { mostProcesses } from '../../core/python/processes/layout';
import type { PythonRunState, RunEnd } from './pythonRun';

/** A deadlock is told in a dozen sentences. */
const mostOfDeadlock = 3000;

/** How a run ended, in a sentence. Where a line of the program belongs into it, it comes in two parts, and the line goes between them. */
export function wordsOf(end: RunEnd): readonly [string, string] {
  const after = end.elapsedMs > 0 ? ` after ${formatDuration(end.elapsedMs)}` : '';
  switch (end.status) {
    case 'finished':
      return [
        end.exitCode === 0
          ? `Finished${after.replace('after', 'in')}.`
          : `Ended with exit code ${end.exitCode}${after}.`,
        '',
      ];
    case 'failed':
      return [`Failed${after}`, `: ${lastLine(end.reason)}`];
    case 'stopped':
      return [`Stopped${after}.`, ''];
    case 'deadlock':
      return [`Deadlock${after}: ${shorten(end.words, mostOfDeadlock)}`, ''];
    case 'lost':
      return [shorten(end.reason), ''];
    default:
      return assertNever(end);
  }
}

/** What a failure is, in one line. A group of exceptions is told in many lines, a syntax error in four; the last says what it is. */
export function lastLine(reason: string): string {
  const text = reason.trimEnd();
  return shorten(text.slice(text.lastIndexOf('\n') + 1));
}

/** Which browsers can suspend WebAssembly, from their own compatibility data. */
export const browsersWithThreads = 'Chrome and Edge from version 137, Firefox from 153 and Safari from 27 can';

/** What a browser without stack switching is told before it runs anything. */
export const withoutThreads = `This browser cannot suspend WebAssembly (JSPI), so Python runs here without threads: programs that start one, or ask with input(), fail. ${browsersWithThreads}.`;

interface Reason {
  /** What Python says, the exception's type before all: a program's own texts may have any word in them. */
  readonly pattern: RegExp;
  /** What must be among the calls that led to it, where the same is said for other reasons. */
  readonly origin?: RegExp;
  readonly words: string;
}

/** What a program asks for that a page does not have, by what Python then says. The page's own sentences are those of src/python/kernel/refusals.py and processes/processes.py. */
const reasons: readonly Reason[] = [
  {
    pattern: /^FileNotFoundError: .*'\/proc\//,
    words: 'The page has no operating system beneath it, and so no /proc to read from. On Linux this program runs.',
  },
  {
    pattern:
      /^OSError: \[Errno \d+\] a page cannot start other programs, |this page starts processes by spawn only: there is no operating system here that could fork one$/,
    words: 'The page cannot start programs of the operating system. On your own machine this one runs.',
  },
  {
    pattern:
      /^[\w.]*(?:OSError|gaierror): \[Errno -?\d+\] (?:there are no sockets in a browser|a page cannot be a server)/,
    words: 'A page can open no sockets and cannot be a server. On your own machine this program can.',
  },
  {
    pattern: /^RuntimeError: can't start new thread/,
    words: 'Each thread in the page needs a stack of its own, and there is room for about a thousand of them.',
  },
  {
    pattern: /^BlockingIOError: .*temporarily unavailable/,
    origin: /multiprocessing|concurrent\/futures/,
    words: `Each process in the page is a Python of its own. No more than ${mostProcesses - 1} may live at once.`,
  },
  {
    pattern: /^ModuleNotFoundError: No module named '/,
    words:
      'Python in the page has its standard library, requests and aiohttp. Other packages, and modules of your own, this program finds on your own machine.',
  },
];

/** Why a program did not do here what it would have done elsewhere; null when it is the program's own doing. */
export function whyNotHere(end: RunEnd, abilities: PythonAbilities | null): string | null {
  if (end.status !== 'failed') return null;
  if (abilities?.threads === false && /can't start new thread|JSPI/i.test(end.reason)) {
    return `This browser cannot suspend WebAssembly (JSPI), which threads and input() need in a page. ${browsersWithThreads}.`;
  }
  return (
    reasons.find(({ pattern, origin }) => pattern.test(end.reason) && (origin?.test(end.traceback) ?? true))?.words ??
    null
  );
}

/** Why a Ctrl+C has not arrived yet, and what the reader can do. */
export function unheardWords(abilities: PythonAbilities | null): string {
  const why =
    abilities?.preemption === 'signal'
      ? 'It looks for one between two steps of its own code, and not within one long operation in C, such as the sum of a large range. CPython in a terminal does not either.'
      : 'This page shares no memory with Python, so a Ctrl+C arrives when the program next waits, or when it has a second thread. “What really ran” below the output says more once the program has ended.';
  return `Python has not noticed your Ctrl+C yet. ${why} Stop ends the program in any case.`;
}

/** A lane's name in a narrow margin: its middle goes, since its end tells it from its neighbours. */
export function nameInMargin(name: string, longest = 13): string {
  const bare = withoutFunction(name);
  if (bare.length <= longest) return bare;
  const tail = Math.floor((longest - 1) / 2);
  return `${bare.slice(0, longest - 1 - tail)}…${bare.slice(-tail)}`;
}

/** What really ran, a sentence each. */
export function whatRan(
  abilities: PythonAbilities,
  { order, hidden, fetched }: Pick<PythonRunState, 'order' | 'hidden' | 'fetched'>,
): readonly string[] {
  const interval = formatDuration(order?.switchIntervalMs ?? 0).replace('.0', '');
  const told = [
    `CPython ${abilities.version}, compiled to WebAssembly by the Pyodide project, in a worker of this page. The standard library is its own. Its threads are this site’s: they take turns as under the GIL, but the operating system does not know them, and to start one, wake it or change to it costs something else than there.`,
  ];
  switch (abilities.preemption) {
    case 'signal':
      told.push(
        `Threads take turns as in CPython: after ${interval} (unless the program sets another interval) the running one is signalled, and hands over where CPython looks, at calls, function starts and backward jumps.`,
      );
      break;
    case 'monitoring':
      told.push(
        `Threads take turns every ${interval} (unless the program sets another interval). This page is not isolated, so Python itself looks at the clock (sys.monitoring), which makes tight loops about 3.5 times slower.`,
      );
      break;
    case 'none':
      told.push(withoutThreads);
      break;
    default:
      return assertNever(abilities.preemption);
  }
  if (order !== null && /\bInterpreterPoolExecutor\b/.test(order.source)) {
    told.push(
      'Each interpreter of an InterpreterPoolExecutor was a worker of its own, as a process is here: Pyodide leaves out several in one process.',
    );
  }
  told.push(
    'Plain computing takes two to five times as long as in native CPython, and locks and switches between threads are this site’s, not the operating system’s: compare runs in the page only with each other.',
  );
  if (order !== null && /\bprocess_time(_ns)?\b/.test(order.source)) {
    told.push(
      'A page has no clock of the processor. process_time() here counts the time in which a Python thread ran or wanted to run, so on a busy machine it also counts the wait for a core.',
    );
  }
  told.push(...fetchedWords(fetched));
  if (hidden)
    told.push('The tab was hidden meanwhile; browsers slow the clocks of hidden tabs, so do not trust its times.');
  return told;
}
