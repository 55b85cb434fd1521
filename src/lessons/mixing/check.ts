import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'set-from-thread',
    text: 'A thread calls `event.set()` of an `asyncio.Event`, for which a task waits. What happens?',
    options: [
      {
        id: 'at-once',
        text: 'The task goes on at once: that is what events are for.',
        right: false,
        why: 'A threading.Event would do that for a thread. This one puts the task into the line of a loop that may be asleep.',
      },
      {
        id: 'sometime',
        text: 'The task goes on when something else wakes the loop, which may be never.',
        right: true,
        why: 'Nothing wakes the loop. “loop.call_soon_threadsafe(event.set)” does. In debug mode, the plain call raises RuntimeError.',
      },
      {
        id: 'error',
        text: 'The thread gets a RuntimeError.',
        right: false,
        why: 'Only in debug mode. Otherwise nobody is told.',
      },
    ],
  },
  {
    id: 'name-in-a-pool',
    text: 'A task sets a ContextVar, and then awaits `loop.run_in_executor(pool, work)`. What does `work` find in the variable?',
    options: [
      {
        id: 'the-value',
        text: 'The value that the task has set.',
        right: false,
        why: 'That is what to_thread does. run_in_executor hands over the function and its arguments, and no context.',
      },
      {
        id: 'an-error',
        text: 'A LookupError: the variable belongs to the task.',
        right: false,
        why: 'A variable without a default raises that where nothing is set. But something may be set there, by a job before.',
      },
      {
        id: 'of-the-thread',
        text: 'What the context of the pool’s thread has: its default, or what a job before has left there.',
        right: true,
        why: '“copy_context().run” in front of the function takes the context along, and leaves nothing behind.',
      },
    ],
  },
  {
    id: 'pool-at-the-end',
    text: 'A coroutine opens “with ThreadPoolExecutor() as pool:”, and awaits a call of 10 seconds in it, with a time limit of 1 second. What do the other tasks of the loop do?',
    options: [
      {
        id: 'go-on',
        text: 'They go on all the time: the call is in a thread.',
        right: false,
        why: 'For one second they do. Then the block ends, and its end waits for the call, in the thread of the loop.',
      },
      {
        id: 'stand',
        text: 'They go on for a second, and stand still for nine.',
        right: true,
        why: 'The plain “with” waits with the thread of the loop. Make the pool outside of asyncio.run.',
      },
      {
        id: 'one-second',
        text: 'They stand still for one second.',
        right: false,
        why: 'While the coroutine awaits the call, the loop is free. It is the end of the block that holds it up.',
      },
    ],
  },
];

export const saw = [
  'A thread that changed the loop’s things by hand was not noticed before a timer was due; call_soon_threadsafe woke the loop.',
  'The look-up of names filled the threads that to_thread uses, and a small call stood in line behind them.',
  'Of six ways to know the user, two wrote a line without its name, and two wrote the guest’s line with Ada’s.',
] as const;
