import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'slow-start',
    text: 'A crawler makes a task for each of two million addresses, with an `asyncio.Semaphore(50)` around the download. It runs out of memory before it has downloaded anything. What helps?',
    options: [
      {
        id: 'smaller',
        text: 'A smaller semaphore.',
        right: false,
        why: 'The semaphore decides how many download at a time. Two million tasks are made all the same, and all but a few wait in memory.',
      },
      {
        id: 'before',
        text: 'Acquire the semaphore before each task is made, and release it when the task is done.',
        right: true,
        why: 'Then the loop that makes the tasks waits, so that there are never more than fifty of them. Fifty workers and a queue with a limit do it too.',
      },
      {
        id: 'gather',
        text: '`asyncio.gather` in place of a task group.',
        right: false,
        why: 'gather makes a task of each coroutine at once, too, and keeps all results besides.',
      },
    ],
  },
  {
    id: 'closed-late',
    text: 'An async generator holds a database connection, and gives it back in `finally`. A loop over it ends with `break`. When is the connection given back?',
    options: [
      {
        id: 'at-break',
        text: 'At the break.',
        right: false,
        why: 'A for loop closes neither a generator nor an async generator. CPython closes an ordinary generator at once when nobody refers to it; an async one may have to await something in order to close, so that cannot be done at once.',
      },
      {
        id: 'later',
        text: 'Later, in another task, or never if the program ends meanwhile.',
        right: true,
        why: 'asyncio makes a task that closes it, when the generator is collected. “async with aclosing(…)” closes it where you leave the block, in your own task.',
      },
      {
        id: 'never',
        text: 'Never: the generator is forgotten as it stands.',
        right: false,
        why: 'asyncio watches its async generators and closes them, but at a time of its own.',
      },
    ],
  },
  {
    id: 'too-many-requests',
    text: 'An API allows 10 requests a second. Your program has a `Semaphore(10)`, and was fine for months. Today the API answers faster than ever, and with “429 Too Many Requests”. Why?',
    options: [
      {
        id: 'leak',
        text: 'Somewhere a release is missing.',
        right: false,
        why: 'A missing release makes fewer places and not more. With no place left the program would stand still.',
      },
      {
        id: 'faster',
        text: 'Ten at a time are more than ten a second as soon as an answer takes less than a second.',
        right: true,
        why: 'A semaphore gives the place of one that is done to the next at once. For a limit by the second, the starts themselves must be spaced.',
      },
      {
        id: 'threads',
        text: 'asyncio.Semaphore is not thread-safe.',
        right: false,
        why: 'That is true, but the program has one thread. The semaphore did what it promises.',
      },
    ],
  },
];

export const saw = [
  'With a task for each of a hundred thousand jobs, the semaphore let ten work and all the others wait in memory; a loop that waits for a place before it makes the next task needed next to nothing.',
  'A queue with a limit slows down those who put, an async generator makes nothing before it is asked, and only aclosing closes it when you leave.',
  'An update was lost between two awaits of one thread, in an order that asyncio itself would not have taken here, and a lock from the read to the write mended it in every order.',
] as const;
