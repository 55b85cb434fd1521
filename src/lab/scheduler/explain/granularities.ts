import type { Granularity } from '../../../core/python/pythonSchedules';
import type { Rule } from '../../../core/schedule/rule';

/** The rules in the words of the page: where a switch may come. */
export const rules: readonly { readonly id: Rule; readonly name: string; readonly hint: string }[] = [
  {
    id: 'gil',
    name: 'CPython with the GIL',
    hint: 'Threads change only where CPython 3.14 can change them: where a function begins, after a call, where a loop goes round, and where a thread waits.',
  },
  {
    id: 'free-threaded',
    name: 'CPython without the GIL',
    hint: 'Threads change between any two reads or writes of what they share. One operation of a container, such as append, is one step.',
  },
  {
    id: 'anywhere',
    name: 'anywhere',
    hint: 'Threads change between any two steps, as in a textbook. These steps are coarser or finer than those of any CPython.',
  },
];

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

/** What one step is under the rules of a CPython. */
const cpythonSteps: Partial<Record<Granularity, string>> = {
  gil: 'all that a thread does until CPython with the GIL looks whether another thread wants to run, or until it waits: often several lines.',
  'free-threaded':
    'one read or write of what threads share, or one operation on a container or a lock, as in CPython without the GIL.',
};

/** What one step is, after "One step is". */
export const stepHint = (granularity: Granularity): string =>
  cpythonSteps[granularity] ?? granularities.find(({ id }) => id === granularity)?.hint ?? '';

/** Where this page changes threads, and where CPython does. Tried on 3.9 to 3.15; `src/lessons/facts` has the programs. */
const anywhereAndCPython =
  'Here threads may change between any two steps. CPython with a GIL changes them at fewer places: since 3.10 only where something is called, where a function or generator begins or resumes, where a loop goes round, and where a thread waits or lets go of the GIL. CPython 3.9 and a free-threaded CPython can change them nearly anywhere. A correct program relies on none of this. (Tasks of asyncio change only at an await that has to wait, on every Python.)';
const cpythonSwitches: Partial<Record<Granularity, string>> = {
  gil: 'Here threads change where CPython 3.10 to 3.14 with the GIL can change them, and nowhere else. CPython 3.9 and a free-threaded CPython can change them at more places.',
  'free-threaded':
    'Here threads change where a free-threaded CPython can change them. CPython with the GIL does so at fewer places, all of which are among these.',
};

/** Where threads change here, and where CPython changes them. */
export const whereThreadsSwitch = (granularity: Granularity): string =>
  cpythonSwitches[granularity] ?? anywhereAndCPython;
