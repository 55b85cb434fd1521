/** Tasks of asyncio. */
import { one, some, type KnownPair } from './knownPair';

const popped = 'IndexError: pop from empty list';

/*
 * Of an event loop, any task that is ready may have the next turn here; in asyncio's own order there is one schedule each, which ends as natively. All turns conflict, for all the reduction knows. The main thread is 0, the task of `main` is 1. Counting: two tasks of
 * two turns each have C(4, 2). With room for one, the second asks before or after the first has left: twice 2.
 */
export const tasks: readonly KnownPair[] = [
  {
    name: 'async_lost_update',
    involved: true,
    broken: some(['1', '2'], { schedules: 6, classes: 6 }),
    fixed: one('2', { schedules: 4, classes: 4 }),
  },
  // Fixed, the second finds too little and has one turn, before the other's last or after it.
  {
    name: 'async_check_then_act',
    involved: true,
    broken: some(['-60', '20'], { schedules: 6, classes: 6 }),
    fixed: one('20', { schedules: 4, classes: 4 }),
  },
  // One after the other, 2; or both have one lock, and ask for the other's in either order, 4.
  {
    name: 'async_two_locks',
    involved: true,
    broken: some(['done', 'deadlock: 0, 1, 2, 3'], { schedules: 6, classes: 6 }),
    fixed: one('done', { schedules: 4, classes: 4 }),
  },
  {
    name: 'async_event_pulse',
    involved: true,
    broken: some(['went on', 'deadlock: 0, 1, 2'], { schedules: 2, classes: 2 }),
    fixed: one('went on', { schedules: 2, classes: 2 }),
  },
  // There is never more than one task that could go on.
  {
    name: 'async_queue_join',
    involved: true,
    broken: one('deadlock: 0, 1', { schedules: 1, classes: 1 }),
    fixed: one('done', { schedules: 1, classes: 1 }),
  },
  {
    name: 'async_read_too_soon',
    involved: true,
    broken: some(['None', '42'], { schedules: 2, classes: 2 }),
    fixed: one('42', { schedules: 1, classes: 1 }),
  },
  // The task has had none of its two turns, one, or both.
  {
    name: 'async_cancelled',
    involved: true,
    broken: some(['cancelled', 'ended'], { schedules: 3, classes: 3 }),
    fixed: one('ended', { schedules: 3, classes: 3 }),
  },
  {
    name: 'async_semaphore_too_wide',
    involved: true,
    broken: some(['1', '2'], { schedules: 6, classes: 6 }),
    fixed: one('1', { schedules: 4, classes: 4 }),
  },
  { name: 'async_if_around_wait', involved: true, broken: some(['[]', popped]), fixed: one('[]') },
  {
    name: 'async_two_by_two',
    involved: true,
    broken: some(['a1 a2 b1 b2', 'a1 b1 a2 b2', 'a1 b1 b2 a2', 'b1 a1 a2 b2', 'b1 a1 b2 a2', 'b1 b2 a1 a2'], {
      schedules: 6,
      classes: 6,
    }),
    fixed: some(['a1 a2 b1 b2', 'b1 b2 a1 a2'], { schedules: 6, classes: 6 }),
  },
];

/** All of them. */
