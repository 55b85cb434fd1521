import { assertNever } from '../../../core/base/assertNever';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import { shorten } from '../../../core/base/shorten';
import type { Outcome, ObjectId, RunResult, StepIndex, ThreadIndex } from '../../../core/schedule/types';
import { readObjectName, wholeOf } from '../../../core/schedule/objectNames';
import { reasons, type Reason } from '../../../core/schedule/why';
import { namesIn } from './names';

/** A step that the explanation points at. */
export interface Pointer {
  readonly step: StepIndex;
  /** "Thread-1". */
  readonly thread: string;
  /** From 1; null where it is not known. */
  readonly line: number | null;
  /** The line's text, without its indentation. */
  readonly code: string;
  /** "reads counter", or what else happened here. */
  readonly what: string;
}

/** Why a run came to what it came to. */
export interface Explained {
  readonly title: string;
  readonly sentence: string;
  /** In the order of time. */
  readonly pointers: readonly Pointer[];
}

/** What all threads share, and no reader would look at. */
const unsaid: ReadonlySet<string> = new Set([
  'stdout',
  'threads',
  'thread names',
  'time',
  'anything',
  'program',
  'objects',
]);

/** Whether a reader would look at a thing, and not only the threads' own machinery. */
export function isWorthSaying(object: ObjectId): boolean {
  const named = readObjectName(object);
  if (named.kind === 'thing') return !unsaid.has(named.thing);
  return named.kind !== 'thread' && named.kind !== 'life';
}

/**
 * The most telling interference of a run, pointed at in the code; null if there is none worth telling. Correct programs interleave their accesses as well, so that
 * of a run that nobody calls wrong, only a lost update is told.
 */
export function whyItBroke(
  run: RunResult,
  moments: readonly ScheduledMoment[],
  source: string,
  failed: boolean,
): Explained | null {
  const wrong = failed || isFailure(run.outcome);
  const worth = reasons(run).filter(({ kind, object }) => isWorthSaying(object) && (wrong || kind === 'lost update'));
  // A container has no name that the reader knows: anything else tells more.
  const reason = worth.find(({ object }) => (wholeOf(object) ?? object) !== 'items') ?? worth[0];
  return reason === undefined ? null : explained(reason, run, moments, source);
}

const isFailure = (outcome: Outcome | null): boolean => outcome?.kind === 'exception';

function explained(reason: Reason, run: RunResult, moments: readonly ScheduledMoment[], source: string): Explained {
  const names = namesIn(moments.at(-1) ?? { threads: [], locks: [], things: [] });
  const who = (step: StepIndex): string => names.thread(run.steps[step]?.thread ?? 0);
  const thing = names.object(reason.object);
  const at = (step: StepIndex, what: string): Pointer => {
    const place = placeOf(moments[step], run.steps[step]?.thread ?? 0, reason.object, source);
    return { step, thread: who(step), what, ...place };
  };
  const first = who(reason.first);
  if (reason.kind === 'race') {
    return {
      title: 'A data race',
      sentence: `${first} and ${who(reason.second)} both use ${thing}, and nothing decides which of the two comes first.`,
      pointers: [at(reason.first, `uses ${thing}`), at(reason.second, `uses ${thing}`)],
    };
  }
  const other = who(reason.between);
  const through = (before: string, between: string, after: string): readonly Pointer[] => [
    at(reason.first, before),
    at(reason.between, between),
    at(reason.last, after),
  ];
  switch (reason.kind) {
    case 'lost update':
      return {
        title: 'A lost update',
        sentence: `${first} read ${thing}. Before it wrote, ${other} took over and wrote ${thing} as well. Then ${first} wrote what it had worked out from the old value, and what ${other} had written was gone.`,
        pointers: through(`reads ${thing}`, `writes ${thing}`, `writes ${thing}, over what ${other} wrote`),
      };
    case 'check then act':
      return {
        title: 'Checked too early',
        sentence: `${first} looked at ${thing}. Before it went on, ${other} changed ${thing}, so that what ${first} had found was no longer true.`,
        pointers: through(`looks at ${thing}`, `changes ${thing}`, `uses ${thing} again`),
      };
    case 'intermediate value':
      return {
        title: 'Seen half done',
        sentence: `${first} was in the middle of changing ${thing} when ${other} read it.`,
        pointers: through(`begins to change ${thing}`, `reads ${thing}`, `changes ${thing} once more`),
      };
    case 'overwritten':
      return {
        title: 'Overwritten',
        sentence: `${first} wrote ${thing}; when it read ${thing} again, ${other} had written something else.`,
        pointers: through(`writes ${thing}`, `writes ${thing}`, `reads ${thing}`),
      };
    case 'outdated':
      return {
        title: 'Acted on what was no longer true',
        sentence: `${first} looked at ${thing}. Before it acted on it, ${other} changed ${thing}.`,
        pointers: through(`looks at ${thing}`, `changes ${thing}`, 'acts on what it had seen'),
      };
    default:
      return assertNever(reason);
  }
}

/** The line that a step begins with; of calls within calls, the innermost that names the thing. */
function placeOf(
  moment: ScheduledMoment | undefined,
  thread: ThreadIndex,
  object: ObjectId,
  source: string,
): Pick<Pointer, 'line' | 'code'> {
  const lines = source.split('\n');
  const named = readObjectName(object);
  const name = 'name' in named ? named.name : named.kind === 'thing' ? named.thing : '';
  const textOf = (line: number): string => shorten((lines[line - 1] ?? '').trim());
  const calls = moment?.threads[thread]?.calls ?? [];
  const call = calls.find(({ line }) => textOf(line).split(/\W+/).includes(name)) ?? calls[0];
  return call === undefined ? { line: null, code: '' } : { line: call.line, code: textOf(call.line) };
}
