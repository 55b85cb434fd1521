/** How a process can be started. */
export type StartMethod = 'fork' | 'spawn' | 'forkserver';

/** Who has memory of its own. */
export type ProcessName = 'parent' | 'server' | 'child';

/** What the film watches in each process. */
export const contents = ['threads', 'file', 'numbers', 'lock', 'given'] as const;
export type Content = (typeof contents)[number];

/** What each of them is called. */
export const contentNames: Readonly<Record<Content, string>> = {
  threads: 'threads',
  file: 'its file',
  numbers: 'numbers',
  lock: 'lock',
  given: 'given',
};

/** What a process has of it, in a few words. `own` is memory that nobody else sees, `common` is seen by two until one of them writes, `bad` will never be right. */
export interface Has {
  readonly kind: 'own' | 'common' | 'bad';
  readonly words: string;
}

/** One picture of the film: a process that is missing is not there yet, and what is missing in it, it does not have. */
export interface Frame {
  readonly title: string;
  readonly words: string;
  readonly memory: Readonly<Partial<Record<ProcessName, Readonly<Partial<Record<Content, Has>>>>>>;
}

const own = (words: string): Has => ({ kind: 'own', words });
const common = (words: string): Has => ({ kind: 'common', words });
const bad = (words: string): Has => ({ kind: 'bad', words });

const parent = {
  threads: own('main, helper'),
  file: own('was run'),
  numbers: own('a million'),
  lock: own('helper has it'),
  given: own('made'),
};

const before: Frame = {
  title: 'Before',
  words:
    'The parent has run its file. Its main thread has made a million numbers. A second thread, the helper, holds a lock. Now the main thread starts a child.',
  memory: { parent },
};

const server = { threads: own('main'), file: own('was run'), lock: own('new, free') };

/** What happens until the child does its work, by start method. */
export const film: Readonly<Record<StartMethod, readonly Frame[]>> = {
  fork: [
    before,
    {
      title: 'fork()',
      words:
        'The system makes a child that begins in the middle of the call, with the memory of its parent. Nothing has been copied yet: both look at the same pages. Of the threads only the one that called is there.',
      memory: {
        parent: { ...parent, file: common('was run'), numbers: common('a million'), lock: common('helper has it') },
        child: {
          threads: own('main'),
          file: common('was run'),
          numbers: common('a million'),
          lock: common('taken'),
          given: common('made'),
        },
      },
    },
    {
      title: 'Both go on',
      words:
        'The process that writes to a page first gets a copy of that page. To use an object is to write as well: its reference count stands beside it. So the child’s copy of a list grows as it reads.',
      memory: {
        parent: { ...parent, file: common('was run'), numbers: common('a million') },
        child: {
          threads: own('main'),
          file: common('was run'),
          numbers: own('copied as read'),
          lock: own('taken'),
          given: own('copied as read'),
        },
      },
    },
    {
      title: 'The helper releases its lock',
      words:
        'That is the parent’s lock, in the parent’s memory. The lock of the child is another one by now. It stays taken: the thread that would release it is not there.',
      memory: {
        parent: { ...parent, file: common('was run'), numbers: common('a million'), lock: own('free') },
        child: {
          threads: own('main'),
          file: common('was run'),
          numbers: own('copied as read'),
          lock: bad('taken, by nobody'),
          given: own('copied as read'),
        },
      },
    },
  ],
  spawn: [
    before,
    {
      title: 'A fresh Python',
      words: 'The system starts Python once more. It knows nothing of the parent, and imports its own library.',
      memory: { parent, child: { threads: own('main') } },
    },
    {
      title: 'It runs the file',
      words:
        'The child imports the parent’s file, under the name __mp_main__. So what stands at the top level runs again, and makes a lock of the child’s own. What stands under the main guard does not run, and so there are no numbers.',
      memory: { parent, child: server },
    },
    {
      title: 'It reads what was sent',
      words:
        'Through a pipe comes the name of the function to call, and a copy of its arguments, both pickled. What the function needs and does not find in its file has to be among them.',
      memory: { parent, child: { ...server, given: own('a copy') } },
    },
  ],
  forkserver: [
    before,
    {
      title: 'A server, once',
      words:
        'With the first child, the parent starts a fresh Python as a server. It imports the file, as a spawned child would, and then waits. It has one thread, and none of the parent’s numbers and locks.',
      memory: { parent, server },
    },
    {
      title: 'The server forks',
      words:
        'The parent asks for a child, and the server forks itself. The child has the file at once, since it was run before. No other thread can hold a lock in a process that has no other thread.',
      memory: {
        parent,
        server: { threads: own('main'), file: common('was run'), lock: common('new, free') },
        child: { threads: own('main'), file: common('was run'), lock: common('new, free') },
      },
    },
    {
      title: 'It reads what was sent',
      words:
        'As with spawn, name and arguments come through a pipe. For the next child the server forks again: that costs little, and no import.',
      memory: {
        parent,
        server: { threads: own('main'), file: common('was run'), lock: common('new, free') },
        child: { threads: own('main'), file: common('was run'), lock: own('new, free'), given: own('a copy') },
      },
    },
  ],
};
