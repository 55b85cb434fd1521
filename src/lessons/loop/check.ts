import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'cached-await',
    text: 'A task calls `await price(item)` in a loop of 100,000 turns. `price` is `async`, and finds every item in its cache. What do the other tasks do meanwhile?',
    options: [
      {
        id: 'in-turn',
        text: 'They have a turn at each of the awaits.',
        right: false,
        why: 'An await of a coroutine that returns without waiting never comes back to the loop, so nobody else has a turn.',
      },
      {
        id: 'nothing',
        text: 'Nothing, until the loop is over or comes to an await that really waits.',
        right: true,
        why: 'The word await gives nothing up. Only a coroutine that stops and waits does. If the loop is long, put “await asyncio.sleep(0)” into it now and then.',
      },
      {
        id: 'interval',
        text: 'They have a turn every 5 milliseconds, as threads do.',
        right: false,
        why: 'The switch interval is for threads. The event loop takes no turn away from a task.',
      },
    ],
  },
  {
    id: 'task-by-task',
    text: 'How long does `await create_task(ask("one"))`, and in the next line `await create_task(ask("two"))`, take, if each answer takes a second?',
    options: [
      {
        id: 'one-second',
        text: 'One second: they are two tasks.',
        right: false,
        why: 'The second task is made when the first one is done. Tasks overlap only while both of them exist.',
      },
      {
        id: 'two-seconds',
        text: 'Two seconds.',
        right: true,
        why: 'main waits for the first task before it makes the second. Make both, and await them then.',
      },
      {
        id: 'no-time',
        text: 'Hardly any time: create_task returns at once.',
        right: false,
        why: 'create_task does, but each line also awaits the task.',
      },
    ],
  },
  {
    id: 'left-over',
    text: '`main()` makes a task with `create_task`, does not await it, and ends a moment later. The program was started with `asyncio.run(main())`. What about the task?',
    options: [
      {
        id: 'finishes',
        text: 'asyncio.run waits until it is done.',
        right: false,
        why: 'It waits for the main coroutine. What is left then is cancelled.',
      },
      {
        id: 'cancelled',
        text: 'It is cancelled at the await where it stands.',
        right: true,
        why: 'asyncio.run cancels all tasks that are left, lets them tidy up, and closes the loop. Await what you want to have done, or use a task group.',
      },
      {
        id: 'background',
        text: 'It goes on in the background, until the process ends.',
        right: false,
        why: 'A task needs a loop to run it, and asyncio.run closes its loop. There is no background in one thread.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'An event loop is a line of what is ready, a heap of timers, and one thread that gives each a turn; a turn ends at an await that waits, and nowhere else.',
  'Two waits overlap only if both have begun before one of them is awaited.',
  'The loop does not keep a task that nobody keeps, and asyncio.run cancels what nobody has awaited.',
];
