import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { livePageHeader, pageText } from '../core/engines/pages';
import { answerPage } from './livePage';

const ask = (query: string) => answerPage('oak.html', new URLSearchParams(query));

/** Reads a body to its end or its break, and tells how many bytes had arrived at which time. */
async function arrivals(response: Response): Promise<{ at: number; bytes: number; broken: boolean }[]> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const seen: { at: number; bytes: number; broken: boolean }[] = [];
  let bytes = 0;
  for (;;) {
    try {
      const { done, value } = await reader.read();
      if (done) return seen;
      bytes += value.byteLength;
      seen.push({ at: Math.round(performance.now()), bytes, broken: false });
    } catch {
      seen.push({ at: Math.round(performance.now()), bytes, broken: true });
      return seen;
    }
  }
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 0 }));
afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  if (left > 0) throw new Error(`${left} timers were left.`);
});

describe('answerPage', () => {
  it('sends the first byte after 80 % of the latency and the last at its end', async () => {
    const { response, over } = ask('latency=1000&size=800&seed=3');
    const read = arrivals(response);
    await vi.advanceTimersByTimeAsync(1000);
    const arrived = await read;
    expect(arrived).toHaveLength(8);
    expect(arrived[0]).toEqual({ at: 800, bytes: 100, broken: false });
    expect(arrived.at(-1)).toEqual({ at: 1000, bytes: 800, broken: false });
    await over;
  });
  it('sends the page that was asked for, never to be cached', async () => {
    const { response } = ask('latency=10&size=700&seed=5');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-length': '700',
      'content-type': 'text/html; charset=utf-8',
      [livePageHeader]: 'live',
    });
    const text = response.text();
    await vi.advanceTimersByTimeAsync(20);
    expect(await text).toBe(pageText({ name: 'oak', sizeBytes: 700, seed: 5 }));
  });
  it('answers at once when there is no latency', async () => {
    const text = ask('latency=0&size=300').response.text();
    await vi.advanceTimersByTimeAsync(10);
    expect(await text).toHaveLength(300);
  });
  it('sends a 503 whose text comes after the latency', async () => {
    const { response, over } = ask('latency=500&fail=503');
    expect([response.status, response.statusText]).toEqual([503, 'Service Unavailable']);
    const read = arrivals(response);
    await vi.advanceTimersByTimeAsync(500);
    expect(await read).toEqual([{ at: 500, bytes: 46, broken: false }]);
    await over;
  });
  it('breaks off half way through a body that is to be dropped', async () => {
    const { response, over } = ask('latency=700&fail=drop&size=800');
    const read = arrivals(response);
    await vi.advanceTimersByTimeAsync(700);
    expect((await read).at(-1)).toEqual({ at: 640, bytes: 400, broken: true });
    await over;
  });
  it('answers nonsense at once with 400 and a sentence, and an unknown name with 404', async () => {
    const { response } = ask('latency=soon');
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('latency must be a number of milliseconds from 0 to 10000, not "soon".\n');
    expect(answerPage('larch.html', new URLSearchParams('latency=1')).response.status).toBe(404);
  });
  it.each(['latency=9000', 'latency=9000&fail=503', 'latency=9000&fail=drop'])(
    'frees its timer when nobody wants %s any more',
    async (query) => {
      const { response, over } = ask(query);
      await vi.advanceTimersByTimeAsync(100);
      expect(vi.getTimerCount()).toBe(1);
      await response.body?.cancel();
      await over;
      expect(vi.getTimerCount()).toBe(0);
    },
  );
});
