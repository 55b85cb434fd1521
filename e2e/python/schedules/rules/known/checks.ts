import { alike, type RulePair } from '../rulePair';

/** Looking first, acting then. */
export const checks: readonly RulePair[] = [
  {
    name: 'check_then_take',
    broken: { gil: ['30'], freeThreaded: ['-40', '30'] },
    fixed: alike('30'),
    why: 'COMPARE_OP, a jump forward, LOAD_GLOBAL, BINARY_OP, STORE_GLOBAL: nothing looks. Without the GIL both may look first; then the second taking reads 30, -40, or 100, 30.',
  },
  {
    name: 'check_call_take',
    broken: alike('-40', '30'),
    fixed: alike('30'),
    why: 'RESUME of approve() lies between. With the GIL the taking itself is one, so two that were approved come to -40.',
  },
  {
    name: 'check_c_call_take',
    broken: alike('-40', '30'),
    fixed: alike('30'),
    why: 'CALL add (CALL_METHOD_DESCRIPTOR_O) looks when it has returned.',
  },
  {
    name: 'run_once',
    broken: { gil: ['1'], freeThreaded: ['1', '2'] },
    fixed: alike('1'),
    why: 'LOAD_GLOBAL, TO_BOOL, a jump, two stores: nothing looks.',
  },
  {
    name: 'pop_last',
    broken: {
      gil: ['0'],
      freeThreaded: ['0', 'first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'],
    },
    fixed: alike('0'),
    why: 'TO_BOOL of a list is C; CALL pop looks only when it has taken.',
  },
  {
    name: 'pop_last_len',
    broken: alike('0', 'first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'),
    fixed: alike('0'),
    why: 'CALL len looks before pop. Once specialised (CALL_LEN) it does not; the rule counts both forms alike.',
  },
  {
    name: 'pop_last_function',
    broken: {
      gil: ['0'],
      freeThreaded: ['0', 'first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'],
    },
    fixed: alike('0'),
    older: {
      versions: ['3.10'],
      outcomes: ['first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'],
    },
    why: 'RESUME of is_stocked() comes before it looks; RETURN_VALUE and a jump forward do not look. 3.10 also looks when a Python function has returned.',
  },
  {
    name: 'pop_last_bool',
    broken: {
      gil: ['0'],
      freeThreaded: ['0', 'first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'],
    },
    fixed: alike('0'),
    why: 'TO_BOOL enters __bool__, whose RESUME comes before it looks; back in TO_BOOL, which is C, nothing looks.',
  },
  {
    name: 'pop_while',
    broken: {
      gil: ['0'],
      freeThreaded: ['0', 'first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'],
    },
    fixed: alike('0'),
    older: {
      versions: ['3.10', '3.11', '3.12', '3.13'],
      outcomes: ['first: IndexError: pop from empty list', 'second: IndexError: pop from empty list'],
    },
    why: "JUMP_BACKWARD leads to the test, so it looks before the test, not between test and pop. Up to 3.13 the test stood at the loop's end as well, and the jump back came after it.",
  },
  {
    name: 'delete_key',
    broken: { gil: ['0'], freeThreaded: ['0', "first: KeyError: 'pear'", "second: KeyError: 'pear'"] },
    fixed: alike('0'),
    why: 'CONTAINS_OP, a jump forward, DELETE_SUBSCR: nothing looks.',
  },
  {
    name: 'lazy_list',
    broken: { gil: ['Ann Bob'], freeThreaded: ['Ann', 'Ann Bob', 'Bob'] },
    fixed: alike('Ann Bob'),
    why: 'BUILD_LIST does not look; CALL append looks when it has appended.',
  },
  {
    name: 'lazy_property',
    broken: { gil: ['pear plum'], freeThreaded: ['pear', 'pear plum', 'plum'] },
    fixed: alike('pear plum'),
    why: 'RESUME of the getter comes before it looks; then nothing up to CALL append.',
  },
  {
    name: 'lazy_property_call',
    broken: alike('pear', 'pear plum', 'plum'),
    fixed: alike('pear plum'),
    why: 'CALL list looks after the test and before STORE_ATTR. From there to CALL append nothing looks: the list that is stored last has one word only, where both have seen None.',
  },
  {
    name: 'cached_property',
    broken: alike('1', '2'),
    fixed: alike('1'),
    why: '__get__ is Python: it looks into the cache with a C call, then calls words(): both look. Up to 3.11 it took a lock: 1.',
  },
  {
    name: 'double_checked',
    broken: { gil: ['8080 8080'], freeThreaded: ['8080 8080', '8080 None', 'None 8080'] },
    fixed: alike('8080 8080'),
    why: 'CALL Settings looks before the first store; then STORE_GLOBAL, LOAD_GLOBAL, STORE_ATTR without a look. Who makes them has always set the port.',
  },
  {
    name: 'double_checked_call',
    broken: alike('8080 8080', '8080 None', 'None 8080'),
    fixed: alike('8080 8080'),
    why: 'RESUME of load() lies between STORE_GLOBAL settings and STORE_ATTR port.',
  },
];
