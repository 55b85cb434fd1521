import type { Frontier } from './frontier';
import type { RunResult, WorkItem } from './types';

/** Makes one run at a time, somewhere else. Rejects if it cannot make any more: its worker died, or was stopped. */
export type Runner = (item: WorkItem) => Promise<RunResult>;

/** Adds runners to a drive when they are there. Until they are, or will not be, the drive does not fail for want of any. */
export type Join = (runners: Promise<readonly Runner[]>) => void;

/** What may be asked of a drive. */
export interface DriveOptions {
  /** Asked before every run: true ends the drive once the runs under way are done. */
  readonly stopped?: () => boolean;
  /** Told after every result. */
  readonly progress?: () => void;
  /** Called at once with what lets more runners join. Those that come when the drive is over are not used. */
  readonly open?: (join: Join) => void;
}

/**
 * Keeps several asynchronous runners busy until nothing is left to be tried. A runner that rejects gets no more work, and its run is given to another.
 * @throws what the last runner rejected with, or its coming, if none is left before the end and none is to come.
 */
export function drive(frontier: Frontier, runners: readonly Runner[], { stopped = () => false, progress, open }: DriveOptions = {}): Promise<void> {
  const isOver = (): boolean => frontier.finished || stopped();
  let waiting: (() => void)[] = [];
  const wakeAll = (): void => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  return new Promise((resolve, reject) => {
    let working = 0;
    let coming = 0;
    let failure: unknown = new Error('Nobody makes the runs.');
    const check = (): void => {
      if (working > 0) return;
      if (isOver()) resolve();
      else if (coming === 0) reject(failure);
    };
    const work = async (run: Runner): Promise<void> => {
      while (!isOver()) {
        const item = frontier.next();
        if (item === null) {
          await new Promise<void>((wake) => waiting.push(wake));
          continue;
        }
        let result: RunResult;
        try {
          result = await run(item);
        } catch (error) {
          frontier.giveBack(item);
          failure = error;
          return;
        }
        frontier.report(item, result);
        wakeAll();
        progress?.();
      }
    };
    const begin = (more: readonly Runner[]): void => {
      for (const run of more) {
        working += 1;
        work(run).then(() => {
          working -= 1;
          wakeAll();
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
