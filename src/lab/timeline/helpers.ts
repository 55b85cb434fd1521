/** The names that the standard library gives to threads and processes which it makes by itself, and what each of them is for. */
const helpers: readonly (readonly [RegExp, string])[] = [
  [
    /^ThreadPoolExecutor-\d+_\d+/,
    'ThreadPoolExecutor-0_1: the second thread of the first thread pool; both are counted from 0.',
  ],
  [/^(Spawn|Fork|ForkServer)Process-\d+/, 'SpawnProcess-1: another Python, in a process of its own.'],
  [/^Process-\d+/, 'Process-1: another Python, in a process of its own.'],
  [
    /^QueueFeederThread/,
    'QueueFeederThread: a helper of multiprocessing, which sends to other processes what was put into a queue. A ProcessPoolExecutor has one, and a thread named only Thread and a number, which looks after its processes.',
  ],
  [/^asyncio_\d+/, 'asyncio_0: a thread in which asyncio makes calls that block.'],
];

/** What to say of a lane with that name; nothing where the program itself says who it is. */
export const helperWords = (name: string): readonly string[] =>
  helpers.flatMap(([pattern, words]) => (pattern.test(name) ? [words] : []));
