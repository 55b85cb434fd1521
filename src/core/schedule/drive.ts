/** Where work is to be had and its results go: a search, here or in a worker. */
export interface WorkSource<Work, Result> {
  /** Takes what came of some work, if any, and gives more; waits where there is none for now. Null when there will be none. */
  next(done: { readonly work: Work; readonly result: Result } | null): Promise<Work | null>;
  /** Takes back what was given and will not be done, because its worker died: somebody else gets it. */
  giveBack(work: Work): Promise<void>;
}

/** Does one piece of work at a time, somewhere else. Rejects if it cannot do any more: its worker died, or was stopped. */
export type Runner<Work, Result> = (work: Work) => Promise<Result>;

/** Adds runners to a drive when they are there. Until they are, or will not be, the drive does not fail for want of any. */
export type Join<Work, Result> = (runners: Promise<readonly Runner<Work, Result>[]>) => void;

/** What may be asked of a drive. */
export interface DriveOptions<Work, Result> {
  /** Asked before every piece of work: true ends the drive once what is under way is done. */
  readonly stopped?: () => boolean;
  /** Told after every result. */
  readonly progress?: () => void;
  /** Called at once with what lets more runners join. Those that come when the drive is over are not used. */
  readonly open?: (join: Join<Work, Result>) => void;
}

/**
 * Keeps several asynchronous runners busy until nothing is left to be done. A runner that rejects gets no more work, and what it had is given to another.
 * @throws what the last runner rejected with, or its coming, if none is left before the end and none is to come; whatever the source throws.
 */
export function drive<Work, Result>(
  source: WorkSource<Work, Result>,
  runners: readonly Runner<Work, Result>[],
  { stopped = () => false, progress, open }: DriveOptions<Work, Result> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    let working = 0;
    let coming = 0;
    let finished = false;
    let failure: unknown = new Error('Nobody makes the runs.');
    const check = (): void => {
      if (working > 0) return;
      if (finished || stopped()) resolve();
      else if (coming === 0) reject(failure);
    };
    const work = async (run: Runner<Work, Result>): Promise<void> => {
      let next = await source.next(null);
      while (next !== null && !stopped()) {
        let result: Result;
        try {
          result = await run(next);
        } catch (error) {
          await source.giveBack(next);
          failure = error;
          return;
        }
        progress?.();
        next = await source.next({ work: next, result });
      }
      if (next === null) finished = true;
      else await source.giveBack(next);
    };
    const begin = (more: readonly Runner<Work, Result>[]): void => {
      for (const run of more) {
        if (finished || stopped()) return;
        working += 1;
        work(run).then(() => {
          working -= 1;
          check();
        }, reject);
      }
    };
    begin(runners);
    open?.((more) => {
      coming += 1;
      more
        .catch((error: unknown) => {
          failure = error;
          return [];
        })
        .then((come) => {
          coming -= 1;
          begin(come);
          check();
        }, reject);
    });
    check();
  });
}
