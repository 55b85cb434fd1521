import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageResult, PageTask } from '../core/engines/downloads';
import { livePageHeader } from '../core/engines/pages';
import { fetchPage } from './fetchPage';

const page: PageTask = {
  name: 'oak',
  url: 'http://site.test/pages/oak.html?latency=500',
  timeoutMs: 2000,
  local: { latencyMs: 500, failure: null },
};
const own: PageTask = { name: 'far.test/x', url: 'https://far.test/x', timeoutMs: 2000, local: null };
const live = { [livePageHeader]: 'live' };

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 0 }));
afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (left > 0) throw new Error(`${left} timers were left.`);
});

/** Fetches with a network that answers as given, for up to `ms`, and returns the result and what was told on the way. */
async function fetched(
  task: PageTask,
  answer: (signal: AbortSignal) => Promise<Response>,
  ms = 5000,
): Promise<{ result: PageResult; told: string[]; took: number; init: RequestInit }> {
  let init: RequestInit = {};
  vi.stubGlobal('fetch', (_: string, given: RequestInit) => {
    init = given;
    return answer(given.signal as AbortSignal);
  });
  const told: string[] = [];
  const stage = {
    waiting: (on: string) => told.push(`wait ${on}`),
    running: (label: string) => told.push(`run ${label}`),
    note: (text: string) => told.push(text),
  };
  const running = fetchPage(task, stage).then((result) => ({ result, took: performance.now() }));
  await vi.advanceTimersByTimeAsync(ms);
  return { ...(await running), told, init };
}

const reasonOf = (result: PageResult): string => (result.status === 'failed' ? result.reason : result.status);

/** A body that hands out its parts and then breaks off, or stays silent until it is aborted. */
function body(parts: readonly string[], then: 'break' | 'silence', signal?: AbortSignal): ReadableStream<Uint8Array> {
  const rest = parts.values();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = rest.next();
      if (done !== true) controller.enqueue(new TextEncoder().encode(value));
      else if (then === 'break') controller.error(new TypeError('network error'));
      else return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
      return undefined;
    },
  });
}

describe('fetchPage', () => {
  it('fetches a page of the service worker and handles its body', async () => {
    const { result, told, init } = await fetched(
      page,
      async () => new Response('<p class="x">Three small words</p>', { headers: live }),
    );
    expect(result).toMatchObject({ status: 'arrived', name: 'oak', bytes: 34, source: 'live' });
    expect(told).toEqual(['wait oak', 'oak: first byte', 'run read oak', 'oak: 3 words']);
    expect(init).toMatchObject({ cache: 'no-store', credentials: 'same-origin' });
  });
  it('is done soon with a page that was made to keep it busy', async () => {
    const { result, told } = await fetched(own, async () => new Response(`${'<'.repeat(300_000)} one <b two> three`));
    expect(result.status).toBe('arrived');
    expect(told.at(-1)).toBe('far.test/x: 2 words');
  }, 2000);
  it('repeats no more of a server’s words than it must', async () => {
    const { result } = await fetched(own, async () => new Response('', { status: 418, statusText: 'x'.repeat(3000) }));
    expect(reasonOf(result)).toHaveLength('the server answered 418 .'.length + 60);
  });
  it('reports a 503 as the server put it', async () => {
    const { result } = await fetched(
      page,
      async () => new Response('no', { status: 503, statusText: 'Service Unavailable', headers: live }),
    );
    expect(reasonOf(result)).toBe('the server answered 503 Service Unavailable.');
  });
  it('says how far a body came before it broke off', async () => {
    const { result } = await fetched(
      page,
      async () => new Response(body(['12345', '678'], 'break'), { headers: { ...live, 'content-length': '16' } }),
    );
    expect(reasonOf(result)).toBe('the connection broke off after 8\u00a0B of 16\u00a0B.');
    expect(result.bytes).toBe(8);
  });
  it('gives up a page that stays silent, and frees the request', async () => {
    const { result, took } = await fetched(
      page,
      async (signal) => new Response(body(['1'], 'silence', signal), { headers: live }),
    );
    expect(reasonOf(result)).toBe('nothing complete arrived within 2.00\u00a0s, so it was given up.');
    expect(took).toBe(2000);
  });
  it('holds a static file back for the latency where no service worker answers, and does not pretend it had', async () => {
    const { result, took, told } = await fetched(page, async () => new Response('<p>hello</p>'));
    expect(result).toMatchObject({ status: 'arrived', source: 'held' });
    expect(took).toBe(500);
    expect(told).not.toContain('oak: first byte');
  });
  it.each(['503', 'drop'] as const)('plays a failure (%s) by timer there, and says so', async (failure) => {
    const { result, took } = await fetched(
      { ...page, local: { latencyMs: 500, failure } },
      async () => new Response('<p>hello</p>'),
    );
    expect(reasonOf(result)).toMatch(/There is no service worker here, so a timer played that\.$/);
    expect(took).toBe(500);
  });
  it('does not hold back a static file that is not there', async () => {
    const { result, took } = await fetched(
      page,
      async () => new Response('', { status: 404, statusText: 'Not Found' }),
    );
    expect(reasonOf(result)).toBe('the server answered 404 Not Found.');
    expect(took).toBe(0);
  });
  it('explains the refusal of another site, to which no credentials are sent', async () => {
    const { result, init } = await fetched(own, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(reasonOf(result)).toMatch(/does not say why.*CORS.*misspelt.*no network\.$/);
    expect(result.source).toBeNull();
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });
  it('stops reading what is far too long', async () => {
    const megabyte = 'x'.repeat(1_000_000);
    const { result } = await fetched(
      own,
      async () =>
        new Response(
          body(
            Array.from({ length: 12 }, () => megabyte),
            'silence',
          ),
        ),
    );
    expect(reasonOf(result)).toBe('it has more than 10\u00a0MB, so the rest was not read.');
  });
});
