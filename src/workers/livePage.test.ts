import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { livePageHeader, pageText } from '../core/pages';
import { answerPage } from './livePage';

const ask = (query: string, signal = new AbortController().signal) => answerPage('oak.html', new URLSearchParams(query), signal);

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
  it('thinks for 80 % of the latency and sends the rest until its end', async () => {
    const { response, over } = ask('latency=1000&size=800&seed=3');
    const read = response.then(async (answer) => ({ at: Math.round(performance.now()), arrived: await arrivals(answer) }));
    await vi.advanceTimersByTimeAsync(1000);
    const { at, arrived } = await read;
    expect(at).toBe(800);
    expect(arrived[0]).toEqual({ at: 800, bytes: 100, broken: false });
    expect(arrived.at(-1)).toEqual({ at: 1000, bytes: 800, broken: false });
    await over;
  });
  it('sends the page that was asked for, never to be cached', async () => {
    const { response } = ask('latency=10&size=700&seed=5');
    await vi.advanceTimersByTimeAsync(20);
    const answer = await response;
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'cache-control': 'no-store', [livePageHeader]: 'live', 'content-length': '700' });
    expect(await answer.text()).toBe(pageText({ name: 'oak', sizeBytes: 700, seed: 5 }));
  });
  it('answers 503 only after the latency', async () => {
    const settled = vi.fn<(status: number) => void>();
    const { response, over } = ask('latency=500&fail=503');
    void response.then((answer) => settled(answer.status));
    await vi.advanceTimersByTimeAsync(499);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith(503);
    expect(await (await response).text()).toContain('oak');
    await over;
  });
  it('breaks off half way through a body that is to be dropped', async () => {
    const { response, over } = ask('latency=700&fail=drop&size=800');
    const read = response.then(arrivals);
    await vi.advanceTimersByTimeAsync(700);
    expect((await read).at(-1)).toEqual({ at: 640, bytes: 400, broken: true });
    await over;
  });
  it('answers nonsense at once with 400 and a sentence', async () => {
    const answer = await ask('latency=soon').response;
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('latency must be a number of milliseconds from 0 to 10000, not "soon".\n');
  });
  it('frees its timer when the request is given up before the answer', async () => {
    const controller = new AbortController();
    const { response, over } = ask('latency=9000', controller.signal);
    const failure = response.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort(new Error('gone'));
    expect(vi.getTimerCount()).toBe(0);
    expect(await failure).toEqual(new Error('gone'));
    await over;
  });
  it('frees its timer when the body is given up', async () => {
    const { response, over } = ask('latency=1000');
    await vi.advanceTimersByTimeAsync(850);
    const answer = await response;
    expect(vi.getTimerCount()).toBe(1);
    await answer.body?.cancel();
    await over;
    expect(vi.getTimerCount()).toBe(0);
  });
});
