import type { Limit } from '../../lab/scheduler/puzzle/goals';
import { ladderEntries } from './entries';
import type { Idea, LadderEntry } from './entry';
import { lessonEntries } from './lessonEntries';
import { kinds, type Kind } from './kinds';

/** The ideas, from what a reader meets first to what builds on the others. */
export const ideas: readonly Idea[] = [
  'lost update',
  'look, then act',
  'lock',
  'deadlock',
  'condition',
  'event',
  'semaphore',
  'barrier',
  'queue',
  'pool',
  'iterator',
  'asyncio',
  'without the GIL',
];

/** What an idea is called where it stands alone. */
export const ideaNames: Readonly<Record<Idea, string>> = {
  'lost update': 'Lost update',
  'look, then act': 'Look, then act',
  lock: 'Lock',
  deadlock: 'Deadlock',
  condition: 'Condition',
  event: 'Event',
  semaphore: 'Semaphore',
  barrier: 'Barrier',
  queue: 'Queue',
  pool: 'Pool',
  iterator: 'Iterator',
  asyncio: 'asyncio',
  'without the GIL': 'Without the GIL',
};

export const difficulties = [1, 2, 3] as const;

/** All puzzles of the site, by idea, the easier ones first, and those of a lesson before the others. */
export const ladder: readonly LadderEntry[] = [...lessonEntries, ...ladderEntries].toSorted(
  (a, b) => ideas.indexOf(a.idea) - ideas.indexOf(b.idea) || a.difficulty - b.difficulty,
);

/** The puzzle of that id, and undefined where there is none. */
export const entryOf = (id: string): LadderEntry | undefined => ladder.find((entry) => entry.id === id);

/** What is to be done in a puzzle. @throws an `Error` for an id that is no puzzle's. */
export function kindOf(id: string): Kind {
  const kind = kinds[id];
  if (kind === undefined) throw new Error(`There is no puzzle called ${id}.`);
  return kind;
}

/** The next puzzle that is not solved, behind this one or else from the beginning; null where all others are solved. */
export function nextAfter(id: string | null, solved: readonly string[]): LadderEntry | null {
  const from = ladder.findIndex((entry) => entry.id === id) + 1;
  const others = [...ladder.slice(from), ...ladder.slice(0, from)].filter((entry) => entry.id !== id);
  return others.find((entry) => !solved.includes(entry.id)) ?? null;
}

/** The address of a puzzle's page, from the site's root. */
export const puzzlePath = (id: string): string => `/puzzles/${id}/`;

/** How hard, from 1 to 3. */
export const difficultyNames: Readonly<Record<LadderEntry['difficulty'], string>> = {
  1: 'Easy',
  2: 'Harder',
  3: 'Hard',
};

/** A number of moves or switches: "1 switch". */
const spent = (count: number, of: Limit['of']): string =>
  `${count} ${count !== 1 ? of : of === 'moves' ? 'move' : 'switch'}`;

/** What is to be done in a puzzle, and the least that it takes: "Break it, par 2 switches". */
export function sayKind(id: string): string {
  const kind = kindOf(id);
  if (kind === 'fix' || kind === 'run') return 'Mend it';
  return kind === 'prove' ? 'Break it, if you can' : `Break it, par ${spent(kind.most, kind.of)}`;
}

/** What a reader has made of a puzzle; empty where that is nothing yet. @param fewest the least moves or switches that it took the reader. */
export function sayStanding(id: string, isSolved: boolean, fewest: number | undefined): string {
  const kind = kindOf(id);
  if (typeof kind === 'string' || fewest === undefined) return isSolved ? 'Solved' : '';
  return isSolved ? `Solved, your fewest: ${spent(fewest, kind.of)}` : `Broken with ${spent(fewest, kind.of)} so far`;
}
