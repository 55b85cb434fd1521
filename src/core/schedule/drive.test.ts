import { describe, expect, it } from 'vitest';
import { Batches, type Batch, type BatchCodec } from './batches';
import { drive, type Runner } from './drive';
import { counter, lockedIncrements, philosophers } from './model/examples';
import type { Program } from './model/program';
import { explore, runner } from './model/run';
import type { SearchOptions } from './search';
import type { RunResult, WorkItem } from './types';

const options: SearchOptions = { reduction: 'none', preemptions: 'all', maxRuns: 1000, maxSteps: 60 };
const codec: BatchCodec = {
  packItems: (items) => JSON.stringify(items),
  unpackResults: (results) => JSON.parse(results) as RunResult[],
};
const batches = (more: Partial<SearchOptions> = {}, size = 4): Batches =>
  new Batches({ ...options, ...more } as SearchOptions, codec, size);
const make = (program: Program, { items }: Batch): string =>
  JSON.stringify((JSON.parse(items) as WorkItem[]).map(runner(program)));

/** A runner that takes a number of turns for each batch. */
const slow =
  (turns: number, program = counter): Runner<Batch, string> =>
  async (batch) => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return make(program, batch);
  };

/** Resolves with it a few turns later. */
async function soon<T>(what: T): Promise<T> {
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  return what;
}

describe('drive', () => {
  it('comes to one result with one runner and with several of different speed, whatever is sent together', async () => {
    for (const size of [1, 5, 40]) {
      for (const speeds of [[0], [1, 7], [3, 0, 40, 2]]) {
        const search = batches({}, size);
        await drive(
          search,
          speeds.map((turns) => slow(turns)),
        );
        expect(search.summary()).toEqual(explore(runner(counter), options));
      }
    }
  });

  it('finds one schedule of each kind as well', async () => {
    const reduced: SearchOptions = { ...options, reduction: 'source sets', preemptions: 'all' };
    const search = batches(reduced);
    await drive(search, [slow(0, lockedIncrements(2, 3)), slow(5, lockedIncrements(2, 3))]);
    expect(search.summary().schedules).toBe(explore(runner(lockedIncrements(2, 3)), reduced).schedules);
  });

  it('goes on without a runner that fails, and makes its runs elsewhere', async () => {
    let runs = 0;
    const dying: Runner<Batch, string> = async (batch) => {
      runs += 1;
      if (runs > 5) throw new Error('The worker died.');
      return make(counter, batch);
    };
    const search = batches();
    await drive(search, [dying, slow(2)]);
    expect(runs).toBe(6);
    expect(search.summary()).toEqual(explore(runner(counter), options));
  });

  it('fails with the last runner', async () => {
    const dead: Runner<Batch, string> = async () => {
      throw new Error('The worker died.');
    };
    await expect(drive(batches(), [dead, dead])).rejects.toThrow('The worker died.');
  });

  it('fails with the search', async () => {
    await expect(drive(batches(), [async () => '[]'])).rejects.toThrow('A run has no result.');
  });

  it('lets others join, waits for those that are to come, and fails when none does', async () => {
    const search = batches();
    await drive(search, [], { open: (join) => join(soon([slow(0), slow(3)])) });
    expect(search.summary()).toEqual(explore(runner(counter), options));
    await expect(
      drive(batches(), [], { open: (join) => join(Promise.reject(new Error('Python does not start.'))) }),
    ).rejects.toThrow('Python does not start.');
    await expect(drive(batches(), [])).rejects.toThrow('Nobody');
  });

  it('is over without those that are still to come', async () => {
    const search = batches();
    await drive(search, [slow(0)], { open: (join) => join(new Promise(() => undefined)) });
    expect(search.summary().complete).toBe(true);
  });

  it('stops when told, and keeps what it found', async () => {
    let results = 0;
    const search = batches({}, 1);
    await drive(search, [slow(0, philosophers(3)), slow(0, philosophers(3))], {
      stopped: () => results >= 20,
      progress: () => (results += 1),
    });
    expect(results).toBeLessThan(23);
    expect(search.summary()).toMatchObject({ complete: false, schedules: results });
  });
});
