import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'where-to-lock',
    text: 'Several threads read a balance, add to it, and write it back. What must one lock be held for?',
    options: [
      {
        id: 'write',
        text: 'The write: reading changes nothing.',
        right: false,
        why: 'Two threads can still read the same balance before either writes. The second write then wipes out the first.',
      },
      {
        id: 'each',
        text: 'The read and the write, each under its own “with lock”.',
        right: false,
        why: 'Between the two blocks the lock is free, and that is exactly where another thread reads the old balance.',
      },
      {
        id: 'whole',
        text: 'Everything from before the read until after the write, in one block.',
        right: true,
        why: 'The new value depends on the one that was read, so nobody may change it in between.',
      },
    ],
  },
  {
    id: 'nothing-lost',
    text: 'You ran counter += 1 in two threads on CPython 3.13, and not one of two million updates was lost. What follows?',
    options: [
      {
        id: 'guaranteed',
        text: 'counter += 1 is atomic in Python, and needs no lock.',
        right: false,
        why: 'The language promises no such thing. CPython 3.9 loses updates here, and so does a free-threaded 3.14.',
      },
      {
        id: 'luck',
        text: 'This build does not change threads inside that statement; code that relies on it is still wrong.',
        right: true,
        why: 'Another build, or a function call in the statement, is enough to lose updates. A lock works on all of them.',
      },
      {
        id: 'gil',
        text: 'The GIL makes code in threads safe.',
        right: false,
        why: 'The GIL protects the interpreter’s own data. Your read and your write are several steps, and the turn can change between them: the fake database loses its update under the GIL too.',
      },
    ],
  },
  {
    id: 'full-queue',
    text: 'Producers make 33 items a second, the only consumer handles 10. What does a limit on the queue’s length change?',
    options: [
      {
        id: 'faster',
        text: 'The work is done sooner.',
        right: false,
        why: 'The consumer is the bottleneck and is busy all the time either way, so the last item leaves at the same moment.',
      },
      {
        id: 'slower',
        text: 'The work is done later, because the producers wait.',
        right: false,
        why: 'They wait, but only for the consumer, and it never runs out of work because of that.',
      },
      {
        id: 'memory',
        text: 'The producers slow down to the consumer’s pace, and the queue stays short.',
        right: true,
        why: 'That is back-pressure. Without a limit the queue grows for as long as the producers are ahead, and so do its memory and the time that every item waits.',
      },
    ],
  },
];

export const saw = [
  'Two threads that read, wait and write can overwrite each other’s work; the GIL does not prevent it.',
  'A lock held from before the read until after the write keeps every update, and makes the threads wait for each other meanwhile.',
  'A queue hands work from thread to thread without a lock of your own, and a limit on its length slows producers to the pace of the consumers.',
] as const;
