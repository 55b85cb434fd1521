import { workerNow } from '../core/base/clock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SleepsTask, Slept } from '../core/engines/loop';
import { checkTrace } from '../core/trace/spansCheck.fixture';
import type { WorkerMs } from '../core/base/time';
import type { TraceEvent } from '../core/trace/trace';
import { sleepAll } from './sleepAll';

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'], now: 0 }),
);
afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  if (left > 0) throw new Error(`${left} timers were left.`);
});

async function run(
  task: SleepsTask,
  ms: number,
): Promise<{ slept: Slept; took: number; events: TraceEvent<WorkerMs>[]; counts: number[] }> {
  const events: TraceEvent<WorkerMs>[] = [];
  const counts: number[] = [];
  const startedAt = workerNow();
  const running = sleepAll(
    task,
    (some) => void events.push(...some),
    (_, count) => void counts.push(count),
  );
  await vi.advanceTimersByTimeAsync(ms);
  const slept = await running;
  return { slept, took: slept.endedAt - startedAt, events: events.sort((a, b) => a.at - b.at), counts };
}

describe('sleepAll', () => {
  it('sleeps all at once in the time of one sleep', async () => {
    const { slept, took, counts } = await run({ tasks: 1000, sleepMs: 300, limit: null }, 300);
    expect(slept).toMatchObject({ tasks: 1000, mostAtOnce: 1000, latestMs: 0, lanes: 20 });
    expect(took).toBeCloseTo(300, 5);
    expect(Math.max(...counts)).toBe(1000);
    expect(counts.at(-1)).toBe(0);
  });
  it('never has more asleep than the limit, and needs a wave for each', async () => {
    const { slept, took, counts } = await run({ tasks: 95, sleepMs: 100, limit: 10 }, 1000);
    expect(slept).toMatchObject({ tasks: 95, mostAtOnce: 10 });
    expect(took).toBeCloseTo(1000, 5);
    expect(Math.max(...counts)).toBe(10);
  });
  it('writes a sound trace of the loop and of sample tasks, the first and the last among them', async () => {
    const { events } = await run({ tasks: 500, sleepMs: 50, limit: 100 }, 250);
    expect(checkTrace(events, { ended: true, toleranceMs: 0.01 })).toEqual([]);
    const lanes = new Set(events.map((event) => event.lane));
    expect(lanes.size).toBe(21);
    for (const lane of ['loop', 'task-1', 'task-500']) expect(lanes).toContain(lane);
    const kindsOf = (lane: string) => events.filter((event) => event.lane === lane).map((event) => event.kind);
    expect(kindsOf('task-500')).toEqual(['start', 'block', 'wait', 'end']);
    expect(kindsOf('loop').filter((kind) => kind === 'wait')).toHaveLength(5);
  });
  it('shows every task when there are few', async () => {
    const { slept, events } = await run({ tasks: 3, sleepMs: 20, limit: null }, 20);
    expect(slept.lanes).toBe(3);
    expect(new Set(events.map((event) => event.lane))).toEqual(new Set(['loop', 'task-1', 'task-2', 'task-3']));
  });
});
