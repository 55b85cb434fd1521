import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import type { Access, Step, ThreadIndex } from '../../../core/schedule/types';

/** A thread between two steps: can go on at a line, unless said otherwise. */
export const threadMoment = (
  line: number,
  more: Partial<ThreadMoment> = {},
  locals: readonly (readonly [string, string])[] = [],
): ThreadMoment => ({
  name: 'Thread-1 (add)',
  status: 'runs',
  calls: [{ function: 'add', line, offset: 0, locals, place: null }],
  within: null,
  looks: true,
  waits: null,
  at: null,
  stack: null,
  ...more,
});

/** A main thread that waits for the end of a thread. */
export const joining = (thread: ThreadIndex, line = 20): ThreadMoment =>
  threadMoment(line, {
    name: 'MainThread',
    status: 'waits',
    calls: [{ function: '<module>', line, offset: 0, locals: [], place: null }],
    waits: { object: `thread ${thread}`, holders: [thread], until: null, call: null },
  });

/** A state of a program. Threads that `runs` or are `new` can go on, unless said otherwise. */
export function momentOf(threads: readonly ThreadMoment[], more: Partial<ScheduledMoment> = {}): ScheduledMoment {
  const enabled = threads.flatMap(({ status }, index) => (status === 'runs' || status === 'new' ? [index] : []));
  return { enabled, passing: [], threads, globals: [], locks: [], things: [], loops: [], printed: '', now: 0, ...more };
}

/** A step of a thread, with accesses such as `read global counter`. */
export const stepOf = (thread: ThreadIndex, enabled: readonly ThreadIndex[], ...accesses: readonly string[]): Step => ({
  thread,
  point: { enabled, next: enabled.map(() => null) },
  accesses: accesses.map((text): Access => {
    const space = text.indexOf(' ');
    return { kind: text.slice(0, space) as Access['kind'], object: text.slice(space + 1) };
  }),
});
