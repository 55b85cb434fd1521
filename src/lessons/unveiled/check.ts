import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'faster-core',
    text: 'A program runs for 40 seconds and uses 1.2 seconds of processor time. You move it to a machine whose cores are twice as fast. What happens?',
    options: [
      {
        id: 'half',
        text: 'It takes about 20 seconds.',
        right: false,
        why: 'Only the 1.2 seconds of computing get shorter. The other 38.8 are waiting, and what it waits for has not become faster.',
      },
      {
        id: 'same',
        text: 'It takes about 39 seconds.',
        right: true,
        why: 'It is I/O-bound: 0.6 seconds are saved, and the waiting stays. Overlapping the waits is what would help.',
      },
      {
        id: 'longer',
        text: 'It takes longer, because a faster core waits more often.',
        right: false,
        why: 'A faster core waits for a larger share of the time, but not for longer.',
      },
    ],
  },
  {
    id: 'concurrent',
    text: 'One cook has three pots on the stove. Which word fits what the cook does?',
    options: [
      {
        id: 'parallel',
        text: 'Parallel: three dishes are cooking at the same time.',
        right: false,
        why: 'The pots do simmer in parallel, as three servers work for one program. But the cook works on one at a time.',
      },
      {
        id: 'concurrent',
        text: 'Concurrent: three dishes are under way, and one pair of hands turns from one to the next.',
        right: true,
        why: 'Several tasks in progress, one of them being worked on. That is enough as long as they mostly simmer.',
      },
      {
        id: 'neither',
        text: 'Neither: there is only one cook.',
        right: false,
        why: 'One worker is enough for concurrency. It takes a second one to be parallel.',
      },
    ],
  },
  {
    id: 'tools',
    text: 'A thousand sensors answer slowly, and each answer must be looked at for a moment. Which tools can overlap the waiting?',
    options: [
      {
        id: 'asyncio',
        text: 'Only asyncio: it was made for waiting.',
        right: false,
        why: 'It is the cheapest for a thousand at once, but threads and processes overlap waits as well: a thread that waits holds nobody up.',
      },
      {
        id: 'processes',
        text: 'Only processes: threads cannot do anything at the same time.',
        right: false,
        why: 'Threads in CPython take turns at running Python code. They do wait at the same time.',
      },
      {
        id: 'all',
        text: 'Threads, processes and asyncio: all three.',
        right: true,
        why: 'All three can wait for many things at once. They differ in what each waiting costs, and in what happens when someone computes.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'Two clocks tell working from waiting: the one on the wall, and the one that runs only while your program has a core.',
  'Three pages of a second each took three seconds one after another and about one second in three threads, although nobody became faster.',
  'Concurrency is having several things under way, parallelism is working on several at the same instant, and waiting needs only the first.',
];
