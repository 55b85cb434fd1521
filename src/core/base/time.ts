declare const axis: unique symbol;

/** Milliseconds: how long something takes, or how long after the start of a run it happened. Any plain number may be one, a moment of another axis may not. */
export type Millis = number & { readonly [axis]?: 'run' };

/** A moment on the page's axis: milliseconds since the Unix epoch, with digits below a millisecond. `epochNow` reads it. */
export type EpochMs = number & { readonly [axis]: 'page' };

/** A moment on the clock of one worker, which may be some milliseconds away from the page's axis. `workerNow` reads it. */
export type WorkerMs = number & { readonly [axis]: 'worker' };
