/** Threads, locks, conditions, semaphores and queues. */
import { one, some, type KnownPair } from './knownPair';

const popped = 'IndexError: pop from empty list';
const notLocked = 'RuntimeError: release unlocked lock';
const startedAlready = 'RuntimeError: threads can only be started once';
const tooManyPermits = 'ValueError: Semaphore released too many times';

export const threads: readonly KnownPair[] = [
  {
    name: 'read_too_soon',
    involved: true,
    broken: some(['None', '42'], { classes: 2 }),
    fixed: one('42', { classes: 1 }),
  },
  {
    name: 'daemon',
    involved: true,
    broken: some(['', 'began', 'began ended'], { classes: 3 }),
    fixed: one('began ended'),
  },
  {
    name: 'still_alive',
    involved: true,
    broken: some(['False', 'True'], { classes: 2 }),
    fixed: one('False', { classes: 1 }),
  },
  { name: 'active_count', involved: true, broken: some(['1', '2']), fixed: one('1') },
  {
    name: 'started_twice',
    freerNatively: 'There, `Thread.start` is itself no single step, and may trip over its own books (KeyError).',
    broken: some(['working', `first: ${startedAlready}`, `second: ${startedAlready}`]),
    fixed: one('working'),
  },
  {
    name: 'children',
    broken: some(['Thread-1 Thread-2', 'Thread-2 Thread-1']),
    fixed: one('child of Ann, child of Bob'),
  },
  {
    name: 'join_each_other',
    involved: true,
    broken: some(['deadlock: 0, 1, 2', 'first: RuntimeError: cannot join thread before it is started']),
    fixed: one('done'),
  },
  { name: 'join_holding_lock', involved: true, broken: one('deadlock: 0, 1'), fixed: one('done') },
  { name: 'pool_lost_update', involved: true, broken: some(['1', '2']), fixed: one('2') },
  // Time passes only where nobody can go on: so the timer comes first if the main thread sleeps longer, and last if it does not sleep.
  { name: 'timer_too_late', involved: true, broken: one('boom\ncancelled'), fixed: one('cancelled') },
];

export const locks: readonly KnownPair[] = [
  // One first, 5, the other first, 5; or each has one: the empty step and the first lock of each merge in 6 ways. Classes: who gets which lock first, but not a circle of both.
  {
    name: 'two_locks',
    broken: some(['done', 'deadlock: 0, 1, 2'], { schedules: 16, classes: 3 }),
    fixed: one('done', { schedules: 10, classes: 2 }),
  },
  // One first, 6; the other first, C(6, 2), since the gate and the step before it are free; or stuck, C(5, 2).
  {
    name: 'gate',
    broken: some(['done', 'deadlock: 0, 1, 2'], { schedules: 31, classes: 3 }),
    fixed: one('done', { schedules: 12, classes: 2 }),
  },
  // Of each fork, who is first: 8, less the circle in which all have the right one first. Ordered, neither circle is possible.
  {
    name: 'philosophers',
    broken: some(['all have eaten', 'deadlock: 0, 1, 2, 3'], { classes: 7 }),
    fixed: one('all have eaten', { classes: 6 }),
  },
  // The thread that waits for its own lock never ends; the other thread was there before, or waits as well.
  {
    name: 'own_lock_again',
    broken: some(['deadlock: 0, 1', 'deadlock: 0, 1, 2'], { classes: 2 }),
    fixed: one('3', { classes: 2 }),
  },
  { name: 'rlock_both', broken: some(['1', '2']), fixed: one('1', { classes: 2 }) },
  { name: 'not_my_rlock', broken: one('other: RuntimeError: cannot release un-acquired lock'), fixed: one('released') },
  { name: 'return_without_release', broken: some(['5', 'deadlock: 0, 1']), fixed: one('5') },
  { name: 'two_transfers', broken: some(['110 90', 'deadlock: 0, 1, 2']), fixed: one('110 90') },
  // Both look first, then both release, 4; or one after the other, 2.
  {
    name: 'released_twice',
    broken: some(['open', `first: ${notLocked}`, `second: ${notLocked}`], { schedules: 6 }),
    fixed: one('open'),
  },
  { name: 'lock_too_briefly', broken: some(['False', 'True']), fixed: one('True') },
  // Both may give up both times, or one while the other stands still; then that one crosses.
  { name: 'too_polite', broken: some(['0', '1', '2']), fixed: one('2', { schedules: 10, classes: 2 }) },
  {
    name: 'first_reader',
    // Both counted before either looked: nobody locks, and the last unlocks. Or one is counted out and leaves it to the other, which finds itself the first.
    broken: some(['False', `first: ${notLocked}`, `second: ${notLocked}`, 'deadlock: 0, 1', 'deadlock: 0, 2']),
    fixed: one('False'),
  },
];

export const conditions: readonly KnownPair[] = [
  { name: 'if_around_wait', broken: some(['[]', `first: ${popped}`, `second: ${popped}`]), fixed: one('[]') },
  {
    name: 'lost_wake_up',
    broken: some(['awake', 'deadlock: 0, 1'], { classes: 2 }),
    fixed: one('awake', { classes: 2 }),
  },
  // Looked after the wake-up, or before it and waiting in time, or too late.
  { name: 'looked_without_lock', broken: some(['awake', 'deadlock: 0, 1'], { classes: 3 }), fixed: one('awake') },
  {
    name: 'nested_monitor',
    broken: some(['done', 'deadlock: 0, 1, 2'], { classes: 2 }),
    fixed: one('done', { classes: 2 }),
  },
  // Both consumers wait, one is woken and wakes the other, which finds nothing; nobody wakes the producer.
  {
    name: 'notify_the_wrong_one',
    broken: some(['all consumed', 'deadlock: 0, 1, 3', 'deadlock: 0, 2, 3']),
    fixed: one('all consumed'),
  },
  // Of a plain lock, a condition sees only whether anybody holds it.
  {
    name: 'notify_without_lock',
    broken: some(['2', 'first: RuntimeError: cannot notify on un-acquired lock']),
    fixed: one('2'),
  },
  { name: 'two_upgrades', broken: some(['2', 'deadlock: 0, 1, 2']), fixed: one('2') },
  {
    name: 'writer_among_readers',
    broken: some(['old old', 'old new', 'new old', 'new new']),
    fixed: some(['old old', 'new new']),
  },
  { name: 'waited_in_vain', broken: some(['False', 'True']), fixed: one('True') },
  { name: 'event_pulse', broken: some(['went on', 'deadlock: 0, 1']), fixed: one('went on') },
  { name: 'event_too_brief', broken: one('False'), fixed: one('True') },
  { name: 'bell_rung_twice', broken: some(['2', 'deadlock: 0, 1']), fixed: one('2') },
  { name: 'no_barrier', broken: some(['1 1 2 2', '1 2 1 2'], { schedules: 6, classes: 6 }), fixed: one('1 1 2 2') },
  { name: 'barrier_reuse', broken: some(['done', 'deadlock: 0, 1, 2']), fixed: one('done') },
  { name: 'barrier_for_three', involved: true, broken: one('deadlock: 0, 1, 2'), fixed: one('together') },
];

export const semaphoresAndQueues: readonly KnownPair[] = [
  { name: 'semaphore_too_wide', broken: some(['1', '2']), fixed: one('1') },
  { name: 'permit_from_nowhere', broken: some(['one at a time', 'crowded']), fixed: one('one at a time') },
  // If the other holds the permit just then, it is the other's that is too many.
  {
    name: 'released_once_too_often',
    broken: some([`careless: ${tooManyPermits}`, `careful: ${tooManyPermits}`]),
    fixed: one('all returned'),
  },
  { name: 'rendezvous', broken: one('deadlock: 0, 1, 2'), fixed: one('met') },
  { name: 'waits_with_the_mutex', broken: some(['[]', 'deadlock: 0, 1, 2']), fixed: one('[]') },
  // No pong before its ping: of three each, the third Catalan number.
  {
    name: 'ping_pong',
    broken: some(['i i i o o o', 'i i o i o o', 'i i o o i o', 'i o i i o o', 'i o i o i o']),
    fixed: one('i o i o i o'),
  },
  { name: 'queue_join', involved: true, broken: one('deadlock: 0'), fixed: one('done') },
  { name: 'task_done_too_early', involved: true, broken: some(['None', 'washed']), fixed: one('washed') },
  { name: 'empty_then_get', broken: some(['0', 'deadlock: 0, 1', 'deadlock: 0, 2']), fixed: one('0') },
  { name: 'one_end_for_two', broken: some(['deadlock: 0, 1', 'deadlock: 0, 2']), fixed: one('wash') },
  { name: 'full_queues', broken: one('deadlock: 0, 1, 2'), fixed: one('heard') },
  {
    name: 'two_producers',
    broken: some(['a1 a2 b1 b2', 'a1 b1 a2 b2', 'a1 b1 b2 a2', 'b1 a1 a2 b2', 'b1 a1 b2 a2', 'b1 b2 a1 a2'], {
      schedules: 6,
      classes: 6,
    }),
    fixed: some(['a1 a2 b1 b2', 'b1 b2 a1 a2'], { schedules: 2, classes: 2 }),
  },
  { name: 'who_gets_what', broken: some(['x y', 'y x']), fixed: one('x y') },
  { name: 'bounded_buffer', broken: some(['1', '2']), fixed: one('a b') },
  { name: 'pool_in_pool', involved: true, broken: one('deadlock: 0, 1'), fixed: one('42') },
];
