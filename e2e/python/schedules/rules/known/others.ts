import { alike, type RulePair } from '../rulePair';

/** Finalisers, `with`, waiting, flags. */
export const others: readonly RulePair[] = [
  {
    name: 'finaliser',
    broken: {
      gil: ['False False', 'True False', 'True True'],
      freeThreaded: ['False False', 'False True', 'True False', 'True True'],
    },
    fixed: alike('False False', 'True True'),
    why: 'STORE_GLOBAL drops the last reference when None is stored; RESUME of __del__ looks before closed is written.',
  },
  {
    name: 'with_python_enter',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'LOAD_SPECIAL and CALL enter __enter__: its RESUME looks.',
  },
  {
    name: 'with_python_exit',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'CALL enters __exit__: its RESUME looks.',
  },
  {
    name: 'with_python_around',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: '__enter__ and __exit__ look before the reading and after the writing.',
  },
  {
    name: 'lock_between',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: "CALL of the lock's __enter__ looks, after the reading. Up to 3.13 BEFORE_WITH did not, and it is always 2 there.",
  },
  {
    name: 'lock_after_each',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: "CALL of the lock's __exit__ looks, after the reading.",
  },
  {
    name: 'sleep_between',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'sleep() waits without the GIL, and CALL sleep looks.',
  },
  {
    name: 'ready_too_early',
    broken: { gil: ['42', 'gave up'], freeThreaded: ['42', 'None', 'gave up'] },
    fixed: alike('42', 'gave up'),
    why: 'The two stores of publish() are one with the GIL; wait() looks only at JUMP_BACKWARD, before it reads ready.',
  },
  {
    name: 'ready_too_early_call',
    broken: alike('42', 'None', 'gave up'),
    fixed: alike('42', 'gave up'),
    why: 'RESUME of make() lies between the two stores.',
  },
  {
    name: 'spin',
    broken: { gil: ['42'], freeThreaded: ['42', 'None'] },
    fixed: alike('42'),
    spins: true,
    why: 'As ready_too_early; wait() looks at JUMP_BACKWARD, before the test. There is no bound on how often it tries.',
  },
  {
    name: 'look_before_telling',
    broken: { gil: ['False True', 'True False'], freeThreaded: ['False False', 'False True', 'True False'] },
    fixed: alike('False True', 'True False'),
    why: 'Neither function calls. Without the GIL both may look before either tells; that both see the other would be a circle.',
  },
];
