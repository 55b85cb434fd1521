/** What a puzzle is about. */
export type Idea =
  | 'lost update'
  | 'look, then act'
  | 'lock'
  | 'deadlock'
  | 'condition'
  | 'semaphore'
  | 'event'
  | 'barrier'
  | 'queue'
  | 'pool'
  | 'iterator'
  | 'asyncio'
  | 'without the GIL';

/** What the ladder knows of a puzzle without loading it. */
export interface LadderEntry {
  /** The puzzle's, in `puzzles.ts` of its folder. */
  readonly id: string;
  readonly title: string;
  readonly idea: Idea;
  /** 1: one idea, and the hint says where; 2: two things must meet; 3: the reader must first find out what can go wrong. */
  readonly difficulty: 1 | 2 | 3;
  /** What the reader knows afterwards, in one line. */
  readonly teaches: string;
  /** What the reader is to do, with code between backticks. */
  readonly task: string;
  /** The lesson that explains the idea. */
  readonly lesson: string;
}
