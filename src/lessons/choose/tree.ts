import type { Advice, Choice, Decision, Tool } from './decide';

const experiments = {
  downloads: { lesson: 'threads', experiment: 'downloads', title: 'downloads in threads' },
  counting: { lesson: 'gil', experiment: 'counting', title: 'counting in threads and processes' },
  sweep: { lesson: 'gil', experiment: 'sweep', title: 'more and more workers' },
  database: { lesson: 'sharing', experiment: 'database', title: 'a lost update' },
  queue: { lesson: 'sharing', experiment: 'queue', title: 'a queue that fills up' },
  fourWays: { lesson: 'async', experiment: 'async-downloads', title: 'downloads, four ways' },
  sleeps: { lesson: 'async', experiment: 'sleeps', title: 'ten thousand sleeps' },
  heartbeat: { lesson: 'async', experiment: 'heartbeat', title: 'blocking the loop' },
} as const;

const advise = (tool: Tool, title: string, reason: string, see: keyof typeof experiments): Advice => ({
  kind: 'advice',
  tool,
  title,
  reason,
  see: experiments[see],
});

/** The third question of those whose program waits, with an answer for each kind of library. */
const askLibraries = (blocking: Advice, some: Advice, async: Advice): Decision => ({
  kind: 'decision',
  text: 'Are the libraries that do the waiting asynchronous?',
  choices: [
    { id: 'blocking', text: 'No: requests, files, most database drivers.', next: blocking },
    { id: 'some', text: 'Some of them.', next: some },
    { id: 'async', text: 'All of them: aiohttp, asyncpg and the like.', next: async },
  ],
});

const count: Decision = {
  kind: 'decision',
  text: 'How many of these waits could go on at once?',
  choices: [
    {
      id: 'one',
      text: 'One: each needs the result of the one before.',
      next: advise(
        'none',
        'None of them',
        'Where each step needs the one before, there is nothing to overlap, so one after another is as fast as it gets.',
        'fourWays',
      ),
    },
    {
      id: 'some',
      text: 'A few, or some hundreds.',
      next: askLibraries(
        advise(
          'threads',
          'Threads, from a pool',
          'A blocking call stops only its own thread, so the waits overlap and your code stays as it is.',
          'downloads',
        ),
        advise(
          'mix',
          'asyncio, with to_thread for the rest',
          'One blocking call on the event loop stops every task, so those calls go to a thread.',
          'heartbeat',
        ),
        advise(
          'asyncio',
          'asyncio',
          'One thread overlaps the waits as well as many do, and tasks change only where you wrote await.',
          'fourWays',
        ),
      ),
    },
    {
      id: 'thousands',
      text: 'Thousands.',
      next: askLibraries(
        advise(
          'threads',
          'Threads, from a pool of limited size, fed by a queue',
          'A blocking call needs a thread for as long as it waits, so let some hundred threads work through the rest; or look for an asynchronous library.',
          'queue',
        ),
        advise(
          'mix',
          'asyncio, with to_thread for the rest',
          'Tasks carry the thousands of waits, and the few calls that block go to a thread, so that the loop never stands still.',
          'heartbeat',
        ),
        advise(
          'asyncio',
          'asyncio',
          'A task that waits costs a kilobyte or a few, so one thread can wait for ten thousand things at once.',
          'sleeps',
        ),
      ),
    },
  ],
};

const computing: Decision = {
  kind: 'decision',
  text: 'What does the computing?',
  choices: [
    {
      id: 'python',
      text: 'Python code, and the work can be cut into pieces.',
      next: advise(
        'processes',
        'Processes, from a pool',
        'Threads share one GIL and take turns, while each process has its own and can use a core of its own; newer Pythons have two more ways, an InterpreterPoolExecutor, and threads in a build without the GIL.',
        'counting',
      ),
    },
    {
      id: 'native',
      text: 'A library that lets go of the GIL, as NumPy and hashlib do for much of their work.',
      next: advise(
        'threads',
        'Threads, from a pool',
        'While such a library computes, other threads can hold the GIL, so threads reach other cores without copying data; the gain ends where the cores do.',
        'sweep',
      ),
    },
    {
      id: 'whole',
      text: 'Python code in which each step needs the one before.',
      next: advise(
        'none',
        'None of them',
        'Work that only one worker can do does not get faster with more workers; look for a better algorithm or a faster library.',
        'sweep',
      ),
    },
  ],
};

const choices: readonly Choice[] = [
  { id: 'others', text: 'For others: the network, a disk, a database, another program.', next: count },
  { id: 'itself', text: 'For nothing: it computes.', next: computing },
  {
    id: 'both',
    text: 'For both: it also computes a lot with what it fetches.',
    next: askLibraries(
      advise(
        'mix',
        'Threads for the waiting, processes for the computing',
        'Threads overlap waits but not computing, so each part gets the tool that suits it.',
        'counting',
      ),
      advise(
        'mix',
        'asyncio for the waiting, threads for calls that block, processes for the computing',
        'Whatever keeps the event loop busy stops all tasks, so only the waiting stays on it.',
        'heartbeat',
      ),
      advise(
        'mix',
        'asyncio for the waiting, processes for the computing',
        'Computing on the event loop stops all tasks, and in a thread it would still share the GIL with the loop, unless Python runs without a GIL.',
        'heartbeat',
      ),
    ),
  },
  {
    id: 'unknown',
    text: 'I do not know, or it is fast enough.',
    next: advise(
      'none',
      'None of them, yet',
      'Every one of these tools adds ways to go wrong, so measure first where the time goes.',
      'database',
    ),
  },
];

/** Four questions, of which a reader meets at most three. */
export const tree: Decision = { kind: 'decision', text: 'What does your program wait for?', choices };
