import { describe, expect, it } from 'vitest';
import { checksumAfter } from '../../core/engines/countingKernel';
import { StrategyFailure } from '../../core/experiment/experiment';
import { checkResult, shareOut, type CounterClient } from './counterWorkers';

const worker = (): CounterClient => ({
  call: () => Promise.reject(new Error('not called')),
  clockShiftMs: () => 0,
  close: () => undefined,
});
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

describe('shareOut', () => {
  it('gives each task to one worker, and the results in order', async () => {
    const crew = [worker(), worker(), worker()];
    const done: number[] = [];
    const results = await shareOut(crew, [5, 1, 4, 1, 1, 9], 0, async (_, task) => {
      await turns(task);
      done.push(task);
      return task * 10;
    });
    expect(results).toEqual([50, 10, 40, 10, 10, 90]);
    expect(done.toSorted((a, b) => a - b)).toEqual([1, 1, 1, 4, 5, 9]);
  });

  it('lets the next free worker take the next task', async () => {
    const [slow, quick] = [worker(), worker()];
    const takenBy: CounterClient[] = [];
    await shareOut([slow, quick], [1, 2, 3, 4, 5], 0, async (who) => {
      takenBy.push(who);
      await turns(who === slow ? 1000 : 3);
    });
    expect(takenBy.filter((who) => who === slow)).toHaveLength(1);
    expect(takenBy.filter((who) => who === quick)).toHaveLength(4);
  });

  it.each([0, 1, 2])('keeps %d tasks ahead at a worker, and no more', async (ahead) => {
    let atOnce = 0;
    let most = 0;
    await shareOut([worker()], Array.from({ length: 9 }), ahead, async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await turns(5);
      atOnce -= 1;
    });
    expect(most).toBe(ahead + 1);
  });

  it('fails with the first task that fails', async () => {
    const crew = [worker(), worker()];
    await expect(
      shareOut(crew, [1, 2, 3], 0, async (_, task) => (task === 2 ? Promise.reject(new Error('lost')) : task)),
    ).rejects.toThrow('lost');
  });
});

describe('checkResult', () => {
  const task = { index: 2, steps: 1_000_000, seed: 3 };
  const right = { counted: task.steps, checksum: checksumAfter(task.seed, task.steps) };

  it('accepts what counting every step gives', () => {
    expect(() => checkResult(task, right)).not.toThrow();
  });
  it('refuses a count that is short, and one whose steps were not all taken', () => {
    expect(() => checkResult(task, { ...right, counted: task.steps - 1 })).toThrow(StrategyFailure);
    expect(() => checkResult(task, { ...right, checksum: checksumAfter(task.seed, task.steps - 1) })).toThrow(
      /Task 3 did not count all of its steps \(1,000,000 of 1,000,000, or a wrong checksum\)/,
    );
    expect(() => checkResult({ ...task, seed: 4 }, right)).toThrow(StrategyFailure);
  });
});
