import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedQueue } from './boundedQueue';

/** Lets everything that is resolved go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('BoundedQueue', () => {
  it('makes a producer wait while it is full, and lets the longest waiting in first', async () => {
    const queue = new BoundedQueue<string>(1);
    const put: string[] = [];
    for (const item of ['a', 'b', 'c']) void queue.put(item).then(() => put.push(item));
    await settle();
    expect(put).toEqual(['a']);
    expect(await queue.get()).toBe('a');
    await settle();
    expect(put).toEqual(['a', 'b']);
    expect([await queue.get(), await queue.get()]).toEqual(['b', 'c']);
  });
  it('makes a consumer wait while it is empty, and serves the longest waiting first', async () => {
    const queue = new BoundedQueue<string>(5);
    const got: string[] = [];
    void queue.get().then((item) => got.push(`first ${item}`));
    void queue.get().then((item) => got.push(`second ${item}`));
    await settle();
    expect(got).toEqual([]);
    await queue.put('a');
    await queue.put('b');
    await settle();
    expect(got).toEqual(['first a', 'second b']);
    expect(queue.length).toBe(0);
  });
  it('keeps one who tries from overtaking one who waits', () => {
    const queue = new BoundedQueue<string>(1);
    expect(queue.tryPut('a')).toBe(true);
    void queue.put('b');
    expect(queue.tryPut('c')).toBe(false);
    expect(queue.tryGet()).toEqual({ item: 'a' });
    expect(queue.tryPut('c')).toBe(false);
    expect(queue.tryGet()).toEqual({ item: 'b' });
    expect(queue.tryGet()).toBeNull();
  });
  it('can carry undefined, such as an empty sentinel', async () => {
    const queue = new BoundedQueue<undefined>(1);
    await queue.put(undefined);
    expect(queue.tryGet()).toEqual({ item: undefined });
  });
  it('refuses a capacity that could never take an item', () => {
    expect(() => new BoundedQueue(0)).toThrow(RangeError);
    expect(() => new BoundedQueue(Number.NaN)).toThrow(RangeError);
  });
  it('loses nothing, invents nothing, keeps the order, and never exceeds its capacity', async () => {
    const steps = fc.array(fc.constantFrom('put' as const, 'get' as const), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Infinity)),
        steps,
        async (capacity, steps) => {
          const lengths: number[] = [];
          const queue = new BoundedQueue<number>(capacity, (length) => lengths.push(length));
          const got: number[] = [];
          let puts = 0;
          let stored = 0;
          let asked = 0;
          for (const step of steps) {
            if (step === 'put') {
              void queue.put(puts).then(() => (stored += 1));
              puts += 1;
            } else {
              void queue.get().then((item) => got.push(item));
              asked += 1;
            }
            await Promise.resolve();
            expect(queue.length).toBeLessThanOrEqual(capacity);
          }
          await settle();
          expect(got).toEqual(Array.from({ length: Math.min(puts, asked) }, (_, i) => i));
          expect(stored - got.length).toBe(queue.length);
          expect(stored).toBe(Math.min(puts, asked + capacity));
          for (const [i, length] of lengths.entries()) expect(Math.abs(length - (lengths[i - 1] ?? 0))).toBe(1);
          expect(lengths.at(-1) ?? 0).toBe(queue.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
