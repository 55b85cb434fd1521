import type { Granularity } from '../../../core/python/pythonSchedules';

/** What one step can be, in the words of the page. */
export const granularities: readonly { readonly id: Granularity; readonly name: string; readonly hint: string }[] = [
  {
    id: 'line',
    name: 'line',
    hint: 'a line of the program. Between two lines, and where a thread waits, this page lets you go on with another thread.',
  },
  {
    id: 'access',
    name: 'shared access',
    hint: 'one read or write of a global variable, an attribute or an item, or one operation on a lock. So a thread can also be interrupted in the middle of a line.',
  },
  {
    id: 'bytecode',
    name: 'bytecode',
    hint: 'one instruction of CPython’s virtual machine. A line is made of several, and a program of many. There is no smaller step.',
  },
];

/** Where this page changes threads, and where CPython does. Tried on 3.9 to 3.15; `src/lessons/facts` has the programs. */
export const whereCPythonSwitches =
  'Here threads may change between any two steps. CPython with a GIL changes them at fewer places: since 3.10 only where something is called, where a function or generator begins or resumes, where a loop goes round, and where a thread waits or lets go of the GIL. CPython 3.9 and a free-threaded CPython can change them nearly anywhere. A correct program relies on none of this. (Tasks of asyncio change only at an await that has to wait, on every Python.)';
