import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'which-leaves-orphans',
    text: 'A server asks three databases with “await asyncio.gather(a(), b(), c())”, and a() fails after 10 ms. What do b() and c() do?',
    options: [
      {
        id: 'stopped',
        text: 'They are cancelled: the call of gather has failed.',
        right: false,
        why: 'gather cancels the others only when the code that awaits it is cancelled. After a failure it lets them go on.',
      },
      {
        id: 'awaited',
        text: 'gather waits until they have ended, and then raises what a() raised.',
        right: false,
        why: 'It raises at once. With return_exceptions=True it would wait, and raise nothing.',
      },
      {
        id: 'go-on',
        text: 'They go on. What they return is dropped, and what they raise as well.',
        right: true,
        why: 'They are orphans. Use a task group where the others have become pointless, and return_exceptions=True where they have not.',
      },
    ],
  },
  {
    id: 'cancelled-child',
    text: 'A task group has two tasks. The program cancels one of them with task.cancel(), and it ends. What does the group do?',
    options: [
      {
        id: 'waits',
        text: 'It waits for the other one, and raises nothing.',
        right: true,
        why: 'A cancelled task has not failed. If you need its result, ask: task.result() raises CancelledError.',
      },
      {
        id: 'cancels',
        text: 'It cancels the other one, and raises an ExceptionGroup.',
        right: false,
        why: 'That is what a failure does. A cancellation goes down, from a group to its tasks, and not up.',
      },
      {
        id: 'raises',
        text: 'It raises CancelledError.',
        right: false,
        why: 'That is what gather would do. A task group raises CancelledError only when the code around it is cancelled.',
      },
    ],
  },
  {
    id: 'plain-except',
    text: 'A task in a group raises a ValueError. Around the block “async with asyncio.TaskGroup()” stands a plain “except ValueError”. What happens?',
    options: [
      {
        id: 'caught',
        text: 'It is caught: it is a ValueError.',
        right: false,
        why: 'The task raised one. The group raises an ExceptionGroup with the ValueError in it, also where it is the only failure.',
      },
      {
        id: 'not-caught',
        text: 'Nothing is caught: what arrives is an ExceptionGroup.',
        right: true,
        why: '“except* ValueError” picks it from the group. Its name then holds a group again, with the ValueError in .exceptions.',
      },
      {
        id: 'one-only',
        text: 'It is caught if no other task has failed.',
        right: false,
        why: 'Then the type of what you catch would depend on the schedule. The group is there for one failure too.',
      },
    ],
  },
];

export const saw = [
  'When one of four tasks failed, the task group cancelled the others, gather with return_exceptions waited for them, and gather, wait and as_completed left them as orphans.',
  'A failure went up the tree of groups until except* caught it, a cancellation went down, and a task that was only cancelled ended no other.',
  'The first answer ended the wait, but not at once: until the others were called off, one of them could still order the book too.',
] as const;
