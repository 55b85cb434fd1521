import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'lost-message',
    text: 'A thread writes a log. It says “while not stop.is_set(): write(lines.get())”. At shutdown the last lines are missing. What mends it for certain?',
    options: [
      {
        id: 'sleep',
        text: 'Sleep for a second before stop.set().',
        right: false,
        why: 'That only makes the loss rare: on a busy machine a second may be too short. And if the queue is empty in time, the thread waits in get(), where it sees no flag.',
      },
      {
        id: 'sentinel',
        text: 'No flag: put a sentinel into the queue, behind the last line.',
        right: true,
        why: 'What stops the thread comes to where it waits, and after everything that was put before it.',
      },
      {
        id: 'daemon',
        text: 'Make it a daemon thread.',
        right: false,
        why: 'Then it is cut off when the program ends, perhaps in the midst of a line, and what is in the queue is lost as well.',
      },
    ],
  },
  {
    id: 'slow-ctrl-c',
    text: 'You press Ctrl+C while a hundred downloads wait in a ThreadPoolExecutor with four threads. The program goes on for a minute. Why?',
    options: [
      {
        id: 'ignored',
        text: 'The main thread did not get the KeyboardInterrupt.',
        right: false,
        why: 'It got it at once, where it waited for a result. But then it left the with block, and that waits.',
      },
      {
        id: 'with',
        text: 'The end of the with block waits for all tasks, also for those that have not begun.',
        right: true,
        why: 'Catch the KeyboardInterrupt within the block, and call pool.shutdown(wait=False, cancel_futures=True): then only the four that have begun are waited for.',
      },
      {
        id: 'threads',
        text: 'KeyboardInterrupt is raised in each thread in turn.',
        right: false,
        why: 'It is raised in the main thread only. No other thread ever learns of it, unless you tell it.',
      },
    ],
  },
  {
    id: 'at-the-end',
    text: 'A worker, no daemon, loops until an Event is set. The program has registered stop.set with atexit. What happens when the main thread has ended?',
    options: [
      {
        id: 'clean',
        text: 'atexit sets the event, the worker ends, and so does Python.',
        right: false,
        why: 'That is what one would hope for, but atexit comes second: Python waits for the threads first.',
      },
      {
        id: 'cut',
        text: 'The worker is cut off.',
        right: false,
        why: 'Only daemon threads are cut off. This one is waited for.',
      },
      {
        id: 'forever',
        text: 'Python waits for the worker, which waits for the event: the program never ends.',
        right: true,
        why: 'Threads that are no daemons are waited for before any function of atexit is called. Set the event in a finally of the main thread.',
      },
    ],
  },
];

export const saw = [
  'A sentinel let all eight jobs be done, a flag let those be done that had begun, and an event ended them in the midst: what is right depends on the work.',
  'A flag that a thread looks at before it waits loses the last message or leaves the thread waiting; what stops it must come to where it waits.',
  'Ctrl+C reached the main thread alone, and the end of a with block, or of Python, still waited for the others.',
] as const;
