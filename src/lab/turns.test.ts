import { describe, expect, it } from 'vitest';
import { FifoLock } from '../core/engines/fifoLock';
import { isStopped } from '../runtime/stopping';
import { takeTurn } from './turns';

const never = new AbortController().signal;

describe('takeTurn', () => {
  it('lets one run at a time, in the order of asking', async () => {
    const turns = new FifoLock<symbol>();
    const told: string[] = [];
    const run = async (name: string): Promise<void> => {
      const end = await takeTurn(never, { turns });
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      end();
    };
    await Promise.all([run('a'), run('b'), run('c')]);
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('says so when somebody else has the turn, and only then', async () => {
    const turns = new FifoLock<symbol>();
    const waits: string[] = [];
    const end = await takeTurn(never, { turns, onWait: () => waits.push('first') });
    const second = takeTurn(never, { turns, onWait: () => waits.push('second') });
    expect(waits).toEqual(['second']);
    end();
    (await second)();
  });

  it('lets one that waits be stopped at once, and the next go on', async () => {
    const turns = new FifoLock<symbol>();
    const endFirst = await takeTurn(never, { turns });
    const stop = new AbortController();
    const stopped = takeTurn(stop.signal, { turns });
    const third = takeTurn(never, { turns });
    stop.abort();
    expect(isStopped(await stopped.catch((error: unknown) => error))).toBe(true);
    endFirst();
    (await third)();
    expect(turns.holder).toBeNull();
  });

  it('takes none when it was stopped already', async () => {
    const turns = new FifoLock<symbol>();
    await expect(takeTurn(AbortSignal.abort(), { turns })).rejects.toThrow('stopped');
    await Promise.resolve();
    expect(turns.holder).toBeNull();
  });
});
