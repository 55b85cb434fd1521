import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Interpreter } from './interpreter';
import { InterpreterPool } from './interpreterPool';

interface Opened {
  readonly interpreter: Interpreter;
  closed: boolean;
  spent: boolean;
  die(): void;
}

/** A pool whose interpreters start when `arrive` is called, in order. */
function pool(keep: number): {
  readonly interpreters: InterpreterPool;
  readonly opened: Opened[];
  readonly starting: readonly unknown[];
  readonly arrive: () => Promise<void>;
  readonly fail: (reason: Error) => Promise<void>;
} {
  const opened: Opened[] = [];
  const starting: { readonly resolve: (interpreter: Interpreter) => void; readonly reject: (reason: Error) => void }[] =
    [];
  const interpreters = new InterpreterPool(
    () => new Promise((resolve, reject) => starting.push({ resolve, reject })),
    keep,
  );
  return {
    interpreters,
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

describe('a pool of interpreters', () => {
  it('ends one that comes back spent, and starts another in its place', async () => {
    const { interpreters, opened, starting, arrive } = pool(1);
    interpreters.prepare(1);
    await arrive();
    const [first] = opened;
    if (first === undefined) throw new Error('None was opened.');
    const lease = await interpreters.lend();
    first.spent = true;
    lease.giveBack();
    expect([first.closed, interpreters.lendIdle(), starting.length]).toEqual([true, null, 1]);
  });

  it('lends the idle one, and takes it back for the next', async () => {
    const { interpreters, opened, arrive } = pool(2);
    interpreters.prepare(1);
    interpreters.prepare(1);
    await arrive();
    const first = await interpreters.lend();
    expect(first.interpreter).toBe(opened[0]?.interpreter);
    first.giveBack();
    expect((await interpreters.lend()).interpreter).toBe(first.interpreter);
    expect(opened.length).toBe(1);
  });

  it('takes an interpreter back once, whatever its last holder does later', async () => {
    const { interpreters, opened, starting, arrive } = pool(1);
    interpreters.prepare(1);
    await arrive();
    const first = await interpreters.lend();
    first.giveBack();
    const second = await interpreters.lend();
    first.end();
    first.giveBack();
    expect([second.interpreter === first.interpreter, opened[0]?.closed]).toEqual([true, false]);
    expect([interpreters.lendIdle(), starting.length]).toEqual([null, 0]);
  });

  it('waits a moment for one in use before another is started, which would slow down all that run', async () => {
    vi.useFakeTimers();
    const { interpreters, starting, arrive } = pool(2);
    interpreters.prepare(1);
    await arrive();
    const first = await interpreters.lend();
    const second = interpreters.lend();
    vi.advanceTimersByTime(50);
    first.giveBack();
    expect((await second).interpreter).toBe(first.interpreter);
    vi.advanceTimersByTime(1000);
    expect(starting).toHaveLength(0);
    void interpreters.lend();
    vi.advanceTimersByTime(1000);
    expect(starting).toHaveLength(1);
  });

  it('does not wait for one that is lent for good, which comes from the idle ones or starts beside the line', async () => {
    vi.useFakeTimers();
    const { interpreters, opened, starting, arrive } = pool(1);
    const own = interpreters.lendForGood(() => undefined);
    await arrive();
    void interpreters.lend();
    expect(starting).toHaveLength(1);
    (await own).end();
    expect([opened[0]?.closed, starting.length]).toEqual([true, 1]);
  });

  it('starts one for each caller that waits, and serves them in order', async () => {
    const { interpreters, opened, arrive } = pool(1);
    const served: string[] = [];
    const one = interpreters.lend().then(() => served.push('one'));
    const other = interpreters.lend().then(() => served.push('other'));
    await arrive();
    await arrive();
    await Promise.all([one, other]);
    expect([served, opened.length]).toEqual([['one', 'other'], 2]);
  });

  it('tells a caller that waits how the start goes, and lends only an idle one where that is asked for', async () => {
    let tell: (fraction: number, words: string) => void = () => undefined;
    const interpreters = new InterpreterPool((onBoot) => {
      tell = onBoot;
      return new Promise(() => undefined);
    }, 1);
    expect(interpreters.lendIdle()).toBeNull();
    const heard: unknown[] = [];
    const stop = new AbortController();
    const waits = interpreters.lend(stop.signal, (fraction) => heard.push(fraction)).catch(() => undefined);
    tell(0.5, 'Fetching');
    stop.abort();
    await waits;
    tell(0.6, 'Fetching');
    expect(heard).toEqual([0.5]);
  });

  it('keeps no more than it may', async () => {
    const { interpreters, opened, arrive } = pool(1);
    interpreters.prepare(5);
    const two = Promise.all([interpreters.lend(), interpreters.lend()]);
    await arrive();
    await arrive();
    for (const lease of await two) lease.giveBack();
    expect(opened.map(({ closed }) => closed)).toEqual([false, true]);
    interpreters.close();
    expect(opened.map(({ closed }) => closed)).toEqual([true, true]);
  });

  it('tells a caller that waits when there will be none, and replaces one that was ended', async () => {
    const { interpreters, opened, arrive, fail } = pool(1);
    const refused = interpreters.lend().catch((error: unknown) => error);
    await fail(new Error('no network'));
    expect(await refused).toEqual(new Error('no network'));
    const next = interpreters.lend();
    await arrive();
    (await next).end();
    await arrive();
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
    expect((await interpreters.lend()).interpreter).toBe(opened[1]?.interpreter);
  });

  it('starts no long line of interpreters for callers that do not wait any more', async () => {
    const { interpreters, opened, starting, arrive } = pool(1);
    const controllers = Array.from({ length: 50 }, () => new AbortController());
    const asked = controllers.map(({ signal }) =>
      interpreters.lend(signal).then(
        ({ interpreter }) => interpreter,
        (error: unknown) => (error as Error).name,
      ),
    );
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

  it('lends none that has died, whether it was idle then or is given back', async () => {
    const { interpreters, opened, starting, arrive } = pool(2);
    interpreters.prepare(2);
    await arrive();
    await arrive();
    opened[1]?.die();
    const first = await interpreters.lend();
    expect(first.interpreter).toBe(opened[0]?.interpreter);
    const next = interpreters.lend();
    opened[0]?.die();
    first.giveBack();
    expect(starting.length).toBe(1);
    await arrive();
    expect((await next).interpreter).toBe(opened[2]?.interpreter);
    opened[2]?.die();
    (await next).giveBack();
    expect(starting.length).toBe(1);
  });

  it('ends what is still being started when it is closed, and starts anew', async () => {
    const { interpreters, opened, arrive } = pool(1);
    interpreters.prepare(1);
    interpreters.close();
    await arrive();
    expect(opened[0]?.closed).toBe(true);
    interpreters.prepare(1);
    await arrive();
    expect((await interpreters.lend()).interpreter).toBe(opened[1]?.interpreter);
  });
});
