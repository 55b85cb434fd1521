import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import { formatDuration } from '../../../core/base/format';
import type { ThreadIndex } from '../../../core/schedule/types';
import type { SpanState } from '../../../core/trace/trace';
import { readObjectName } from '../../../core/schedule/objectNames';
import { namesIn } from '../explain/names';
import { placedAt, sayAsleep, sayWoken } from '../explain/things';

/** How a thread stands between two steps, in the words of the site's lanes: `ready` can be chosen. */
export type Standing = Exclude<SpanState, 'running'> | 'held back' | 'ended';

/** A task of an event loop that could go on, if another did not run, or if it were its turn. */
export function isForTurn({ threads, loops }: ScheduledMoment, thread: ThreadIndex): boolean {
  const { waits = null } = threads[thread] ?? {};
  return (
    waits !== null &&
    ((waits.call === null && readObjectName(waits.object).kind === 'event loop') ||
      loops.some(({ ready }) => ready.some(({ task }) => task === thread)))
  );
}

/** Whether it waits for time to pass, and for nothing else. */
const sleeps = ({ waits }: ThreadMoment): boolean =>
  waits !== null && (waits.object === 'time' || (waits.call === 'sleep' && waits.until !== null));

/** Where the main thread goes first, the others are `held back` while it can go on; so are tasks while another runs. */
export function standingOf(moment: ScheduledMoment, thread: ThreadIndex): Standing {
  const { enabled, passing, threads } = moment;
  const told = threads[thread];
  if (told === undefined || told.status === 'ended') return 'ended';
  if (told.status === 'waits' && isForTurn(moment, thread)) return 'held back';
  if (told.waits !== null && told.status === 'waits')
    return sleeps(told) || passing.includes(thread) ? 'waiting' : 'blocked';
  return enabled.includes(thread) ? 'ready' : 'held back';
}

const inSeconds = (seconds: number): string => formatDuration(seconds * 1000);

/** Virtual time, as the page writes it. */
export const timeOf = (seconds: number): string => (seconds === 0 ? '0 s' : inSeconds(seconds));

/** What a thread waits for, after its name: "waits for lock a, held by Thread-2". Null if it waits for nothing. */
export function sayWait(moment: ScheduledMoment, thread: ThreadIndex): string | null {
  const told = moment.threads[thread];
  const waits = told?.waits ?? null;
  if (told === undefined || waits === null) return null;
  const { object, holders, until, call } = waits;
  const { loops } = moment;
  const names = namesIn(moment);
  const all = holders.map((holder) => (holder === thread ? 'itself' : names.thread(holder))).join(' and ');
  const placed = placedAt(moment, told);
  const woken = placed === null ? null : sayWoken(placed);
  const after = woken === null ? '' : `${woken}, and `;
  if (isForTurn(moment, thread))
    return `${after}waits for its turn${all === '' || readObjectName(object).kind !== 'event loop' ? '' : ` while ${all} runs`}`;
  if (sleeps(told)) return `sleeps until ${timeOf(until ?? 0)}`;
  const loop = loops.find((one) => one.thread === thread && one.object === object);
  if (loop !== undefined)
    return until === null ? 'runs the event loop' : `runs the event loop, whose next timer is due at ${timeOf(until)}`;
  if (object === 'tasks') return `waits for the end of ${all}`;
  const atMost = until === null ? '' : `, until ${timeOf(until)} at most`;
  const { kind } = readObjectName(object);
  if (kind === 'thread') return `waits for the end of ${names.object(object)}${atMost}`;
  if (placed?.place.how === 'asleep') return `${sayAsleep(placed)}${atMost}`;
  const lock = moment.locks.find((one) => one.object === object);
  if (lock === undefined && call !== null) {
    const [, method = 'wait'] = /\.(\w+)$/.exec(call) ?? [];
    return `waits in ${kind === 'wait' ? `${names.object(object)}.${method}` : call}()${atMost}`;
  }
  const by = all === '' ? '' : `, held by ${all}`;
  return `${after}waits for ${names.object(object)}${by}${atMost}`;
}

/** How a thread stands, after its name. */
export function sayStanding(moment: ScheduledMoment, thread: ThreadIndex): string {
  const told = moment.threads[thread];
  const canGoOn = moment.enabled.includes(thread);
  if (told === undefined || told.status === 'ended') return 'has ended';
  const wait = told.status === 'waits' ? sayWait(moment, thread) : null;
  const placed = placedAt(moment, told);
  const woken = placed === null ? null : sayWoken(placed);
  if (wait !== null) return canGoOn ? `${wait}; choose it to let the time pass` : wait;
  if (!canGoOn)
    return told.status === 'new'
      ? 'has not begun; the main thread goes first'
      : 'could go on; the main thread goes first';
  return told.status === 'new' ? 'has not begun' : woken === null ? 'can go on' : `${woken}, and can go on`;
}

/** The line at which a thread stands, in the program's own code; null where it has ended, or is not yet in it. */
export const lineOf = (thread: ThreadMoment | undefined): number | null => thread?.calls[0]?.line ?? null;
