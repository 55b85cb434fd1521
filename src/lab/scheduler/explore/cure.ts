import type { ScheduledMoment, ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import type { SearchOptions } from '../../../core/schedule/search';
import type { Outcome, StepIndex, ThreadIndex } from '../../../core/schedule/types';
import { reasons, type Reason } from '../../../core/schedule/why';
import type { Millis } from '../../../core/base/time';
import { isWorthSaying, whyItBroke, type Explained } from '../explain/why';
import { blocksAround, bodyAround, combinations, withLock, type Block } from './cureBlocks';
import type { Explorer } from './explorer';

/** What one lock must cover so that no schedule goes wrong. */
export interface Cure {
  /** How the program goes wrong now. */
  readonly why: Explained;
  /** One block of lines for each function; null where no such blocks were found that make every schedule right. */
  readonly blocks: readonly Block[] | null;
  /** How many schedules of the program with that lock were tried, each of another kind: all of them are right. */
  readonly schedules: number;
  /** The program with that lock. */
  readonly source: string | null;
}

/** How many sets of blocks are tried, and how long. */
const mostTried = 60;
const longestMs: Millis = 10_000;
const maxRuns = 5000;

/** The line at which a thread stands in each of its calls, by function, innermost first. */
const linesIn = (moment: ScheduledMoment | undefined, thread: ThreadIndex): readonly number[] =>
  (moment?.threads[thread]?.calls ?? []).filter((call) => call.function !== '<module>').map(({ line }) => line);

const cover = (blocks: readonly Block[]): Block => ({
  first: Math.min(...blocks.map(({ first }) => first)),
  last: Math.max(...blocks.map(({ last }) => last)),
});

/**
 * The blocks that one lock must cover at least: from a thread's first access to its last in the innermost function that has both, and the access that came between them.
 * Blocks of one function are one. Null where an access is in no function.
 */
export function neededBlocks({ result, moments }: WatchedRun, reason: Reason, source: string): readonly Block[] | null {
  const lines = source.split('\n');
  const standsIn = (step: StepIndex): readonly number[] => linesIn(moments[step], result.steps[step]?.thread ?? 0);
  const sameBody = (a: number, b: number): boolean => bodyAround(lines, a).first === bodyAround(lines, b).first;
  const ends = reason.kind === 'race' ? [reason.first] : [reason.first, reason.last];
  const [start = 0, finish = start] = ends;
  const own = standsIn(start).flatMap((line) =>
    standsIn(finish)
      .filter((other) => sameBody(line, other))
      .map((other) =>
        cover([
          { first: line, last: line },
          { first: other, last: other },
        ]),
      ),
  )[0];
  const between = standsIn(reason.kind === 'race' ? reason.second : reason.between);
  const [innermost] = between;
  if (own === undefined || innermost === undefined) return null;
  const shared = between.find((line) => sameBody(line, own.first));
  const line = shared ?? innermost;
  return merged([own, { first: line, last: line }], lines);
}

/** Blocks of one function as one. */
function merged(blocks: readonly Block[], lines: readonly string[]): readonly Block[] {
  const byBody = new Map<number, Block>();
  for (const block of blocks) {
    const { first } = bodyAround(lines, block.first);
    const before = byBody.get(first);
    byBody.set(first, before === undefined ? block : cover([before, block]));
  }
  return [...byBody.values()];
}

/**
 * Looks for the smallest blocks, one in each function that interferes, which make every schedule right once one lock covers them: each candidate is the program with that
 * lock, of which all schedules without the GIL are tried. Null where the run shows no interference. Rejects where the interpreters do.
 *
 * @param watched A wrong run by the rule of CPython without the GIL, where each step has one access.
 */
export async function findCure(
  python: Pick<Explorer, 'explore'>,
  program: ScheduledProgram,
  watched: WatchedRun,
  isRight: (outcome: Outcome) => boolean,
  signal: AbortSignal,
): Promise<Cure | null> {
  const why = whyItBroke(watched.result, watched.moments, program.source, true);
  if (why === null) return null;
  const until = performance.now() + longestMs;
  const options: SearchOptions = { reduction: 'source sets', preemptions: 'all', maxRuns, maxSteps: 2000 };
  const lines = program.source.split('\n');
  const told = new Set<string>();
  const wanted = reasons(watched.result)
    .filter(({ object }) => isWorthSaying(object))
    .flatMap((reason) => neededBlocks(watched, reason, program.source) ?? [])
    .slice(0, 12);
  for (const blocks of candidates(wanted, lines)) {
    const source = withLock(program.source, blocks);
    if (told.has(source)) continue;
    told.add(source);
    if (told.size > mostTried || performance.now() > until || signal.aborted) break;
    const found = await python
      .explore({ ...program, source, granularity: 'free-threaded' }, options, { signal })
      .catch((error: unknown) => {
        // Half a statement is no block.
        if (error instanceof Error && error.name === 'NotAProgram') return null;
        throw error;
      });
    if (found?.conclusive === true && found.outcomes.every(({ outcome }) => isRight(outcome)))
      return { why, blocks, schedules: found.schedules, source };
  }
  return { why, blocks: null, schedules: 0, source: null };
}

/** Sets of blocks, the smallest first: around the first interference, then with the functions of the others. */
function* candidates(wanted: readonly Block[], lines: readonly string[]): Generator<readonly Block[]> {
  for (let many = 1; many <= wanted.length; many += 1) {
    const lists = merged(wanted.slice(0, many), lines).map((needed) => blocksAround(lines, needed).slice(0, 12));
    if (lists.length <= 3) yield* combinations(lists).slice(0, 20);
  }
}
