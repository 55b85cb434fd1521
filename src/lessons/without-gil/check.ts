import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'gil-came-back',
    text: 'A service moves to python3.14t, and its threads are no faster than before. sysconfig says Py_GIL_DISABLED is 1. What do you look at first?',
    options: [
      {
        id: 'version',
        text: 'Whether it really is the free-threaded build.',
        right: false,
        why: 'That is what Py_GIL_DISABLED = 1 has just told you. It does not tell whether the GIL is in use now.',
      },
      {
        id: 'enabled',
        text: 'sys._is_gil_enabled(), when all modules are imported.',
        right: true,
        why: 'A compiled module that does not declare itself turns the GIL on, and leaves nothing but a warning. If it is off, look for what all threads share.',
      },
      {
        id: 'interval',
        text: 'The switch interval: it should be shorter.',
        right: false,
        why: 'That is how long a thread waits for the GIL. Without a GIL nobody waits for it, and with one a shorter interval only makes them change more often.',
      },
    ],
  },
  {
    id: 'only-one-faster',
    text: 'Without the GIL, two threads on two cores append a million results to one list. Why is that not done in half the time?',
    options: [
      {
        id: 'memory',
        text: 'Appending is limited by the memory, not by the cores.',
        right: false,
        why: 'With two lists, one for each thread, as much is appended, and there both cores work at once.',
      },
      {
        id: 'unsafe',
        text: 'Because items are lost, and have to be appended again.',
        right: false,
        why: 'Nothing is lost, and nobody would try again: append is one step on every build.',
      },
      {
        id: 'line',
        text: 'Because each append takes the lock of the list, and there is one list.',
        right: true,
        why: 'They stand in line at that lock instead of at the GIL. Give each thread its own list, and join the lists at the end.',
      },
    ],
  },
  {
    id: 'right-by-luck',
    text: 'A counter is raised in a block “with threading.Lock():”. For years it has been right. What becomes of it without the GIL?',
    options: [
      {
        id: 'right',
        text: 'It stays right: it is raised under a lock.',
        right: false,
        why: 'Under a lock of its own, made for this one time. Nobody else can ask for it, so it keeps nobody out.',
      },
      {
        id: 'wrong',
        text: 'It loses updates: the lock never kept anybody out.',
        right: true,
        why: 'With the GIL no thread came between the read and the write, since nothing is called there. That was all the protection there was.',
      },
      {
        id: 'error',
        text: 'It raises an error, because two threads hold the lock.',
        right: false,
        why: 'They hold two locks, one each. Nothing notices, and a number is wrong now and then.',
      },
    ],
  },
];

export const saw = [
  'Without the GIL, two threads that share nothing used two cores; those that shared a list or a counter stood in line at its lock.',
  'Programs of two lines without a lock, and one with a lock for each thread, were right with the GIL in every schedule, and wrong without it.',
  'An iterator that four threads shared gave items out twice, and made pairs that were not there, and nothing was raised.',
] as const;
