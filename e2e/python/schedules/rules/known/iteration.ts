import { alike, type RulePair } from '../rulePair';

/** Walking through what others change, and sharing iterators. */
export const iteration: readonly RulePair[] = [
  {
    name: 'dict_grows_in_loop',
    broken: alike('3', '5', 'first: RuntimeError: dictionary changed size during iteration'),
    fixed: alike('3', '5'),
    why: 'JUMP_BACKWARD looks after the first key; then FOR_ITER finds the dict changed.',
  },
  {
    name: 'dict_grows_in_sum',
    broken: {
      gil: ['3', '5'],
      freeThreaded: ['3', '5', 'first: RuntimeError: dictionary changed size during iteration'],
    },
    fixed: alike('3', '5'),
    inside: ['first: RuntimeError: dictionary changed size during iteration'],
    why: 'CALL values looks, but a view sees the dict as it is; sum() is one step with the GIL. Without, it takes one value after the other and holds no lock.',
  },
  {
    name: 'list_emptied_in_loop',
    broken: alike('0', '1', '3'),
    fixed: alike('0', '3'),
    why: 'JUMP_BACKWARD looks after the first item.',
  },
  {
    name: 'list_shifts_in_loop',
    broken: { gil: ['1', '2', '3'], freeThreaded: ['1', '2', '3', '4'] },
    fixed: alike('2', '3'),
    inside: ['4'],
    why: 'JUMP_BACKWARD looks after the first item: place 1 is then beyond the end. Without the GIL a loop takes no lock, and may see 2 in both places while pop moves it (Objects/listobject.c: list_pop_impl).',
  },
  {
    name: 'next_of_list',
    broken: { gil: ['1 2'], freeThreaded: ['1 1', '1 2'] },
    fixed: alike('1 2'),
    inside: ['1 1'],
    why: "CALL next looks when it has taken. Without the GIL a list's iterator holds no lock: it reads its place, the item, and writes the place (Objects/listobject.c: listiter_next).",
  },
  {
    name: 'next_of_count',
    broken: alike('1 2'),
    fixed: alike('1 2'),
    why: 'CALL next looks when it has taken. Without the GIL count exchanges its number in one step (Modules/itertoolsmodule.c: count_next).',
  },
  {
    name: 'next_of_class',
    broken: { gil: ['1 2'], freeThreaded: ['1 1', '1 2', '2 2'] },
    fixed: alike('1 2'),
    why: 'RESUME of __next__ comes before the addition; nothing looks up to RETURN_VALUE, and CALL next looks after that.',
  },
  {
    name: 'next_of_generator',
    broken: alike(
      'empty',
      'first: ValueError: generator already executing',
      'second: ValueError: generator already executing',
    ),
    fixed: alike('empty'),
    mayCrash: true,
    why: "RESUME looks at the generator's start, and when it goes on after `yield`, while it counts as running.",
  },
  {
    name: 'yield_between',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'JUMP_BACKWARD of the loop and RESUME after `yield` lie between reading and writing.',
  },
  {
    name: 'read_in_one_round',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'JUMP_BACKWARD looks between the rounds.',
  },
];
