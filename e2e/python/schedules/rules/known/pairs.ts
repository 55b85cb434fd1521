import { alike, type RulePair } from '../rulePair';

/** Two variables that belong together, and who sees one without the other. */
export const pairs: readonly RulePair[] = [
  {
    name: 'swap_globals',
    broken: { gil: ['1 2'], freeThreaded: ['1 2', '2 1', '2 2'] },
    fixed: alike('1 2'),
    why: "b and a are loaded, then a and b stored; no call. Without the GIL: both read first, 2 1; one reads a after the other's writing of a and b before that of b, and writes b last, 2 2. For 1 1, one would have to read b after the other's last writing.",
  },
  {
    name: 'swap_items',
    broken: { gil: ['1 2'], freeThreaded: ['1 2', '2 1', '2 2'] },
    fixed: alike('1 2'),
    why: 'As swap_globals: item 1 is read first, item 0 is written first.',
  },
  {
    name: 'swap_seen',
    broken: { gil: ['1 2', '2 1'], freeThreaded: ['1 1', '1 2', '2 1', '2 2'] },
    fixed: alike('1 2', '2 1'),
    why: 'Neither function calls. Without the GIL each of the two readings falls before or after the writing that it may see.',
  },
  {
    name: 'transfer_seen',
    broken: { gil: ['10'], freeThreaded: ['10', '11', '9'] },
    fixed: alike('10'),
    why: 'Neither function calls. Without the GIL: 9 between the two writings; 11 if the look reads mine before and yours after.',
  },
  {
    name: 'transfer_call_seen',
    broken: { gil: ['10', '9'], freeThreaded: ['10', '11', '9'] },
    fixed: alike('10'),
    why: 'RESUME of note() lies between the two writings: 9. The look itself cannot be interrupted: no 11 with the GIL.',
  },
  {
    name: 'fstring',
    broken: { gil: ['0 0', '1 1'], freeThreaded: ['0 0', '0 1', '1 0', '1 1'] },
    fixed: alike('0 0', '1 1'),
    why: 'LOAD_GLOBAL, FORMAT_SIMPLE, BUILD_STRING: none looks.',
  },
  {
    name: 'fstring_python',
    broken: { gil: ['new new', 'old new', 'old old'], freeThreaded: ['new new', 'new old', 'old new', 'old old'] },
    fixed: alike('new new', 'old old'),
    why: 'FORMAT_SIMPLE enters __str__ after left was read and before right is. With the GIL the two writings are one, so a new left has a new right.',
  },
  {
    name: 'chained',
    broken: { gil: ['True'], freeThreaded: ['False', 'True'] },
    fixed: alike('True'),
    why: 'COMPARE_OP of numbers and a jump forward do not look. Without the GIL: balance read as 15, limit as 10.',
  },
  {
    name: 'chained_python',
    broken: alike('False', 'True'),
    fixed: alike('True'),
    why: 'COMPARE_OP enters __le__ after nothing and balance were loaded, before limit is.',
  },
  {
    name: 'sum_in_loop',
    broken: { gil: ['10', '11'], freeThreaded: ['10', '11', '9'] },
    fixed: alike('10'),
    why: 'JUMP_BACKWARD looks after the first item: 5, the whole transfer, 6. The transfer itself cannot be interrupted with the GIL: no 9.',
  },
  {
    name: 'sum_of_list',
    broken: { gil: ['10'], freeThreaded: ['10', '11', '9'] },
    fixed: alike('10'),
    inside: ['11'],
    why: 'With the GIL sum() is one step, and the transfer does not look. Without, sum() takes the items one by one and holds no lock (Python/bltinmodule.c: builtin_sum_impl; Objects/listobject.c: listiter_next): 11 as well.',
  },
  {
    name: 'sum_of_generator',
    broken: { gil: ['10', '11'], freeThreaded: ['10', '11', '9'] },
    fixed: alike('10'),
    why: 'RESUME after `yield` looks between the two items (so does JUMP_BACKWARD of the generator).',
  },
  {
    name: 'comprehension',
    broken: { gil: ['4 6', '5 5', '5 6'], freeThreaded: ['4 5', '4 6', '5 5', '5 6'] },
    fixed: alike('4 6', '5 5'),
    why: 'JUMP_BACKWARD looks between the two items. No 4 5 with the GIL, for the transfer cannot be interrupted.',
  },
  {
    name: 'copy_of_list',
    broken: { gil: ['4 6', '5 5'], freeThreaded: ['4 5', '4 6', '5 5'] },
    fixed: alike('4 6', '5 5'),
    why: "copy() holds the list's lock (Objects/listobject.c: list_copy_impl): no 5 6. Without the GIL it may come between the two writings.",
  },
  {
    name: 'look_in_list',
    broken: { gil: ['True'], freeThreaded: ['False', 'True'] },
    fixed: alike('True'),
    why: 'CONTAINS_OP and the swap do not look. Without the GIL, items are 2 2 between the two writings.',
  },
];
