import { conditions, locks, semaphoresAndQueues, threads } from './knownLocks';
import type { KnownPair } from './knownPair';
import { races } from './knownRaces';
import { tasks } from './knownTasks';

export const knownPairs: readonly KnownPair[] = [
  ...races,
  ...threads,
  ...locks,
  ...conditions,
  ...semaphoresAndQueues,
  ...tasks.map((pair) => ({ ...pair, tasks: 'any order' }) as const),
];
