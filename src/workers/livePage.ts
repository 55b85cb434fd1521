import { chunksOf, firstByteShare, livePageHeader, pageText, parsePage, type PageRequest } from '../core/pages';
import type { Millis } from '../core/time';

/** An answer under way, and a promise that resolves when its last byte is sent, or nobody wants it any more. */
export interface LiveAnswer {
  readonly response: Promise<Response>;
  readonly over: Promise<void>;
}

/**
 * Answers for a local page as a slow server would: status and first byte after 80 % of its latency, the last byte after all of it.
 * @param file what follows `pages/` in the address
 * @param signal aborted when the page is not wanted any more; frees the timer
 */
export function answerPage(file: string, query: Iterable<readonly [string, string]>, signal: AbortSignal): LiveAnswer {
  const startedAt = performance.now();
  const parsed = parsePage(file, query);
  if (!parsed.ok) {
    return { response: Promise.resolve(textResponse(parsed.status, parsed.status === 400 ? 'Bad Request' : 'Not Found', parsed.reason)), over: Promise.resolve() };
  }
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  const until = (ms: Millis, stop: AbortSignal): Promise<void> => sleep(startedAt + ms - performance.now(), stop);
  const response = respond(parsed.request, until, signal, end);
  response.catch(end);
  return { response, over };
}

type Until = (ms: Millis, stop: AbortSignal) => Promise<void>;

async function respond(page: PageRequest, until: Until, signal: AbortSignal, end: () => void): Promise<Response> {
  if (page.failure === '503') {
    await until(page.latencyMs, signal);
    end();
    return textResponse(503, 'Service Unavailable', `The page "${page.name}" was asked to fail, so it does.`);
  }
  await until(page.latencyMs * firstByteShare, signal);
  const headers = { ...commonHeaders, 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': String(page.sizeBytes) };
  return new Response(bodyOf(page, until, signal, end), { headers });
}

function bodyOf(page: PageRequest, until: Until, signal: AbortSignal, end: () => void): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(pageText(page));
  // The request may be given up before there is a body, and its body afterwards.
  const given = new AbortController();
  signal.addEventListener('abort', () => given.abort(), { once: true });
  const send = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    for (const { atMs, fromByte, toByte } of chunksOf(page)) {
      await until(atMs, given.signal);
      if (page.failure === 'drop' && toByte > page.sizeBytes / 2) throw new Error('The connection broke off.');
      controller.enqueue(bytes.subarray(fromByte, toByte));
    }
    controller.close();
  };
  return new ReadableStream<Uint8Array>({
    // Not awaited: a stream cannot be read before its start has settled.
    start(controller) {
      send(controller)
        .catch((error: unknown) => controller.error(error))
        .finally(end);
    },
    cancel: () => given.abort(),
  });
}

const commonHeaders = { 'Cache-Control': 'no-store', [livePageHeader]: 'live' };

function textResponse(status: number, statusText: string, text: string): Response {
  return new Response(`${text}\n`, { status, statusText, headers: { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8' } });
}

function sleep(ms: Millis, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    if (ms <= 0) return resolve();
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
