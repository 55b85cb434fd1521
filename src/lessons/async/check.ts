import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'who-switches',
    text: 'Two tasks share a list, and neither has an await between looking at it and changing it. Can the other task run in between?',
    options: [
      {
        id: 'anywhere',
        text: 'Yes, the event loop may change tasks at any line.',
        right: false,
        why: 'That is what the interpreter does with threads. The event loop only gets its turn when a task gives it up, at an await.',
      },
      {
        id: 'no',
        text: 'No. Without an await the task runs on.',
        right: true,
        why: 'All tasks of a loop run in one thread, and a task keeps it until an await really has to wait, or until it ends.',
      },
      {
        id: 'lock',
        text: 'Only if nobody holds an asyncio.Lock.',
        right: false,
        why: 'A lock is needed when there is an await between looking and changing. Without one, no other task can run in between anyway.',
      },
    ],
  },
  {
    id: 'slow-call',
    text: 'A handler in your asynchronous server calls requests.get, and the answer takes two seconds. What do the other handlers do?',
    options: [
      {
        id: 'go-on',
        text: 'They go on, because waiting for the network lets go of the GIL.',
        right: false,
        why: 'Other threads could go on. The other handlers are tasks in this very thread, and it is stuck in the call.',
      },
      {
        id: 'stop',
        text: 'They stand still for two seconds.',
        right: true,
        why: 'requests.get knows nothing of the event loop. Use an asynchronous client, or await asyncio.to_thread(requests.get, …).',
      },
      {
        id: 'await',
        text: 'They go on if you write “await requests.get(…)”.',
        right: false,
        why: 'The call still blocks first. Then await raises a TypeError, because a response cannot be awaited.',
      },
    ],
  },
  {
    id: 'what-it-is-for',
    text: 'For which of these does asyncio help most?',
    options: [
      {
        id: 'many-waits',
        text: 'A chat server with 5,000 open connections, most of them silent.',
        right: true,
        why: 'Waiting is nearly all it does, and a waiting task costs far less than a waiting thread.',
      },
      {
        id: 'compute',
        text: 'Resizing 5,000 pictures.',
        right: false,
        why: 'That is computing. Tasks do not make one thread compute faster; processes can use the other cores.',
      },
      {
        id: 'one-after-another',
        text: 'A script that fetches three pages, each linked from the one before.',
        right: false,
        why: 'Each request needs the answer before it, so nothing can overlap, whatever the tool.',
      },
    ],
  },
];

export const saw = [
  'One thread with an event loop overlapped downloads as well as a thread for each page did.',
  'Ten thousand tasks slept at once in one thread, because a task that waits costs next to nothing.',
  'Tasks change only at an await that has to wait, so a single slow call without one stopped them all until it was moved to another thread.',
] as const;
