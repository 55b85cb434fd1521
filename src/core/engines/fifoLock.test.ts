import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FifoLock } from './fifoLock';

/** Lets everything that is resolved go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('FifoLock', () => {
  it('is handed on in the order of asking', async () => {
    const lock = new FifoLock<string>();
    const order: string[] = [];
    await lock.acquire('A');
    for (const who of ['B', 'C', 'D']) void lock.acquire(who).then(() => order.push(who));
    await settle();
    expect(order).toEqual([]);
    expect(lock.holder).toBe('A');
    for (const who of ['A', 'B', 'C']) {
      lock.release(who);
      await settle();
    }
    expect(order).toEqual(['B', 'C', 'D']);
    lock.release('D');
    expect(lock.holder).toBeNull();
  });
  it('cannot be overtaken between a release and the moment the next holder goes on', async () => {
    const lock = new FifoLock<string>();
    await lock.acquire('A');
    const granted = lock.acquire('B');
    lock.release('A');
    expect(lock.holder).toBe('B');
    expect(lock.tryAcquire('C')).toBe(false);
    await granted;
  });
  it('refuses a release by anyone but its holder', async () => {
    const lock = new FifoLock<string>();
    expect(() => lock.release('A')).toThrow('A lock was released by A, who does not hold it.');
    await lock.acquire('A');
    expect(() => lock.release('B')).toThrow('B, who does not hold it');
    expect(lock.holder).toBe('A');
  });
  it('never has two holders, and serves everyone, whatever the order of steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), async (scheduler, threads) => {
        const lock = new FifoLock<number>();
        let inside = 0;
        let served = 0;
        const thread = async (id: number): Promise<void> => {
          await scheduler.schedule(Promise.resolve(), `start ${id}`);
          await lock.acquire(id);
          inside += 1;
          expect(inside).toBe(1);
          await scheduler.schedule(Promise.resolve(), `work ${id}`);
          expect(inside).toBe(1);
          inside -= 1;
          served += 1;
          lock.release(id);
        };
        const all = Promise.all(Array.from({ length: threads }, (_, id) => thread(id)));
        await scheduler.waitFor(all);
        expect(served).toBe(threads);
        expect(lock.holder).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
