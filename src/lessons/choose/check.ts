import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'slow-report',
    text: 'A web server built on asyncio, in CPython as it is usually installed, must also make a report: three seconds of pure Python computing. What do you do with it?',
    options: [
      {
        id: 'await',
        text: 'Put it into an async function and await that.',
        right: false,
        why: 'async alone moves nothing elsewhere. Without an await that really waits inside, the function keeps the loop for all three seconds.',
      },
      {
        id: 'thread',
        text: 'Call it with asyncio.to_thread.',
        right: false,
        why: 'The server would go on, but it would share the GIL with the report for all that time, and answer late. That is the tool for calls that wait; on a free-threaded Python it would be right here, too.',
      },
      {
        id: 'process',
        text: 'Hand it to a ProcessPoolExecutor with run_in_executor.',
        right: true,
        why: 'A process has its own GIL and may have a core of its own, and the loop only waits for the result.',
      },
    ],
  },
  {
    id: 'free-threaded',
    text: 'You move a program with threads from Python 3.14 to the free-threaded build of 3.14. What must you expect?',
    options: [
      {
        id: 'nothing',
        text: 'Nothing, only that threads compute faster.',
        right: false,
        why: 'They may. But updates that the GIL happened to protect can now be lost, and a package that is not ready turns the GIL on again.',
      },
      {
        id: 'races',
        text: 'Races that never showed before, and single threads that are a little slower.',
        right: true,
        why: 'Threads really run at once, so missing locks show sooner. “What’s New in Python 3.14” puts the cost for a single thread at roughly 5 to 10 %, depending on platform and compiler.',
      },
      {
        id: 'processes',
        text: 'That ProcessPoolExecutor no longer works.',
        right: false,
        why: 'It works as before. You may just need it less.',
      },
    ],
  },
  {
    id: 'first-step',
    text: 'A script takes a minute, and you do not know why. What comes first?',
    options: [
      {
        id: 'threads',
        text: 'A thread pool: it needs the fewest changes.',
        right: false,
        why: 'If the minute goes into computing, threads do not help, and the script is more complicated.',
      },
      {
        id: 'measure',
        text: 'Find out where the minute goes.',
        right: true,
        why: 'Waiting and computing ask for different tools, and the cause may be a list where a set belongs.',
      },
      {
        id: 'processes',
        text: 'A process pool: it helps whatever the cause.',
        right: false,
        why: 'It overlaps waiting too, but every process costs a start and memory, all data is copied, and a slow algorithm stays slow on each core.',
      },
    ],
  },
];

export const saw = [
  'What a program waits for matters more than anything else: waits overlap in threads and tasks, and computing under the GIL needs processes.',
  'Each tool has its own way to fail: threads lose updates, processes pay for copies and starts, one blocking call stops a whole event loop.',
  'Sometimes the answer is none of them: one step after another, with a better algorithm.',
] as const;
