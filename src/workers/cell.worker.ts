import {
  cellMemory,
  incrementAtomically,
  incrementLocked,
  incrementPlainly,
  isCellStopped,
  startTogether,
} from '../core/engines/cell';
import type { CellStrategy, CellWorker } from '../core/engines/sharing';
import { leastBetweenLooksMs } from '../core/engines/pace';
import { openDoor, tellPage } from './door';
import { workerNow } from '../core/base/clock';
import { Recorder } from './recorder';

const increment: Readonly<Record<CellStrategy, (cells: Int32Array, times: number) => void>> = {
  plain: incrementPlainly,
  atomic: incrementAtomically,
  locked: incrementLocked,
};

/** Increments before the first look at the clock, some microseconds' worth; the looks then come further apart, so that a slow clock does not count. */
const firstChunk = 1000;
/** At 100 ns each, which is slow, a tenth of a second: how long a stop may go unheard. */
const largestChunk = 1_000_000;

const warmUpRounds = 200;

const api: CellWorker = {
  warmUp() {
    const cells = cellMemory();
    for (const loop of Object.values(increment))
      for (let round = 0; round < warmUpRounds; round += 1) loop(cells, 5_000);
  },

  async increment({ cells, strategy, increments, workers, lane }) {
    const recorder = new Recorder(lane, tellPage);
    startTogether(cells, workers, workerNow);
    const startedAt = workerNow();
    recorder.add(startedAt, { kind: 'run', label: 'incrementing' });
    let done = 0;
    let now = startedAt;
    for (let chunk = firstChunk; done < increments && !isCellStopped(cells);) {
      const times = Math.min(chunk, increments - done);
      const last = now;
      increment[strategy](cells, times);
      done += times;
      now = workerNow();
      if (now - last < leastBetweenLooksMs / 2) chunk = Math.min(largestChunk, chunk * 2);
      recorder.tellSometimes(now, done);
    }
    recorder.add(now, { kind: 'end', end: { status: done < increments ? 'stopped' : 'finished' } });
    recorder.tellNow(now, done);
    return { from: startedAt, to: now };
  },
};

openDoor(api);
