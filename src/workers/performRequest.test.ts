import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetworkTask, PlayedPlace, PythonAnswer, PythonRequest } from '../core/python/pythonNetwork';
import { livePageHeader, pageText, type PageRequest } from '../core/engines/pages';
import { performRequest } from './performRequest';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 0 }));
afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (left > 0) throw new Error(`${left} timers were left.`);
});

const request: PythonRequest = {
  url: 'https://far.test/x',
  method: 'GET',
  headers: [['X-Trial', '1']],
  body: null,
  timeoutMs: 1000,
};
const far: NetworkTask = { request, place: null, own: false };
const page: PageRequest = { name: 'oak', latencyMs: 500, failure: null, sizeBytes: 256, seed: 1 };
const place: PlayedPlace = { page, pageUrl: 'http://site.test/pages/oak.html?latency=500', code: null };
const live = { [livePageHeader]: 'live' };

interface Performed {
  readonly answer: PythonAnswer;
  readonly took: number;
  readonly init: RequestInit;
}

/** Performs a task with a network that answers as given; advances time for up to `ms`. */
async function perform(
  task: NetworkTask,
  network: (signal: AbortSignal) => Promise<Response>,
  { ms = 5000, signal = new AbortController().signal } = {},
): Promise<Performed> {
  let init: RequestInit = {};
  vi.stubGlobal('fetch', (_: string, given: RequestInit) => {
    init = given;
    return network(given.signal as AbortSignal);
  });
  const from = performance.now();
  const running = performRequest(task, signal).then((answer) => ({ answer, took: performance.now() - from }));
  await vi.advanceTimersByTimeAsync(ms);
  return { ...(await running), init };
}

const silence = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

/** A body that gives its parts a number of milliseconds after each other, and then ends, breaks off, or stays silent. */
function body(
  parts: readonly string[],
  everyMs: number,
  then: 'end' | 'break' | 'silence',
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason));
      for (const part of parts) {
        await new Promise((resolve) => setTimeout(resolve, everyMs));
        controller.enqueue(new TextEncoder().encode(part));
      }
      if (then === 'end') controller.close();
      if (then === 'break') controller.error(new TypeError('network error'));
    },
  });
}

const textOf = (answer: PythonAnswer): string =>
  answer.status === 'answered' ? new TextDecoder().decode(answer.body) : answer.problem;

describe('performRequest', () => {
  it('asks another site without telling who the reader is', async () => {
    const { answer, init } = await perform(
      far,
      async () =>
        new Response(body(['one ', 'two'], 100, 'end'), { status: 201, statusText: 'Made', headers: { 'x-a': 'b' } }),
    );
    expect(answer).toMatchObject({
      status: 'answered',
      url: request.url,
      code: 201,
      reason: 'Made',
      headers: [['x-a', 'b']],
      by: 'network',
    });
    expect(textOf(answer)).toBe('one two');
    expect(init).toMatchObject({
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      method: 'GET',
      headers: [['X-Trial', '1']],
      body: null,
    });
  });
  it('counts the limit anew whenever something comes', async () => {
    const { answer } = await perform(far, async (signal) => new Response(body(['a', 'b', 'c'], 800, 'end', signal)));
    expect(textOf(answer)).toBe('abc');
    expect(await perform(far, silence)).toMatchObject({ answer: { status: 'failed', problem: 'timeout' }, took: 1000 });
  });
  it('tells a body that stalls and one that breaks off from no answer', async () => {
    expect(
      (await perform(far, async (signal) => new Response(body(['a'], 10, 'silence', signal)))).answer,
    ).toMatchObject({ problem: 'stalled' });
    expect((await perform(far, async () => new Response(body(['a'], 10, 'break')))).answer).toMatchObject({
      problem: 'broken',
    });
    expect((await perform(far, () => Promise.reject(new TypeError('Failed to fetch')))).answer).toMatchObject({
      problem: 'unreachable',
      words: expect.stringContaining('no CORS headers'),
    });
  });
  it('reads no more than it can keep', async () => {
    const huge = new Uint8Array(11_000_000);
    const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(huge) });
    expect((await perform(far, async () => new Response(stream))).answer).toMatchObject({
      problem: 'tooLong',
      words: expect.stringContaining('20'),
    });
  });
  it('gives up when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(await perform(far, silence, { signal: stop.signal })).toMatchObject({
      answer: { status: 'failed' },
      took: 50,
    });
  });
});

describe('performRequest in another site’s place', () => {
  it('has the service worker answer', async () => {
    const { answer, init } = await perform(
      { ...far, place },
      async () => new Response(body(['a live ', 'page'], 200, 'end'), { headers: live }),
    );
    expect(answer).toMatchObject({ url: request.url, code: 200, by: 'service worker', firstByteMs: 200 });
    expect(textOf(answer)).toBe('a live page');
    expect(init).toMatchObject({ credentials: 'omit' });
  });
  it('waits itself where there is none, and gives that page', async () => {
    for (const network of [
      async () => new Response('the static file'),
      () => Promise.reject(new TypeError('no network')),
    ]) {
      const { answer } = await perform({ ...far, place }, network);
      expect(answer).toMatchObject({
        code: 200,
        by: 'timer',
        firstByteMs: 500,
        headers: expect.arrayContaining([['content-length', '256']]),
      });
      expect(textOf(answer)).toBe(pageText(page));
    }
  });
  it('is late where the program gave it less time, though a service worker sends its headers at once', async () => {
    const hurried = { ...far, request: { ...request, timeoutMs: 100 } };
    expect(
      (
        await perform(
          { ...hurried, place },
          async (signal) => new Response(body(['x'], 200, 'end', signal), { headers: live }),
        )
      ).answer,
    ).toMatchObject({ problem: 'timeout' });
    expect((await perform({ ...hurried, place }, async () => new Response('the static file'))).answer).toMatchObject({
      problem: 'timeout',
    });
  });
  it('answers with a status and nothing else when it is asked for one, and with no body to HEAD', async () => {
    const { answer } = await perform(
      { ...far, place: { ...place, code: 503 } },
      async () => new Response('the static file'),
    );
    expect(answer).toMatchObject({ code: 503, body: new Uint8Array(0) });
    const head = await perform(
      { request: { ...request, method: 'HEAD' }, own: false, place },
      async () => new Response('the static file'),
    );
    expect(textOf(head.answer)).toBe('');
  });
});
