import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'no-lock',
    text: 'A pool has four workers. Its tasks submit smaller tasks to that pool and wait for their results, without a timeout. When does it stop for good?',
    options: [
      {
        id: 'never',
        text: 'Never: it takes locks to make a deadlock.',
        right: false,
        why: 'A lock is only one thing to wait for. Here four tasks wait for workers, and the workers wait for those four tasks.',
      },
      {
        id: 'four',
        text: 'When four tasks wait at once for smaller ones that have not begun.',
        right: true,
        why: 'Then no worker is left that could do the smaller tasks. With three orders at a time it works, and so it may work for months.',
      },
      {
        id: 'five',
        text: 'As soon as more tasks were submitted than there are workers.',
        right: false,
        why: 'Tasks that have not begun lie in the pool’s queue and hold nobody up. What counts is how many workers wait.',
      },
    ],
  },
  {
    id: 'what-ctrl-c-shows',
    text: 'The main thread has joined two threads that are deadlocked. You press Ctrl+C. What do you see?',
    options: [
      {
        id: 'all',
        text: 'The lines at which the two threads wait.',
        right: false,
        why: 'KeyboardInterrupt is raised in the main thread, and its traceback has only that thread’s stack. faulthandler prints them all.',
      },
      {
        id: 'nothing',
        text: 'Nothing: a thread that waits cannot be interrupted.',
        right: false,
        why: 'The two cannot, but the main thread’s wait in join can.',
      },
      {
        id: 'join',
        text: 'A traceback that ends in join, and the program is still there.',
        right: true,
        why: 'Before it ends, Python waits for the threads that are left. A second Ctrl+C ends that wait, too.',
      },
    ],
  },
  {
    id: 'which-cure',
    text: 'Your program calls functions that its users have registered, and holds a lock while it does. Some of them take locks of their own. Which cure fits?',
    options: [
      {
        id: 'order',
        text: 'Take all locks in one order.',
        right: false,
        why: 'You would have to know the locks of code that you have not written, and when it takes them.',
      },
      {
        id: 'call-later',
        text: 'Copy what is needed under the lock, let go of it, and call then.',
        right: true,
        why: 'Who holds nothing while it calls cannot be part of a circle. What was copied may be out of date by then: see to it that this does no harm.',
      },
      {
        id: 'rlock',
        text: 'Use an RLock.',
        right: false,
        why: 'It lets one thread take the lock again. Another thread that holds the users’ lock and wants yours still waits, and you wait for it.',
      },
    ],
  },
];

export const saw = [
  'Threads that give way to each other in step get nowhere; pauses of random length put them out of step after a few rounds.',
  'Pools and queues make deadlocks without any lock of your own, and a lock does not ask who has waited longest.',
  'Ctrl+C shows where the main thread waits; faulthandler shows all stacks, and from what each holds and wants you find the circle.',
] as const;
