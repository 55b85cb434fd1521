import { alike, type RulePair } from '../rulePair';

/** Reading, adding and writing back, in every form that `+=` has. */
export const add: readonly RulePair[] = [
  {
    name: 'add_global',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'RESUME, then LOAD_GLOBAL, BINARY_OP, STORE_GLOBAL: nothing that looks.',
  },
  {
    name: 'add_global_loop',
    broken: { gil: ['4'], freeThreaded: ['2', '3', '4'] },
    fixed: alike('4'),
    why: 'CALL range looks before the first reading, JUMP_BACKWARD after a writing. Without the GIL not 1: who writes 1 has read 0, in its first round, and its second follows.',
  },
  {
    name: 'add_global_three',
    broken: { gil: ['3'], freeThreaded: ['1', '2', '3'] },
    fixed: alike('3'),
    why: 'As add_global. Without the GIL all three may read 0, or two of them the same number.',
  },
  {
    name: 'add_attribute',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'LOAD_GLOBAL, LOAD_ATTR, BINARY_OP, STORE_ATTR: a plain attribute enters no Python code.',
  },
  {
    name: 'add_class_attribute',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'LOAD_ATTR and STORE_ATTR of a class: type.__setattr__ is C.',
  },
  {
    name: 'add_item_of_list',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'BINARY_OP [], BINARY_OP +=, STORE_SUBSCR: all C. Each of the three is a step of its own.',
  },
  {
    name: 'add_item_of_dict',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'As of a list; the hash of a string is C.',
  },
  {
    name: 'add_cell',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'LOAD_DEREF, BINARY_OP, STORE_DEREF. COPY_FREE_VARS comes before RESUME.',
  },
  {
    name: 'add_text',
    broken: { gil: ['ab', 'ba'], freeThreaded: ['a', 'ab', 'b', 'ba'] },
    fixed: alike('ab', 'ba'),
    why: 'As add_global. Both read nothing: the one that writes last wins.',
  },
  {
    name: 'add_float',
    broken: { gil: ['1.0'], freeThreaded: ['0.5', '1.0'] },
    fixed: alike('1.0'),
    why: 'As add_global.',
  },
  {
    name: 'add_two_lines',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: "STORE_FAST and LOAD_FAST between are the thread's own; no instruction looks.",
  },
  {
    name: 'add_python_object',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'LOAD_GLOBAL total; BINARY_OP enters __add__, whose RESUME looks (so does Money()); STORE_GLOBAL comes later.',
  },
  {
    name: 'add_python_object_in_place',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'RESUME of __iadd__ comes before LOAD_ATTR amount; then nothing looks up to STORE_ATTR, nor at the return. STORE_GLOBAL writes the object that was there.',
  },
  {
    name: 'add_property',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'LOAD_ATTR enters the getter, which reads; STORE_ATTR enters the setter, whose RESUME looks before it writes.',
  },
  {
    name: 'add_setattr',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'LOAD_ATTR count is C; STORE_ATTR enters __setattr__, whose RESUME looks before it writes.',
  },
  {
    name: 'add_getitem',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'BINARY_OP [] enters __getitem__, which reads; STORE_SUBSCR enters __setitem__, whose RESUME looks before it writes.',
  },
  {
    name: 'add_python_hash',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'STORE_SUBSCR asks for the hash, after the reading: RESUME of __hash__ looks. The key is the very object, so nobody asks __eq__.',
  },
  {
    name: 'add_python_eq',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'STORE_SUBSCR enters __hash__ and __eq__ after the reading; both look at their RESUME.',
  },
];
