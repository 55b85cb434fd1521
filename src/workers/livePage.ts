import { chunksOf, livePageHeader, pageText, parsePage, type PageRequest } from '../core/engines/pages';
import type { Millis } from '../core/base/time';

/** An answer, and a promise that resolves when its last byte is sent, or nobody wants it any more. */
export interface LiveAnswer {
  readonly response: Response;
  readonly over: Promise<void>;
}

/**
 * Answers for a local page as a slow server would: the first byte comes after 80 % of its latency, the last after all of it.
 * Status and headers go out at once, because a browser tells a service worker that an answer is not wanted any more only by
 * cancelling its body; that frees the timer.
 * @param file what follows `pages/` in the address
 */
export function answerPage(file: string, query: Iterable<readonly [string, string]>): LiveAnswer {
  const parsed = parsePage(file, query);
  if (!parsed.ok) {
    const init = initOf(parsed.status, parsed.status === 400 ? 'Bad Request' : 'Not Found', 'text/plain');
    return { response: new Response(`${parsed.reason}\n`, init), over: Promise.resolve() };
  }
  const { request } = parsed;
  if (request.failure === '503') {
    const text = new TextEncoder().encode(`The page "${request.name}" was asked to fail, so it does.\n`);
    const { body, over } = timedBody([{ atMs: request.latencyMs, bytes: text }]);
    return { response: new Response(body, initOf(503, 'Service Unavailable', 'text/plain')), over };
  }
  const { body, over } = timedBody(partsOf(request));
  const init = initOf(200, 'OK', 'text/html');
  return {
    response: new Response(body, {
      ...init,
      headers: { ...init.headers, 'Content-Length': String(request.sizeBytes) },
    }),
    over,
  };
}

function initOf(
  status: number,
  statusText: string,
  type: string,
): ResponseInit & { readonly headers: Record<string, string> } {
  return {
    status,
    statusText,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store', [livePageHeader]: 'live' },
  };
}

/** Bytes that are due after the request, or null for a connection that breaks off then. */
interface Part {
  readonly atMs: Millis;
  readonly bytes: Uint8Array | null;
}

function partsOf(page: PageRequest): readonly Part[] {
  const bytes = new TextEncoder().encode(pageText(page));
  return chunksOf(page).map(({ atMs, fromByte, toByte }) => {
    const lost = page.failure === 'drop' && toByte > page.sizeBytes / 2;
    return { atMs, bytes: lost ? null : bytes.subarray(fromByte, toByte) };
  });
}

/** A body whose parts arrive when they are due. Every time is counted from now, so that lateness does not add up. */
function timedBody(parts: readonly Part[]): {
  readonly body: ReadableStream<Uint8Array>;
  readonly over: Promise<void>;
} {
  const startedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));

  const send = (controller: ReadableStreamDefaultController<Uint8Array>, index: number): void => {
    const part = parts[index];
    if (part === undefined) {
      controller.close();
      end();
      return;
    }
    timer = setTimeout(
      () => {
        if (part.bytes === null) {
          controller.error(new Error('The connection broke off.'));
          end();
          return;
        }
        controller.enqueue(part.bytes);
        send(controller, index + 1);
      },
      startedAt + part.atMs - performance.now(),
    );
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => send(controller, 0),
    cancel() {
      clearTimeout(timer);
      end();
    },
  });
  return { body, over };
}
