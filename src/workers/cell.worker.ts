import { arrive, awaitStart, cellMemory, incrementAtomically, incrementLocked, incrementPlainly, isCellStopped } from '../core/cell';
import type { CellStrategy, CellWorker } from '../core/engines/sharing';
import { openDoor, tellPage } from './door';
import { clock, Recorder } from './recorder';

const increment: Readonly<Record<CellStrategy, (cells: Int32Array, times: number) => void>> = {
  plain: incrementPlainly,
  atomic: incrementAtomically,
  locked: incrementLocked,
};

/** Increments between two looks at the clock: about a tenth of a millisecond each, at most a few. */
const chunk: Readonly<Record<CellStrategy, number>> = { plain: 20_000, atomic: 5_000, locked: 2_000 };

const warmUpRounds = 200;
/** How long a worker stays awake for the start. */
const startPatienceMs = 5;

const api: CellWorker = {
  warmUp() {
    const cells = cellMemory();
    for (const loop of Object.values(increment)) for (let round = 0; round < warmUpRounds; round += 1) loop(cells, 5_000);
  },

  async increment({ cells, strategy, increments, workers, lane }) {
    const recorder = new Recorder(lane, tellPage);
    if (!arrive(cells, workers)) awaitStart(cells, startPatienceMs, clock);
    const startedAt = clock();
    recorder.add(startedAt, { kind: 'run', label: 'incrementing' });
    let done = 0;
    let now = startedAt;
    while (done < increments && !isCellStopped(cells)) {
      const times = Math.min(chunk[strategy], increments - done);
      increment[strategy](cells, times);
      done += times;
      now = clock();
      recorder.tellSometimes(now, done);
    }
    recorder.add(now, { kind: 'end', end: { status: done < increments ? 'stopped' : 'finished' } });
    recorder.tellNow(now, done);
    return now - startedAt;
  },
};

openDoor(api);
