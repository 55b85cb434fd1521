import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'start-join',
    text: 'Someone writes one loop: for each thread, `thread.start()` and at once `thread.join()`. Three pages of a second each take',
    options: [
      {
        id: 'one',
        text: 'about 1 second, because there are three threads.',
        right: false,
        why: 'There are three threads, but never two at once: join waits for the first before the loop comes to start the second.',
      },
      {
        id: 'three',
        text: 'about 3 seconds.',
        right: true,
        why: 'Each join waits for its thread to end before the next is started. Start them all first, then join them all.',
      },
      {
        id: 'never',
        text: 'forever: join stops the thread.',
        right: false,
        why: 'join stops nothing. It waits until the thread has ended by itself.',
      },
    ],
  },
  {
    id: 'slowest',
    text: 'Six pages, one thread each. Five answer after 0.2 seconds, the sixth after 3 seconds. How long until all joins have returned?',
    options: [
      {
        id: 'sum',
        text: '4 seconds: the sum of them all.',
        right: false,
        why: 'That is what one after another would take. The threads wait at the same time.',
      },
      {
        id: 'slowest',
        text: '3 seconds: as long as the slowest.',
        right: true,
        why: 'The waits lie on top of each other, so only the longest shows. So one slow server decides the time of them all.',
      },
      {
        id: 'average',
        text: 'About 0.7 seconds: the average.',
        right: false,
        why: 'The waiting is not shared out evenly. The longest wait ends last, and join waits for it.',
      },
    ],
  },
  {
    id: 'pool-size',
    text: 'Twelve pages of a second each, and a ThreadPoolExecutor with max_workers=4. How long does it take?',
    options: [
      {
        id: 'one',
        text: 'About 1 second.',
        right: false,
        why: 'Only four can be under way at once. The other eight queue inside the pool.',
      },
      {
        id: 'three',
        text: 'About 3 seconds.',
        right: true,
        why: 'Four at a time, three rounds. With unequal pages it is less regular: a thread that is free takes the next page.',
      },
      {
        id: 'twelve',
        text: 'About 12 seconds, because the GIL lets only one thread go on.',
        right: false,
        why: 'The GIL lets one thread at a time run Python code. A thread that waits for a page does not hold it.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'Threads make nobody faster: they wait at the same time, so that the whole takes as long as the slowest page and not as long as all together.',
  'Start all, then join all; meanwhile the main thread is free, until it waits in join itself.',
  'A pool overlaps the waits as well, and adds a limit on how many wait at once, results in order, and errors where you ask for the results.',
];
