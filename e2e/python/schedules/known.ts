import type { Granularity, TaskOrder } from '../../../src/core/python/pythonSchedules';

/** What can become of a program, found by thinking and not by searching. */
export interface Known {
  /**
   * Every outcome: what is printed, without the last line break; `deadlock: ` and the threads that are stuck; or the words of an exception,
   * that of the main thread or the first that ends another.
   */
  readonly outcomes: readonly string[];
  /** How many schedules there are, where theory says so: while the main thread goes on whenever it can, unless it is `involved`. */
  readonly schedules?: number;
  /** How many kinds of them the reduction has to try, where theory says so. */
  readonly classes?: number;
}

/** A program that may go wrong, or end in several ways, `programs/<name>.py`, and its correct twin, `programs/<name>_fixed.py`. */
export interface KnownPair {
  readonly name: string;
  readonly broken: Known;
  readonly fixed: Known;
  /** By line, unless said. */
  readonly granularity?: Granularity;
  /** Whether it matters what the main thread does while others live, beyond starting and joining them. */
  readonly involved?: true;
  /** Its tasks may go on in any order, unlike natively. */
  readonly tasks?: TaskOrder;
  /** Why it can come to something else natively. */
  readonly freerNatively?: string;
}

const one = (outcome: string, more: Omit<Known, 'outcomes'> = {}): Known => ({ outcomes: [outcome], ...more });
const some = (outcomes: readonly string[], more: Omit<Known, 'outcomes'> = {}): Known => ({ outcomes, ...more });

const generatorIsBusy = 'ValueError: generator already executing';
const popped = 'IndexError: pop from empty list';
const notLocked = 'RuntimeError: release unlocked lock';
const startedAlready = 'RuntimeError: threads can only be started once';
const tooManyPermits = 'ValueError: Semaphore released too many times';

/*
 * Counting schedules. Two threads of n and m steps that always run to their ends have C(n + m, n). A thread that begins with `with lock:` has a step before it in which nothing happens; then
 * acquiring, and each line under the lock. Hence, of two threads of k steps each with one lock, one passes its lock first, and the other's empty step comes at any of k + 1 places: 2 (k + 1).
 * Counting classes: in how many ways steps that conflict can be ordered.
 */

const races: readonly KnownPair[] = [
  // Classes: one after the other, 2; both read before any writes, and one of them writes last, 2.
  {
    name: 'lost_update',
    broken: some(['1', '2'], { schedules: 6, classes: 4 }),
    fixed: one('2', { schedules: 10, classes: 2 }),
  },
  {
    name: 'five_lines',
    broken: some(['1', '2'], { schedules: 252, classes: 4 }),
    fixed: one('2', { schedules: 252, classes: 1 }),
  },
  // The line counts as a whole, so that its second step writes as well as its first: all orders differ, for all the reduction knows.
  {
    name: 'read_call_write',
    broken: some(['1', '2'], { schedules: 6, classes: 6 }),
    fixed: one('2', { schedules: 10, classes: 2 }),
  },
  {
    name: 'check_then_act',
    // Both have looked before anybody took: 2 C(4, 2). Otherwise the second looks before or after the other's last step: 2 * 2.
    broken: some(['-1 Ann Bob', '-1 Bob Ann', '0 Ann', '0 Bob'], { schedules: 16 }),
    // The first passes in 5 steps, and the other's empty one comes at any of 6 places.
    fixed: some(['0 Ann', '0 Bob'], { schedules: 12 }),
  },
  { name: 'cache_filled_twice', broken: some(['1 PEAR', '2 PEAR']), fixed: one('1 PEAR') },
  { name: 'functools_cache', broken: some(['1', '2']), fixed: one('1') },
  { name: 'lazy_singleton', broken: some(['1', '2']), fixed: one('1') },
  // The thread that makes it sees it complete.
  { name: 'double_checked_locking', broken: some(['8080 8080', '8080 None']), fixed: one('8080 8080') },
  // Before, between and after. Fixed: the other's empty step at one of 5 places, or of 4.
  {
    name: 'audit',
    broken: some(['100', '70'], { schedules: 3, classes: 3 }),
    fixed: one('100', { schedules: 9, classes: 2 }),
  },
  {
    name: 'reader_without_lock',
    broken: some(['1 1', '2 1', '2 2'], { classes: 3 }),
    fixed: some(['1 1', '2 2'], { schedules: 9, classes: 2 }),
  },
  // Both have looked before anybody left, 2 * 2; or one after the other.
  {
    name: 'write_skew',
    broken: some(['0', '1'], { schedules: 6, classes: 4 }),
    fixed: one('1', { schedules: 10, classes: 2 }),
  },
  // Each of the two reads before or after the write that it may see.
  {
    name: 'torn_pair',
    broken: some(['0 0', '0 1', '1 0', '1 1'], { schedules: 10, classes: 4 }),
    fixed: some(['0 0', '1 1'], { schedules: 2, classes: 2 }),
  },
  // Too early: the flag is not up, or the second step of the reader merges with the last of the writer.
  {
    name: 'published_too_early',
    broken: some(['nothing yet', 'None', '42'], { schedules: 4, classes: 3 }),
    fixed: some(['nothing yet', '42'], { schedules: 3, classes: 2 }),
  },
  // Who looks first gets in; with the flags up first, perhaps nobody does.
  { name: 'flags_checked_first', broken: some(['1', '2']), fixed: some(['0', '1']) },
  // Both reading first, or both writing first, excludes one of the four: it would be a circle.
  {
    name: 'look_before_telling',
    broken: some(['0 0', '0 1', '1 0'], { schedules: 6, classes: 3 }),
    fixed: some(['0 1', '1 0', '1 1'], { schedules: 6, classes: 3 }),
  },
  // Nobody is kept out: C(8, 4).
  {
    name: 'two_locks_for_one',
    broken: some(['1', '2'], { schedules: 70, classes: 4 }),
    fixed: one('2', { schedules: 10, classes: 2 }),
  },
  { name: 'lock_in_two_halves', broken: some(['1', '2']), fixed: some(['1 2', '2 2']) },
  { name: 'lock_of_its_own', broken: some(['1', '2']), fixed: one('2') },
  { name: 'aba', broken: some(['B is on the stack, and in use', 'fine']), fixed: one('fine') },
  {
    name: 'shared_generator',
    broken: some(['1 2', `first: ${generatorIsBusy}`, `second: ${generatorIsBusy}`]),
    fixed: one('1 2'),
  },
  // The list's own iterator gives each job once, to either.
  {
    name: 'shared_iterator',
    broken: some(['Ann dry, Ann wash', 'Ann dry, Bob wash', 'Ann wash, Bob dry', 'Bob dry, Bob wash']),
    fixed: one('Ann wash, Bob dry'),
  },
  // That both take the other's name would need each to have written last.
  {
    name: 'current_user',
    broken: some(['Ann as Ann, Bob as Bob', 'Ann as Ann, Bob as Ann', 'Ann as Bob, Bob as Bob']),
    fixed: one('Ann as Ann, Bob as Bob'),
  },
  {
    name: 'sequence_lock',
    broken: some(['[0, 0]', '[0, 1]', '[1, 0]', '[1, 1]', 'try again']),
    fixed: some(['[0, 0]', '[1, 1]', 'try again']),
  },
  { name: 'increment', granularity: 'access', broken: some(['1', '2'], { schedules: 6, classes: 4 }), fixed: one('2') },
  // Read, subtract, write: C(6, 3).
  { name: 'attribute', granularity: 'access', broken: some(['70', '80', '90'], { schedules: 20 }), fixed: one('70') },
  { name: 'word_count', granularity: 'access', broken: some([`{'the': 1}`, `{'the': 2}`]), fixed: one(`{'the': 2}`) },
  {
    name: 'copy_and_replace',
    granularity: 'access',
    broken: some(['dark', 'wide', 'dark wide']),
    fixed: one('dark wide'),
  },
  // Delivered before counting begins, in the midst of it, or afterwards.
  {
    name: 'changed_while_iterated',
    broken: some(['10', '5', 'Thread-1 (count): RuntimeError: dictionary changed size during iteration']),
    fixed: some(['10', '5']),
  },
  // Taken out after "a" was called, "b" moves into its place; after "b", the list has ended.
  { name: 'removed_while_iterated', broken: some(['b c', 'a c', 'a b', 'a b c']), fixed: some(['b c', 'a b c']) },
  { name: 'pop_from_empty', broken: some(['wash', `first: ${popped}`, `second: ${popped}`]), fixed: one('wash') },
  { name: 'flush', broken: some(['old', 'old new'], { schedules: 3, classes: 3 }), fixed: one('old new') },
  {
    name: 'two_by_two',
    broken: some(['a1 a2 b1 b2', 'a1 b1 a2 b2', 'a1 b1 b2 a2', 'b1 a1 a2 b2', 'b1 a1 b2 a2', 'b1 b2 a1 a2'], {
      schedules: 6,
      classes: 6,
    }),
    fixed: some(['a1 a2 b1 b2', 'b1 b2 a1 a2'], { schedules: 10, classes: 2 }),
  },
  {
    name: 'last_one_wins',
    broken: some(['1', '2', '3'], { schedules: 6, classes: 6 }),
    fixed: one('3', { schedules: 1, classes: 1 }),
  },
  // Both counted, 2, and then merge two steps each, 6; or one after the other, 2.
  { name: 'two_finishers', broken: some(['closed', 'closed closed'], { schedules: 14 }), fixed: one('closed') },
  { name: 'latch', broken: some(['open', 'deadlock: 0']), fixed: one('open') },
];

const threads: readonly KnownPair[] = [
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

const locks: readonly KnownPair[] = [
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

const conditions: readonly KnownPair[] = [
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

const semaphoresAndQueues: readonly KnownPair[] = [
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

/*
 * Of an event loop, any task that is ready may have the next turn here; in asyncio's own order there is one schedule each, which ends as natively. All turns conflict, for all the reduction knows. The main thread is 0, the task of `main` is 1. Counting: two tasks of
 * two turns each have C(4, 2). With room for one, the second asks before or after the first has left: twice 2.
 */
const tasks: readonly KnownPair[] = [
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
export const knownPairs: readonly KnownPair[] = [
  ...races,
  ...threads,
  ...locks,
  ...conditions,
  ...semaphoresAndQueues,
  ...tasks.map((pair) => ({ ...pair, tasks: 'any order' }) as const),
];
