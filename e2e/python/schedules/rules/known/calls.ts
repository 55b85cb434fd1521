import { alike, type RulePair } from '../rulePair';

/** A call between reading and writing, or none. */
export const calls: readonly RulePair[] = [
  {
    name: 'call_python_between',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'LOAD_GLOBAL counter, CALL more: its RESUME looks before STORE_GLOBAL.',
  },
  {
    name: 'call_before_reading',
    broken: { gil: ['2'], freeThreaded: ['1', '2'] },
    fixed: alike('2'),
    why: 'RESUME of one() comes before LOAD_GLOBAL counter; a return from a Python function does not look. Nor on 3.10, where it does: that is still before the reading.',
  },
  {
    name: 'call_after_reading',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: '`counter += one()` loads counter first: RESUME of one() lies between.',
  },
  {
    name: 'call_c_function',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'CALL abs (CALL_BUILTIN_O) looks, after counter was read.',
  },
  {
    name: 'call_c_class',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'CALL int (CALL_BUILTIN_CLASS) looks, after counter was read.',
  },
  {
    name: 'call_python_class',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'RESUME of __init__ looks; the unspecialised CALL looks after it as well.',
  },
  {
    name: 'call_with_keyword',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'CALL_KW round (CALL_KW_NON_PY) looks, after counter was read.',
  },
  {
    name: 'call_with_star',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'CALL_FUNCTION_EX max looks, after counter was read.',
  },
  {
    name: 'call_len',
    broken: alike('1', '2'),
    fixed: alike('2'),
    why: 'total is loaded before CALL len, which looks. Once specialised (CALL_LEN) it does not; the rule counts both forms alike.',
  },
  {
    name: 'highest_call',
    broken: alike('3', '5'),
    fixed: alike('5'),
    why: 'CALL max looks between reading and STORE_GLOBAL: both have read 0, and 3 is written last.',
  },
  {
    name: 'highest_if',
    broken: { gil: ['5'], freeThreaded: ['3', '5'] },
    fixed: alike('5'),
    why: 'COMPARE_OP and a jump forward do not look; RESUME of report comes before the reading.',
  },
];
