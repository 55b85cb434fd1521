import { countFor, countUntil, newCounter } from '../core/engines/countingKernel';
import type { CountingWorker } from '../core/engines/counting';
import { measureLookMs, type Pace } from '../core/engines/pace';
import { countTask } from './countTask';
import { openDoor } from './door';
import { BatonPorts, runThread, sharedGil } from './gilThread';
import { workerNow } from '../core/base/clock';

/** Enough calls, and enough rounds in each, for every compiler tier of every engine to have had its turn. */
const warmUpCalls = 300;
const warmUpPace: Pace = { stepsPerMs: 20_000, lookEveryMs: 1 };

let gilCells: Int32Array | null = null;
let batons: BatonPorts | null = null;

const api: CountingWorker<MessagePort> = {
  warmUp() {
    countUntil(newCounter(0), warmUpCalls * warmUpPace.stepsPerMs, warmUpPace, workerNow(), Infinity, workerNow);
  },
  measureSpeed(forMs, slices) {
    const counter = newCounter(0);
    return Array.from({ length: slices }, () => countFor(counter, forMs / slices, workerNow));
  },
  measureLook: () => measureLookMs(workerNow),
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
