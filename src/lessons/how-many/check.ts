import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'ten-workers',
    text: 'A tenth of your program has to be done by one worker alone. At most how many times as fast can more workers make it?',
    options: [
      {
        id: 'nine',
        text: 'Nine tenths of the number of workers.',
        right: false,
        why: 'That would grow without end. But the tenth takes as long as before, with any number of workers.',
      },
      {
        id: 'ten',
        text: 'Ten times, and only with workers without end.',
        right: true,
        why: 'Were the rest to take no time at all, the tenth would remain. With ten workers and a core for each, the law allows 5.3.',
      },
      {
        id: 'cores',
        text: 'As many times as there are cores.',
        right: false,
        why: 'With two cores it is less than two, and with a hundred it is less than ten: the serial part sets a limit of its own.',
      },
    ],
  },
  {
    id: 'from-95-to-99',
    text: 'A worker that is busy 95 % of the time gets a little more to do, and is now busy 99 %. What becomes of the usual wait?',
    options: [
      {
        id: 'four',
        text: 'It grows by about 4 %.',
        right: false,
        why: 'The work grows by 4 %. But the wait depends on the time that is left: 1 % instead of 5 %.',
      },
      {
        id: 'five',
        text: 'It grows to about five times as much.',
        right: true,
        why: 'The worker has a fifth of the idle time in which a line can become shorter again.',
      },
      {
        id: 'end',
        text: 'It grows without end, since the worker cannot keep up.',
        right: false,
        why: 'That begins at 100 %. Below it, every line comes to an end some time.',
      },
    ],
  },
  {
    id: 'in-a-container',
    text: 'A container may use two cores’ worth of time (a CPU quota) on a machine with 64 cores. How many processes does ProcessPoolExecutor() take there at most, in 3.14?',
    options: [
      {
        id: 'two',
        text: '2: since 3.13 it asks process_cpu_count().',
        right: false,
        why: 'process_cpu_count() knows to which cores the process is bound. A quota binds it to none: it limits time, and Python does not look at it.',
      },
      {
        id: 'all',
        text: '64, if nobody has told Python otherwise.',
        right: true,
        why: 'So tell it: max_workers, or PYTHON_CPU_COUNT=2 in the container’s environment.',
      },
      {
        id: 'plus-four',
        text: '6: two cores, and four more.',
        right: false,
        why: 'Four more are what a pool of threads takes. It would count 64 cores as well, and stop at 32.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'What one worker must do alone sets a limit, however many others there are, and your machine stays under it as soon as there are more workers than cores.',
  'A line grows with one divided by the time that is left: from 95 % to 99 % load it becomes five times as long, and a second worker makes it vanish.',
  'More threads that compute make a thread that answers later and later, and Python counts cores, not what your container may use of them.',
];
