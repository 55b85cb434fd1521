import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checksumAfter } from '../core/engines/countingKernel';
import type { CountingNews, ThreadOrder } from '../core/engines/counting';
import { isNamed, newsName, type News } from '../core/base/door';
import { BatonPorts, runThread, type GilDoor } from './gilThread';

const told: CountingNews[] = [];
beforeEach(() => {
  told.length = 0;
  vi.stubGlobal('self', {
    postMessage: (data: unknown) => {
      if (isNamed<News<CountingNews>>(data, newsName)) told.push(data.news);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const order: ThreadOrder = {
  lane: 'thread-1',
  label: 'task 1',
  steps: 50_000,
  seed: 1,
  pace: { stepsPerMs: 10_000, lookEveryMs: 1 },
  thread: 0,
  switchIntervalMs: 0,
};
const kinds = (): string[] => told.flatMap((news) => news.events.map((event) => event.kind));

/** A lock that somebody wants as long as `wanted` lasts. */
function fakeGil(wanted: number, stopAfter = Infinity): GilDoor & { readonly gaveUp: boolean[] } {
  const gaveUp: boolean[] = [];
  return {
    gaveUp,
    acquire: () => gaveUp.length < stopAfter,
    isWanted: () => gaveUp.length < wanted,
    release: (wantsItBack) => void gaveUp.push(wantsItBack),
  };
}

describe('runThread', () => {
  it('gives the lock up each time another wants it, and in the end for good', async () => {
    const gil = fakeGil(3);
    const result = await runThread(order, gil);
    expect(result).toEqual({ counted: 50_000, checksum: checksumAfter(1, 50_000) });
    expect(gil.gaveUp).toEqual([true, true, true, false]);
    const turn = ['ready', 'acquire', 'run', 'release'];
    expect(kinds()).toEqual(['start', ...turn, ...turn, ...turn, ...turn, 'end']);
    expect(told.reduce((sum, news) => sum + news.counted, 0)).toBe(50_000);
  });

  it('keeps the lock when nobody wants it', async () => {
    const gil = fakeGil(0);
    await runThread(order, gil);
    expect(gil.gaveUp).toEqual([false]);
  });

  it('keeps it for the switch interval however much it is wanted', async () => {
    const gil = fakeGil(Infinity);
    await runThread({ ...order, switchIntervalMs: 60_000 }, gil);
    expect(gil.gaveUp).toEqual([false]);
  });

  it('ends short of its steps when stopped', async () => {
    const { counted } = await runThread(order, fakeGil(Infinity, 2));
    expect(counted).toBe(2000);
    expect(told.at(-1)?.events.at(-1)).toMatchObject({ kind: 'end', end: { status: 'stopped' } });
  });
});

describe('BatonPorts', () => {
  it('lets threads count in turn, with the baton going from one to the next', async () => {
    const count = 3;
    const ports: (MessagePort | null)[][] = Array.from({ length: count }, () =>
      Array.from({ length: count }, () => null),
    );
    const open: MessagePort[] = [];
    for (let a = 0; a < count; a += 1) {
      for (let b = a + 1; b < count; b += 1) {
        const { port1, port2 } = new MessageChannel();
        open.push(port1);
        const [ofA, ofB] = [ports[a], ports[b]];
        if (ofA === undefined || ofB === undefined) throw new Error('No ports.');
        [ofA[b], ofB[a]] = [port1, port2];
      }
    }
    const threads = ports.map((own) => new BatonPorts(own));
    const running = threads.map((batons, thread) =>
      runThread({ ...order, lane: `thread-${thread + 1}`, thread, steps: 3000, seed: thread }, batons.gil(thread)),
    );
    threads[0]?.take({ waiting: [1, 2] });
    const results = await Promise.all(running);
    for (const port of open) port.close();
    expect(results.map((result) => result.counted)).toEqual([3000, 3000, 3000]);
    const turns = told
      .flatMap((news) => news.events)
      .filter((event) => event.kind === 'acquire')
      .toSorted((a, b) => a.at - b.at);
    expect(turns.map((event) => event.lane)).toEqual(
      Array.from({ length: 3 }, () => ['thread-1', 'thread-2', 'thread-3']).flat(),
    );
  });

  it('keeps a baton that comes before it is asked for, and refuses to give up what it has not', async () => {
    const gil = new BatonPorts([null]);
    expect(() => gil.gil(0).release(true)).toThrow('did not hold');
    gil.take({ waiting: [] });
    await expect(gil.gil(0).acquire()).resolves.toBe(true);
    expect(gil.gil(0).isWanted()).toBe(false);
  });
});
