import * as v from 'valibot';
import { bySchema } from './bySchema';
import { storedFile } from './storedFile';

/** The key in `localStorage`. */
export const movesKey = 'timeslice-moves';
const version = 1;

/** The boards that were touched longest ago go first. */
const mostBoards = 60;

const boardSchema = v.object({
  /** What the moves were made on, as the scheduler tells it: on anything else they mean nothing. */
  on: v.string(),
  /** The schedule, encoded. */
  schedule: v.string(),
  /** At which step the reader stands; the others were undone. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When it was last touched, in milliseconds since the Unix epoch. */
  touched: v.number(),
});
/** Where a reader stands on the board of a puzzle that is not solved yet. */
export type KeptBoard = Omit<v.InferOutput<typeof boardSchema>, 'touched'>;

const fileSchema = v.object({
  site: v.literal('timeslice'),
  version: v.literal(version),
  boards: v.record(v.string(), boardSchema),
});
type Boards = v.InferOutput<typeof fileSchema>['boards'];
const readFile = bySchema(fileSchema);
const file = storedFile<Boards>({
  key: movesKey,
  rescueKey: 'timeslice-moves-rescued',
  version,
  empty: {},
  read: (json) => readFile(json)?.boards ?? null,
});

/** What was kept of a puzzle's board, by the puzzle's id; null where there is nothing. */
export function readBoard(puzzle: string): KeptBoard | null {
  const boards = file.load() ?? {};
  return Object.hasOwn(boards, puzzle) ? (boards[puzzle] ?? null) : null;
}

/** Keeps a puzzle's board for the next visit; null forgets it. Where the browser stores nothing, or a newer version of the site has written, nothing happens. */
export function keepBoard(puzzle: string, board: KeptBoard | null): void {
  const boards = file.load();
  if (boards === null || (board === null && !Object.hasOwn(boards, puzzle))) return;
  const { [puzzle]: _, ...others } = boards;
  const newest = Object.entries(others)
    .toSorted(([, a], [, b]) => b.touched - a.touched)
    .slice(0, mostBoards - 1);
  if (board === null && newest.length === 0) file.remove();
  else
    file.save({
      boards: {
        ...Object.fromEntries(newest),
        ...(board === null ? {} : { [puzzle]: { ...board, touched: Date.now() } }),
      },
    });
}
