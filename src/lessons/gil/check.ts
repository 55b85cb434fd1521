import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'why-not-faster',
    text: 'Two threads compute on a machine with two cores, in CPython as it is usually installed. Why are they not faster than one?',
    options: [
      {
        id: 'one-core',
        text: 'Threads of one process all run on the same core.',
        right: false,
        why: 'The operating system may well put them on different cores. But on its core, a thread without the GIL can only wait for it.',
      },
      {
        id: 'gil',
        text: 'To run Python code a thread must hold the GIL, and there is one.',
        right: true,
        why: 'The second core is there, but the second thread spends its time wanting the lock: the outlined stretches in the timeline.',
      },
      {
        id: 'switching',
        text: 'Switching between them uses up the second core.',
        right: false,
        why: 'A switch every 5 milliseconds costs little. Even without that cost, they would take turns.',
      },
    ],
  },
  {
    id: 'late',
    text: 'Beside a thread that computes all the time, another one sleeps for 10 ms and wakes. With the usual switch interval, when does it go on?',
    options: [
      {
        id: 'once',
        text: 'At once: it has waited long enough.',
        right: false,
        why: 'It is awake at once, but it needs the GIL to go on, and the computing thread has it.',
      },
      {
        id: 'five',
        text: 'About 5 ms later.',
        right: true,
        why: 'It waits one switch interval, then asks the other thread to let go, which it does at the next safe point.',
      },
      {
        id: 'end',
        text: 'When the other thread has finished computing.',
        right: false,
        why: 'That would be so if nobody could ask for the GIL. The switch interval is there so that a computing thread must let go.',
      },
    ],
  },
  {
    id: 'small-task',
    text: 'Adding up a list of a million numbers takes 6 ms. You give the list to a process that is already running. That',
    options: [
      {
        id: 'half',
        text: 'halves the time, because two processes share the work.',
        right: false,
        why: 'Only one of them works: the other pickles the list, sends it, and waits.',
      },
      {
        id: 'same',
        text: 'takes the same time, in another process.',
        right: false,
        why: 'The adding takes the same time. But the list has to get there first, and that is more work than adding.',
      },
      {
        id: 'slower',
        text: 'takes much longer.',
        right: true,
        why: 'A million numbers must be pickled, sent and unpickled to save one addition each. Send little, compute much.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'Seventeen threads that compute took as long as one, because they shared one lock: while one counted, the others were ready and had to wait.',
  'Each process has a lock of its own, so processes do compute at the same time if there are cores for them, at the price of starting them and of copying what goes in and out.',
  'The question is again what the program waits for: threads overlap waiting for something outside, but threads that compute only wait for each other.',
];
