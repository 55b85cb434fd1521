import { countUntil, newCounter } from '../core/countingKernel';
import type { CountingWorker } from '../core/engines/counting';
import { countTask } from './countTask';
import { openDoor } from './door';
import { BatonPorts, runThread, sharedGil } from './gilThread';
import { clock } from './recorder';

/** Enough calls, and enough rounds in each, for every compiler tier of every engine to have had its turn. */
const warmUpChunks = 300;
const warmUpChunkSteps = 20_000;

let gilCells: Int32Array | null = null;
let batons: BatonPorts | null = null;

const api: CountingWorker<MessagePort> = {
  warmUp() {
    countUntil(newCounter(0), warmUpChunks * warmUpChunkSteps, warmUpChunkSteps, Infinity, clock);
  },
  measureSpeed(forMs, slices) {
    const counter = newCounter(0);
    return Array.from({ length: slices }, () => {
      const from = clock();
      const before = counter.counted;
      const to = countUntil(counter, Infinity, warmUpChunkSteps, from + forMs / slices, clock);
      return { steps: counter.counted - before, tookMs: to - from };
    });
  },
  countTask,
  shareGil(cells) {
    gilCells = cells;
  },
  connectThreads(ports) {
    batons = new BatonPorts(ports);
  },
  takeBaton(baton) {
    if (batons === null) throw new Error('The baton came before the threads knew each other.');
    batons.take(baton);
  },
  runThread(order) {
    if (gilCells !== null) return runThread(order, sharedGil(gilCells, order.thread));
    if (batons !== null) return runThread(order, batons.gil(order.thread));
    throw new Error('A thread needs a GIL before it can run.');
  },
};

openDoor(api);
