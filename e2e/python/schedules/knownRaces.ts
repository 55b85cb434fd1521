/** Races on variables, lists and objects. */
import { one, some, type KnownPair } from './knownPair';

const generatorIsBusy = 'ValueError: generator already executing';
const popped = 'IndexError: pop from empty list';

/*
 * Counting schedules. Two threads of n and m steps that always run to their ends have C(n + m, n). A thread that begins with `with lock:` has a step before it in which nothing happens; then
 * acquiring, and each line under the lock. Hence, of two threads of k steps each with one lock, one passes its lock first, and the other's empty step comes at any of k + 1 places: 2 (k + 1).
 * Counting classes: in how many ways steps that conflict can be ordered.
 */

export const races: readonly KnownPair[] = [
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
