import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'what-wakes',
    text: 'A thread returns from changed.wait(), because another one has put an item into a list and called changed.notify(). What does it know?',
    options: [
      {
        id: 'item',
        text: 'That there is an item in the list.',
        right: false,
        why: 'There was one at the notification. Before this thread had the lock again, a third one may have come and taken it.',
      },
      {
        id: 'look',
        text: 'That it has the lock, and that it is worth to look.',
        right: true,
        why: 'wait() takes the lock again before it returns. What is true then, it must look at: hence the while.',
      },
      {
        id: 'alone',
        text: 'That it is the only thread that was woken.',
        right: false,
        why: 'Others may have been notified too, before or after. They come to the lock one after another.',
      },
    ],
  },
  {
    id: 'which-tool',
    text: 'Threads may begin when the settings have been loaded. Some of them are started after that, and nobody knows how many. What do they wait at?',
    options: [
      {
        id: 'condition',
        text: 'A Condition, at which the loader calls notify_all().',
        right: false,
        why: 'A notification is not kept: a thread that comes later would sleep forever, unless it also looks at a flag. Then that is an Event, made by hand.',
      },
      {
        id: 'semaphore',
        text: 'A Semaphore(0), which the loader releases once for each thread that waits.',
        right: false,
        why: 'Those who wait take all the permits. A thread that comes later finds none, and waits forever.',
      },
      {
        id: 'event',
        text: 'An Event, which the loader sets.',
        right: true,
        why: 'It stays set. Those who wait are woken, and those who come later do not wait at all.',
      },
    ],
  },
  {
    id: 'what-a-barrier-says',
    text: 'In each round, Ben writes a number into a variable, all threads meet at one barrier, and the others read the number. What can go wrong?',
    options: [
      {
        id: 'nothing',
        text: 'Nothing: the barrier lets nobody read before the number is written.',
        right: false,
        why: 'It does so in the first round. But nothing keeps Ben from writing the second number before all have read the first.',
      },
      {
        id: 'next',
        text: 'Ben may write the next number before all have read this one.',
        right: true,
        why: 'After the meeting nobody waits for anybody. It takes a second meeting, behind the read, or a variable for each round.',
      },
      {
        id: 'once',
        text: 'A Barrier can only be used once.',
        right: false,
        why: 'It can be used again and again: it lets nobody in for the next round before all have left the last one.',
      },
    ],
  },
];

export const saw = [
  'A thread that looks without a pause holds up what it waits for; one that sleeps until it is told costs nothing and comes in time.',
  'A condition remembers nothing, so a thread looks before it sleeps and after it wakes, each time under the lock.',
  'Events, semaphores, barriers and queues are conditions with something to look at; what they remember is how you choose between them.',
] as const;
