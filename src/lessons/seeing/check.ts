import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'where-to-look',
    text: 'An asyncio service does not answer. The dump of its threads shows one thread, in select(). What do you ask for next?',
    options: [
      {
        id: 'all-threads',
        text: 'The stacks of the other threads: one of them must hold something.',
        right: false,
        why: 'They were all in the dump. A task that waits stands on the stack of no thread.',
      },
      {
        id: 'tasks',
        text: 'The tasks: where each of them waits, and who waits for it.',
        right: true,
        why: 'The loop sleeps, so every task waits for something. python -m asyncio pstree shows at which await, on 3.14 and later.',
      },
      {
        id: 'profile',
        text: 'A profile: select() is what takes the time.',
        right: false,
        why: 'The loop is in select() because it has nothing to do. The question is why nobody wakes it.',
      },
    ],
  },
  {
    id: 'blamed-by-a-thread',
    text: 'A thread of your program samples the others with sys._current_frames(). Nearly all samples stand on the line of a call in a loop. What do you know?',
    options: [
      {
        id: 'that-line',
        text: 'That line is slow: most of the time was spent there.',
        right: false,
        why: 'The sampler sees a computing thread only where it lets another thread run, and that is not where it spends its time.',
      },
      {
        id: 'nothing',
        text: 'Nothing: one cannot sample a program from a thread of its own.',
        right: false,
        why: 'Threads that wait are seen exactly where they wait. It is the line of a thread that computes which is not to be trusted.',
      },
      {
        id: 'near',
        text: 'The time goes somewhere in what that loop calls. The line itself may be innocent.',
        right: true,
        why: 'A sampler in another process stops at no such places: profiling.sampling of 3.15 names the line.',
      },
    ],
  },
  {
    id: 'what-green-proves',
    text: 'A test starts two threads and has passed 10,000 times. What does that prove?',
    options: [
      {
        id: 'right',
        text: 'That the code is right, or wrong in less than one of 10,000 cases.',
        right: false,
        why: 'It proves nothing about orders that never came. The next Python, or a busier machine, may let them come.',
      },
      {
        id: 'these-orders',
        text: 'That the orders which came were harmless. They may have been 10,000 times the same one.',
        right: true,
        why: 'So force the order that you fear, or try them all where the program is small enough.',
      },
      {
        id: 'sleep',
        text: 'That the threads need a sleep in the right place, so that the test finds more.',
        right: false,
        why: 'A sleep makes an order likely and forces none. An Event or a Barrier forces it.',
      },
    ],
  },
];

export const saw = [
  'Three programs stood on one line, and three different things were wrong: what counts is where the one stands for whom that line waits.',
  'A sampler inside the program blamed a line where threads change; one outside named the line that took the time.',
  'A test passed in 60,000 runs, and failed in each one whose order was forced.',
] as const;
