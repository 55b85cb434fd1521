import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Interpreter } from './interpreter';
import { WarmInterpreters } from './interpreterPool';

interface Opened {
  readonly interpreter: Interpreter;
  closed: boolean;
  spent: boolean;
  die(): void;
}

/** A pool whose interpreters start when `arrive` is called, in order. */
function pool(keep: number): {
  readonly warm: WarmInterpreters;
  readonly opened: Opened[];
  readonly starting: readonly unknown[];
  readonly arrive: () => Promise<void>;
  readonly fail: (reason: Error) => Promise<void>;
} {
  const opened: Opened[] = [];
  const starting: { readonly resolve: (interpreter: Interpreter) => void; readonly reject: (reason: Error) => void }[] =
    [];
  const warm = new WarmInterpreters(() => new Promise((resolve, reject) => starting.push({ resolve, reject })), keep);
  return {
    warm,
    opened,
    starting,
    async arrive() {
      let lost: (() => void) | null = null;
      const one: Opened = {
        closed: false,
        spent: false,
        interpreter: {
          listen: () => undefined,
          onLost: (hear: (() => void) | null) => (lost = hear),
          get closed() {
            return one.closed;
          },
          get spent() {
            return one.spent;
          },
          close: () => void (one.closed = true),
        } as unknown as Interpreter,
        die() {
          one.closed = true;
          lost?.();
        },
      };
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

afterEach(() => void vi.useRealTimers());

describe('warm interpreters', () => {
  it('end one that comes back spent, and start another in its place', async () => {
    const { warm, opened, starting, arrive } = pool(1);
    warm.warm(1);
    await arrive();
    const [first] = opened;
    if (first === undefined) throw new Error('None was opened.');
    const taken = await warm.take();
    first.spent = true;
    warm.giveBack(taken);
    expect([first.closed, warm.takeIdle(), starting.length]).toEqual([true, null, 1]);
  });

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

  it('wait a moment for one that is in use before another is started, which would slow down all that run', async () => {
    vi.useFakeTimers();
    const { warm, starting, arrive } = pool(2);
    warm.warm(1);
    await arrive();
    const first = await warm.take();
    const second = warm.take();
    vi.advanceTimersByTime(50);
    warm.giveBack(first);
    expect(await second).toBe(first);
    vi.advanceTimersByTime(1000);
    expect(starting).toHaveLength(0);
    void warm.take();
    vi.advanceTimersByTime(1000);
    expect(starting).toHaveLength(1);
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

  it('tell who waits how the start goes, and hand out only what is there where that is asked for', async () => {
    let tell: (fraction: number, words: string) => void = () => undefined;
    const warm = new WarmInterpreters((onBoot) => {
      tell = onBoot;
      return new Promise(() => undefined);
    }, 1);
    expect([warm.takeIdle(), warm.takeForGood()]).toEqual([null, null]);
    const heard: unknown[] = [];
    const stop = new AbortController();
    const waits = warm.take(stop.signal, (fraction) => heard.push(fraction)).catch(() => undefined);
    tell(0.5, 'Fetching');
    stop.abort();
    await waits;
    tell(0.6, 'Fetching');
    expect(heard).toEqual([0.5]);
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
    expect(await Promise.all(asked)).toEqual([
      ...Array.from({ length: 49 }, () => 'AbortError'),
      opened[0]?.interpreter,
    ]);
    await arrive();
    expect([starting.length, opened.length]).toEqual([0, 2]);
  });

  it('hand out none that has died, whether it was idle then or is given back', async () => {
    const { warm, opened, starting, arrive } = pool(2);
    warm.warm(2);
    await arrive();
    await arrive();
    opened[1]?.die();
    const first = await warm.take();
    expect(first).toBe(opened[0]?.interpreter);
    const next = warm.take();
    opened[0]?.die();
    warm.giveBack(first);
    expect(starting.length).toBe(1);
    await arrive();
    expect(await next).toBe(opened[2]?.interpreter);
    opened[2]?.die();
    warm.giveBack(await next);
    expect(starting.length).toBe(1);
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
