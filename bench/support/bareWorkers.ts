import { checksumAfter } from '../../src/core/engines/countingKernel';
import type { BareTask } from './bare.worker';

function openBareWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
}

function ask(worker: Worker, tasks: readonly BareTask[]): Promise<readonly number[]> {
  return new Promise((resolve) => {
    worker.addEventListener('message', (event: MessageEvent<readonly number[]>) => resolve(event.data), { once: true });
    worker.postMessage(tasks);
  });
}

/** Opens workers, runs `work`, and gives how long that took in ms; starting the workers is not part of it. */
async function timed(size: number, work: (workers: readonly Worker[]) => Promise<unknown>): Promise<number> {
  const workers = await Promise.all(Array.from({ length: size }, openBareWorker));
  const from = performance.now();
  await work(workers);
  const tookMs = performance.now() - from;
  for (const worker of workers) worker.terminate();
  return tookMs;
}

function check(tasks: readonly BareTask[], checksums: readonly number[]): void {
  if (!tasks.every(({ seed, steps }, index) => checksums[index] === checksumAfter(seed, steps)))
    throw new Error('A bare worker counted wrong.');
}

/** All tasks in one worker, in one message. Milliseconds. */
export function bareLoop(tasks: readonly BareTask[]): Promise<number> {
  return timed(1, async ([worker]) => {
    if (worker !== undefined) check(tasks, await ask(worker, tasks));
  });
}

/** A pool written by hand: each worker takes the next task when it is free. Milliseconds. */
export function barePool(tasks: readonly BareTask[], size: number): Promise<number> {
  return timed(size, async (workers) => {
    const list = tasks.entries();
    await Promise.all(
      workers.map(async (worker) => {
        for (const [, task] of list) check([task], await ask(worker, [task]));
      }),
    );
  });
}
