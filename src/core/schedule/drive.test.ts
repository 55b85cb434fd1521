import { describe, expect, it } from 'vitest';
import { drive, type Runner } from './drive';
import { Frontier } from './frontier';
import { counter, philosophers } from './model/examples';
import { explore, runner } from './model/run';
import type { SearchOptions } from './search';

const options: SearchOptions = { reduction: 'none', preemptions: 'all', maxRuns: 1000, maxSteps: 60 };

/** A runner that takes so many turns for each run. */
const slow =
  (turns: number): Runner =>
  async (item) => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return runner(counter)(item);
  };

/** Resolves with it a few turns later. */
async function soon<T>(what: T): Promise<T> {
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  return what;
}

describe('drive', () => {
  it('comes to the same with one runner and with several of different speed', async () => {
    for (const speeds of [[0], [1, 7], [3, 0, 40, 2]]) {
      const frontier = new Frontier(options);
      await drive(frontier, speeds.map(slow));
      expect(frontier.summary()).toEqual(explore(runner(counter), options));
    }
  });

  it('goes on without a runner that fails, and makes its run elsewhere', async () => {
    let runs = 0;
    const dying: Runner = async (item) => {
      runs += 1;
      if (runs > 5) throw new Error('The worker died.');
      return runner(counter)(item);
    };
    const frontier = new Frontier(options);
    await drive(frontier, [dying, slow(2)]);
    expect(runs).toBe(6);
    expect(frontier.summary()).toEqual(explore(runner(counter), options));
  });

  it('fails with the last runner', async () => {
    const dead: Runner = async () => {
      throw new Error('The worker died.');
    };
    await expect(drive(new Frontier(options), [dead, dead])).rejects.toThrow('The worker died.');
  });

  it('lets others join, waits for those that are to come, and fails when none does', async () => {
    const frontier = new Frontier(options);
    await drive(frontier, [], { open: (join) => join(soon([slow(0), slow(3)])) });
    expect(frontier.summary()).toEqual(explore(runner(counter), options));
    await expect(drive(new Frontier(options), [], { open: (join) => join(Promise.reject(new Error('Python does not start.'))) })).rejects.toThrow('Python does not start.');
    await expect(drive(new Frontier(options), [])).rejects.toThrow('Nobody');
  });

  it('is over without those that are still to come', async () => {
    const frontier = new Frontier(options);
    await drive(frontier, [slow(0)], { open: (join) => join(new Promise(() => undefined)) });
    expect(frontier.finished).toBe(true);
  });

  it('stops when told, and keeps what it found', async () => {
    let results = 0;
    const frontier = new Frontier({ ...options, reduction: 'none', preemptions: 'all' });
    const run: Runner = async (item) => runner(philosophers(3))(item);
    await drive(frontier, [run, run], { stopped: () => results >= 20, progress: () => (results += 1) });
    expect(results).toBeLessThan(23);
    expect(frontier.finished).toBe(false);
    expect(frontier.summary()).toMatchObject({ complete: false, schedules: results });
  });
});
