import { evenly, type OnCount, type SleepsTask, type Slept } from '../core/engines/loop';
import { openLane, type LaneWriter } from '../core/trace/laneWriter';
import type { WorkerMs } from '../core/base/time';
import type { TraceEvent } from '../core/trace/trace';
import type { SendEvents } from '../core/trace/worker';
import { courier } from './courier';
import { workerMs, workerNow } from '../core/base/clock';
import { CountPlot } from './countPlot';

/** Ten thousand lanes would show nothing. */
const sampleLanes = 20;
const flushMs = 50;
/** Callbacks that follow each other more closely than this count as one stretch of running. */
const gapMs = 0.3;

/** Sleeps many times at once on this one thread, and resolves when all have woken. */
export async function sleepAll(task: SleepsTask, send: SendEvents, onAsleep: OnCount): Promise<Slept> {
  const { tasks, sleepMs, limit } = task;
  const { emit, delivered } = courier(send);
  let batch: TraceEvent<WorkerMs>[] = [];
  const flush = (): void => {
    if (batch.length > 0) emit(batch);
    batch = [];
  };
  const record = (events: readonly TraceEvent<WorkerMs>[]): void => void batch.push(...events);

  const loop = openLane({ id: 'loop', kind: 'loop', name: 'event loop' }, workerNow, record);
  loop.run('start the tasks');
  const samples = new Map<number, LaneWriter<WorkerMs>>();
  for (const i of evenly(tasks, sampleLanes)) {
    const lane = openLane({ id: `task-${i + 1}`, kind: 'loop', name: `task ${i + 1}` }, workerNow, record);
    if (limit !== null) lane.block('semaphore');
    samples.set(i, lane);
  }

  const waves = limit === null ? 1 : Math.ceil(tasks / limit);
  const plot = new CountPlot(onAsleep, { most: Math.min(tasks, limit ?? tasks), expectedMs: waves * sleepMs });
  let [started, woken, asleep, mostAtOnce, latestMs] = [0, 0, 0, 0, 0];
  /** When the last callback ended. The loop runs until shown otherwise. */
  let idleSince: WorkerMs = workerNow();
  let running = true;
  const rest = (now: WorkerMs): void => {
    if (!running || now - idleSince <= gapMs) return;
    loop.wait('the next timer', idleSince);
    running = false;
  };

  return new Promise((resolve) => {
    const start = (): void => {
      const index = started;
      started += 1;
      asleep += 1;
      mostAtOnce = Math.max(mostAtOnce, asleep);
      samples.get(index)?.wait(`sleep ${sleepMs} ms`);
      const due = workerMs(workerNow() + sleepMs);
      setTimeout(() => wake(index, due), sleepMs);
    };
    const wake = (index: number, due: WorkerMs): void => {
      const now = workerNow();
      rest(now);
      if (!running) {
        loop.run('wake tasks');
        running = true;
      }
      latestMs = Math.max(latestMs, now - due);
      woken += 1;
      asleep -= 1;
      samples.get(index)?.end();
      if (started < tasks) start();
      plot.changed(now, asleep);
      idleSince = workerNow();
      if (woken === tasks) finish();
    };
    const flushing = setInterval(() => {
      const now = workerNow();
      rest(now);
      plot.time(now, asleep);
      flush();
    }, flushMs);
    const finish = (): void => {
      clearInterval(flushing);
      const endedAt = loop.end();
      plot.now(endedAt, asleep);
      flush();
      void Promise.all([delivered(), plot.delivered()]).then(() =>
        resolve({ tasks: woken, mostAtOnce, latestMs, lanes: samples.size, endedAt }),
      );
    };

    plot.now(workerNow(), 0);
    while (started < Math.min(tasks, limit ?? tasks)) start();
    idleSince = workerNow();
    plot.now(idleSince, asleep);
    flush();
  });
}
