/** Milliseconds since the start of a run, unless a name says otherwise. */
export type Millis = number;

/** Milliseconds since the Unix epoch with sub-millisecond digits: `performance.timeOrigin + performance.now()`. One axis for all workers. */
export type EpochMs = number;
