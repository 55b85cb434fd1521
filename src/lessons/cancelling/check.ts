import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'slow-drip',
    text: 'A page is sent a few bytes at a time, with pauses of half a second. You have set a limit of one second for each read. When does the download end?',
    options: [
      {
        id: 'second',
        text: 'After one second.',
        right: false,
        why: 'The limit begins anew with each read, and no read takes a second.',
      },
      {
        id: 'idle',
        text: 'When the page is complete, or a pause takes longer than a second, or never.',
        right: true,
        why: 'An idle limit finds a server that has gone silent. One that is slow it never finds: that takes a limit for the whole.',
      },
      {
        id: 'connect',
        text: 'At the first read: a server that is slow does not answer in a second.',
        right: false,
        why: 'It answers in time, each time. That is the trouble.',
      },
    ],
  },
  {
    id: 'swallowed-cancel',
    text: 'A task says “try: await work() except BaseException: pass” in a loop. Another one cancels it, and awaits it under asyncio.timeout(5). What happens?',
    options: [
      {
        id: 'ends',
        text: 'It ends at its next await: nobody can refuse a cancellation.',
        right: false,
        why: 'A cancellation is an exception, and can be caught like any other.',
      },
      {
        id: 'timeout',
        text: 'After five seconds there is a TimeoutError, and the loop goes on alone.',
        right: false,
        why: 'The limit cancels the task that waits, and that passes it on to the task it waits for. There it is caught once more.',
      },
      {
        id: 'forever',
        text: 'Both go on: the loop, and the wait for it.',
        right: true,
        why: 'The limit is a cancellation as well, and it is passed on into the loop, which catches it. Catch Exception, not BaseException.',
      },
    ],
  },
  {
    id: 'thread-after-timeout',
    text: '“async with asyncio.timeout(1): await asyncio.to_thread(copy)” has raised TimeoutError, but copy() takes a minute. When does asyncio.run return?',
    options: [
      {
        id: 'at-once',
        text: 'After a second, and the thread is ended.',
        right: false,
        why: 'Nobody can end a thread from outside.',
      },
      {
        id: 'minute',
        text: 'After a minute.',
        right: true,
        why: 'The limit ended the wait and not the thread, and asyncio.run waits for the threads of to_thread. Give copy() an event to look at, or a limit of its own.',
      },
      {
        id: 'daemon',
        text: 'After a second, and the thread goes on behind.',
        right: false,
        why: 'asyncio.run waits for it, and so would Python at its end.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'A cancellation is an exception at the await where a task stands; it can be delayed by a finally that waits, caught by an except that catches too much, and it can come when the result is there already.',
  'An idle limit ends a silence, a connect limit a wait for the beginning, and only a total limit ends a server that drips.',
  'A limit for a thread ends your wait and not the thread, and what a shield protects still needs somebody who waits for it.',
];
