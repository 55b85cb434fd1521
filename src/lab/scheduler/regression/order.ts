import type { Place, ScheduledMoment } from '../../../core/python/pythonSchedules';
import { readObjectName } from '../../../core/schedule/objectNames';
import type { RunResult, ThreadIndex } from '../../../core/schedule/types';

/** One turn of a thread, as a native Python can be made to take it: through these places in this order, and then it stops. */
export interface Turn {
  readonly thread: ThreadIndex;
  readonly passed: readonly Place[];
  /** At the last of the places; where it waits within the library, which it may do some instructions after the last place; or where it ends. */
  readonly stop: 'place' | 'wait' | 'end';
  /** The line at which it stops, where that is known. */
  readonly line: number | null;
}

interface Standing {
  readonly place: Place | null;
  readonly line: number | null;
  readonly within: string | null;
  readonly status: 'new' | 'runs' | 'waits' | 'ended';
  /** What it waits for is a lock that another thread has. */
  readonly forLock: boolean;
}

function standingOf({ threads }: ScheduledMoment, thread: ThreadIndex): Standing {
  const told = threads[thread];
  const [call] = told?.calls ?? [];
  const waits = told?.status === 'waits' ? told.waits : null;
  return {
    place: call?.place ?? null,
    line: call?.line ?? null,
    within: told?.within ?? null,
    status: told?.status ?? 'new',
    forLock: waits !== null && readObjectName(waits.object).kind === 'lock',
  };
}

const isSame = (a: Place | null | undefined, b: Place | null): boolean =>
  a !== null && a !== undefined && b !== null && a.every((part, index) => part === b[index]);

/**
 * The turns that the threads of a run took, for a native Python that is to take them again: it knows the program's own code only, so a thread that stands in the midst of
 * a call of the library's is stopped before that call where it has done nothing in it, and after it where it could go on.
 */
export function orderOf({ steps }: RunResult, moments: readonly ScheduledMoment[]): readonly Turn[] {
  const turns: Turn[] = [];
  /** By thread: the call of the library's in which it has done something. */
  const acted = new Map<ThreadIndex, Place>();
  for (let at = 0; at < steps.length;) {
    const thread = steps[at]?.thread ?? 0;
    const passed: Place[] = [];
    const pass = (place: Place): void => {
      // Before a call, and in its midst, a thread stands at one place; anywhere else it has come there again.
      if (!(isCall(place) && isSame(passed.at(-1), place))) passed.push(place);
    };
    let stop: Turn['stop'] = 'place';
    let line: number | null = null;
    for (; steps[at]?.thread === thread; at += 1) {
      const [before, moment] = [moments[at], moments[at + 1]];
      if (before === undefined || moment === undefined) continue;
      const [was, is] = [standingOf(before, thread), standingOf(moment, thread)];
      const { place, within } = is;
      const stays = place !== null && within !== null && was.within !== null && isSame(was.place, place);
      if (!stays) acted.delete(thread);
      else if (steps[at]?.accesses.some(({ kind }) => kind !== 'read' && kind !== 'write')) acted.set(thread, place);
      line = is.line;
      if (is.status === 'ended' || (thread === 0 && place === null)) stop = 'end';
      else if (place === null) stop = 'wait';
      else if (within === null) {
        pass(place);
        stop = 'place';
      } else if (steps[at + 1]?.thread !== thread) {
        const begun = acted.has(thread);
        const waits = is.status === 'waits' && (begun || !is.forLock);
        pass(begun && !waits && isCall(place) ? afterCall(place) : place);
        if (!waits && !isCall(place)) pass([within, '', 'enter', 1]);
        stop = waits ? 'wait' : 'place';
      }
    }
    turns.push({ thread, passed, stop, line });
  }
  return turns;
}

const isCall = ([, , what]: Place): boolean => what === 'call' || what === 'enter with' || what === 'leave with';

const afterCall = ([functionName, line, what, count]: Place): Place => [functionName, line, `after ${what}`, count];
