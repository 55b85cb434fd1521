import type { Question } from '../lesson';

/** Somewhere to look when something has gone wrong, and what is found there. */
export interface Place {
  /** Unique in its incident: that a reader looked there is kept under it. */
  readonly id: string;
  readonly name: string;
  /** With code between backticks. */
  readonly found: string;
  /** What was printed there, as it was recorded. */
  readonly listing?: string;
}

/** A report, as the reader investigates it. Its text stands in the lesson, and its program in the puzzle that mends it. */
export interface Incident {
  readonly id: string;
  readonly places: readonly Place[];
  readonly diagnosis: Omit<Question, 'id'>;
}
