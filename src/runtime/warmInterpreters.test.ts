import { describe, expect, it } from 'vitest';
import type { Interpreter } from './interpreter';
import { WarmInterpreters } from './warmInterpreters';

interface Opened {
  readonly interpreter: Interpreter;
  closed: boolean;
}

/** A pool whose interpreters start when `arrive` is called, in order. */
function pool(keep: number): { readonly warm: WarmInterpreters; readonly opened: Opened[]; readonly starting: readonly unknown[]; readonly arrive: () => Promise<void>; readonly fail: (reason: Error) => Promise<void> } {
  const opened: Opened[] = [];
  const starting: { readonly resolve: (interpreter: Interpreter) => void; readonly reject: (reason: Error) => void }[] = [];
  const warm = new WarmInterpreters(() => new Promise((resolve, reject) => starting.push({ resolve, reject })), keep);
  return {
    warm,
    opened,
    starting,
    async arrive() {
      const one: Opened = { closed: false, interpreter: { listen: () => undefined, close: () => void (one.closed = true) } as unknown as Interpreter };
      opened.push(one);
      starting.shift()?.resolve(one.interpreter);
      await Promise.resolve();
    },
    async fail(reason) {
      starting.shift()?.reject(reason);
      await Promise.resolve();
    },
  };
}

describe('warm interpreters', () => {
  it('hand out the one that is there, and take it back for the next', async () => {
    const { warm, opened, arrive } = pool(2);
    warm.warm(1);
    warm.warm(1);
    await arrive();
    const first = await warm.take();
    expect(first).toBe(opened[0]?.interpreter);
    warm.giveBack(first);
    expect(await warm.take()).toBe(first);
    expect(opened.length).toBe(1);
  });

  it('start one for each who waits, and serve them in order', async () => {
    const { warm, opened, arrive } = pool(1);
    const served: string[] = [];
    const one = warm.take().then(() => served.push('one'));
    const other = warm.take().then(() => served.push('other'));
    await arrive();
    await arrive();
    await Promise.all([one, other]);
    expect([served, opened.length]).toEqual([['one', 'other'], 2]);
  });

  it('keep no more than they may', async () => {
    const { warm, opened, arrive } = pool(1);
    warm.warm(5);
    const two = Promise.all([warm.take(), warm.take()]);
    await arrive();
    await arrive();
    for (const interpreter of await two) warm.giveBack(interpreter);
    expect(opened.map(({ closed }) => closed)).toEqual([false, true]);
    warm.close();
    expect(opened.map(({ closed }) => closed)).toEqual([true, true]);
  });

  it('tell who waits when there will be none, and replace one that is spoilt', async () => {
    const { warm, opened, arrive, fail } = pool(1);
    const refused = warm.take().catch((error: unknown) => error);
    await fail(new Error('no network'));
    expect(await refused).toEqual(new Error('no network'));
    const next = warm.take();
    await arrive();
    warm.discard(await next);
    await arrive();
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
    expect(await warm.take()).toBe(opened[1]?.interpreter);
  });

  it('start no long line of those that nobody waits for any more', async () => {
    const { warm, opened, starting, arrive } = pool(1);
    const controllers = Array.from({ length: 50 }, () => new AbortController());
    const asked = controllers.map(({ signal }) => warm.take(signal).catch((error: unknown) => (error as Error).name));
    expect(starting.length).toBeLessThan(4);
    for (const controller of controllers.slice(0, 49)) controller.abort();
    await arrive();
    expect(await Promise.all(asked)).toEqual([...Array.from({ length: 49 }, () => 'AbortError'), opened[0]?.interpreter]);
    await arrive();
    expect([starting.length, opened.length]).toEqual([0, 2]);
  });

  it('end what is still being started when all are ended, and start anew', async () => {
    const { warm, opened, arrive } = pool(1);
    warm.warm(1);
    warm.close();
    await arrive();
    expect(opened[0]?.closed).toBe(true);
    warm.warm(1);
    await arrive();
    expect(await warm.take()).toBe(opened[1]?.interpreter);
  });
});
