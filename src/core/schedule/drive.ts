import type { Frontier } from './frontier';
import type { RunResult, WorkItem } from './types';

/** Makes one run at a time, somewhere else. Rejects if it cannot make any more: its worker died, or was stopped. */
export type Runner = (item: WorkItem) => Promise<RunResult>;

/** What may be asked of a drive. */
export interface DriveOptions {
  /** Asked before every run: true ends the drive once the runs under way are done. */
  readonly stopped?: () => boolean;
  /** Told after every result. */
  readonly progress?: () => void;
}

/**
 * Keeps several runners busy until nothing is left to be tried. A runner that rejects gets no more work, and its run is given to another.
 * @throws what the last runner rejected with, if none is left before the end.
 */
export async function drive(frontier: Frontier, runners: readonly Runner[], { stopped = () => false, progress }: DriveOptions = {}): Promise<void> {
  let waiting: (() => void)[] = [];
  const wakeAll = (): void => {
    for (const wake of waiting) wake();
    waiting = [];
  };
  let failures = 0;
  const work = async (run: Runner): Promise<void> => {
    while (!frontier.finished && !stopped()) {
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
        wakeAll();
        failures += 1;
        if (failures === runners.length) throw error;
        return;
      }
      frontier.report(item, result);
      wakeAll();
      progress?.();
    }
  };
  await Promise.all(runners.map(work));
}
