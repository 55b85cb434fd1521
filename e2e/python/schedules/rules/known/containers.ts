import { alike, type RulePair } from '../rulePair';

/** Operations of dicts and lists: one step, or several. */
export const containers: readonly RulePair[] = [
  {
    name: 'setdefault',
    broken: alike('Abe Ann'),
    fixed: alike('Abe Ann'),
    why: 'CALL setdefault looks when it has inserted, or found, the list; both append to the same one.',
  },
  {
    name: 'insert_if_missing',
    broken: { gil: ['Abe Ann'], freeThreaded: ['Abe', 'Abe Ann', 'Ann'] },
    fixed: alike('Abe Ann'),
    why: 'CONTAINS_OP, BUILD_LIST, STORE_SUBSCR, BINARY_OP [] and LOAD_ATTR append do not look.',
  },
  {
    name: 'insert_if_missing_call',
    broken: alike('Abe', 'Abe Ann', 'Ann'),
    fixed: alike('Abe Ann'),
    why: 'CALL list looks between CONTAINS_OP and STORE_SUBSCR.',
  },
  {
    name: 'count_or_create',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    older: { versions: ['3.10'], outcomes: ['1'] },
    why: 'Raising in BINARY_OP, PUSH_EXC_INFO, CHECK_EXC_MATCH and STORE_SUBSCR do not look. 3.10 also looks where an exception has found its handler.',
  },
  {
    name: 'get_with_default',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'CALL get looks when it has read, before STORE_SUBSCR.',
  },
  {
    name: 'counter_missing',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'BINARY_OP [] finds nothing and enters __missing__, whose RESUME looks; then it is 0 whatever others have written.',
  },
  {
    name: 'counter_present',
    broken: { gil: ['3'], freeThreaded: ['2', '3'] },
    fixed: alike('3'),
    why: "dict's own [] reads. Counter has __delitem__ in Python, so STORE_SUBSCR goes through slot_mp_ass_subscript, but to dict's __setitem__, which is C.",
  },
  {
    name: 'defaultdict_int',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'BINARY_OP [] calls __missing__ and int() from C: no instruction, no look. Without the GIL, reading (and inserting 0) and writing are apart.',
  },
  {
    name: 'defaultdict_function',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'BINARY_OP [] finds nothing and enters the factory, whose RESUME looks; then 0 replaces what others have written. That is so up to 3.14.2; since 3.14.3 (gh-142495) what others have written stays, and it is always 2 with the GIL.',
  },
  {
    name: 'append',
    broken: alike('Ann Bob', 'Bob Ann'),
    fixed: alike('Ann Bob', 'Bob Ann'),
    why: "One CALL each, which holds the list's lock (Objects/listobject.c: list_append).",
  },
  {
    name: 'append_then_index',
    broken: alike('1 2', '2 1', '2 2'),
    fixed: alike('1 2', '2 1'),
    why: 'CALL append looks when it has appended.',
  },
  {
    name: 'extend_in_place',
    broken: alike('Ann Bob'),
    fixed: alike('Ann Bob'),
    why: "BINARY_OP += extends under the list's lock; STORE_GLOBAL writes the list that was there.",
  },
  {
    name: 'concatenate',
    broken: { gil: ['Ann Bob'], freeThreaded: ['Ann', 'Ann Bob', 'Bob'] },
    fixed: alike('Ann Bob'),
    why: 'BINARY_OP + does not look.',
  },
  {
    name: 'extend_by_generator',
    broken: alike('a1 a2 b1 b2', 'a1 b1 a2 b2', 'a1 b1 b2 a2', 'b1 a1 a2 b2', 'b1 a1 b2 a2', 'b1 b2 a1 a2'),
    fixed: alike('a1 a2 b1 b2', 'b1 b2 a1 a2'),
    why: "RESUME of the generator looks before each item: C(4, 2) orders. Without the GIL list_extend_iter_lock_held has the list's lock, and lets it go only where its thread waits.",
  },
  {
    name: 'merge_dicts',
    broken: { gil: ['pear plum'], freeThreaded: ['pear', 'pear plum', 'plum'] },
    fixed: alike('pear plum'),
    why: "BINARY_OP | does not look. In the twin, BINARY_OP |= updates under the dict's lock and STORE_GLOBAL writes the dict that was there.",
  },
  {
    name: 'sort_by_key',
    broken: alike('0 1 2', '1 2 0', 'first: ValueError: list modified during sort'),
    fixed: alike('0 1 2', '1 2 0'),
    why: "sort enters key() for each item: its RESUME looks, while the list is empty. Without the GIL sort keeps the list's lock, and lets it go only where its thread waits.",
  },
  {
    name: 'sort_seen',
    broken: { gil: ['2'], freeThreaded: ['0', '2'] },
    fixed: alike('2'),
    inside: ['0'],
    why: 'sort() of numbers is one CALL. Without the GIL, len() takes no lock and may see the empty list (Doc/library/threadsafety.rst): sort is two steps, emptying and filling.',
  },
];
