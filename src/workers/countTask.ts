import { countUntil, newCounter } from '../core/engines/countingKernel';
import type { CountingResult, TaskOrder } from '../core/engines/counting';
import type { Millis } from '../core/base/time';
import { tellPage } from './door';
import { workerNow } from '../core/base/clock';
import { Recorder } from './recorder';

/** How long a task may keep the worker from hearing that it is terminated: browsers let a busy worker go on for seconds. */
const breatheEveryMs: Millis = 40;

/** Does one task from start to end, with the loop and the looks at the clock that threads under the GIL have, but without a lock. */
export async function countTask(order: TaskOrder): Promise<CountingResult> {
  const counter = newCounter(order.seed);
  const recorder = new Recorder(order.lane, tellPage);
  let now = workerNow();
  recorder.add(now, { kind: 'run', label: order.label });
  while (counter.counted < order.steps) {
    now = countUntil(counter, order.steps, order.pace, now, now + breatheEveryMs, workerNow);
    recorder.tellSometimes(now, counter.counted);
    if (counter.counted < order.steps) await breath();
  }
  recorder.add(now, { kind: 'wait', on: 'the next task' });
  recorder.tellNow(now, counter.counted);
  return { counted: counter.counted, checksum: counter.checksum };
}

const { port1, port2 } = new MessageChannel();
const breathers: (() => void)[] = [];
port1.addEventListener('message', () => breathers.shift()?.());
port1.start();

/** One turn of this worker's event loop, without the 4 ms that a timer would take. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    breathers.push(resolve);
    port2.postMessage(null);
  });
}
