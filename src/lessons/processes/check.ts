import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'lock-in-a-fork',
    text: 'A process forks while its other thread holds a lock. A second later that thread releases the lock. What about the lock in the child?',
    options: [
      {
        id: 'released',
        text: 'It is released there as well.',
        right: false,
        why: 'The release changes the memory of the parent. The child has a copy, which is another lock by now.',
      },
      {
        id: 'never',
        text: 'It stays taken, as long as the child lives.',
        right: true,
        why: 'The thread that holds it was not copied, so nobody in the child ever comes to release it.',
      },
      {
        id: 'free',
        text: 'It is free: a lock without its thread is released.',
        right: false,
        why: 'A Lock does not know who holds it, and the copy is made bit by bit. Only a few locks of the library are set free in a forked child.',
      },
    ],
  },
  {
    id: 'method-of-an-object',
    text: '`pool` is a `ProcessPoolExecutor`, and `model` has a table of 100 MB. What does `pool.map(model.score, rows)` send?',
    options: [
      {
        id: 'rows',
        text: 'The rows, and once for each process the name of the method.',
        right: false,
        why: 'A plain function is sent by its name. A method is sent with the object that it belongs to.',
      },
      {
        id: 'once',
        text: 'The rows, and the table once for each process.',
        right: false,
        why: 'A pool keeps nothing of a task for the next one. To send the table once for each process, use its initializer.',
      },
      {
        id: 'each',
        text: 'The table, with every row.',
        right: true,
        why: 'Each task is a message of its own, and model is pickled into each. With a chunksize of 100 it is sent with every hundredth row.',
      },
    ],
  },
  {
    id: 'plus-equals',
    text: '`count = multiprocessing.Value("q", 0)` has a lock inside. Two processes do `count.value += 1`, ten thousand times each. What is in it at the end?',
    options: [
      {
        id: 'all',
        text: '20,000: each use takes the lock.',
        right: false,
        why: 'Each use does, and there are two of them: one reads and one writes. Another process may come in between.',
      },
      {
        id: 'less',
        text: '20,000 or less.',
        right: true,
        why: 'The lock makes each read and each write whole, and not the two together. Hold count.get_lock() around the line.',
      },
      {
        id: 'ten',
        text: '0 in the parent: each process has a number of its own.',
        right: false,
        why: 'That would be so with a global number. A Value lies in memory that all of them share.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'A forked child begins with a copy of everything except the other threads, and so with locks that nobody will release; a spawned one begins with nothing but its file and what is sent.',
  'A message is a copy: a list costs its pickling on both sides, shared memory only the writing of its bytes, and adding up where the numbers are nothing of all that.',
  'Small tasks cost what their messages cost, until they travel in chunks; and memory that processes share needs a lock around the whole of read and write.',
];
