/**
 * What a page and the service worker say to each other of the files that are kept for use without a network. Some are kept at once; those that one part of
 * the site has for itself (a lesson, the puzzles) are kept when the reader opens that part, or asks for the whole course.
 */

/** What a page asks, with a `MessagePort` for the answers: a `KeptCourse` for each step, the last with `over`. */
export type OfflineQuestion = { readonly type: 'WHAT_IS_KEPT' } | { readonly type: 'KEEP_ALL' };

/** How much of the course is kept. */
export interface KeptCourse {
  readonly parts: number;
  readonly partsKept: number;
  /** What the rest weighs on its way, compressed. */
  readonly bytesLeft: number;
  /** Nothing more comes. */
  readonly over: boolean;
  /** Something could not be fetched or kept; what was kept stays. */
  readonly failed: boolean;
}
