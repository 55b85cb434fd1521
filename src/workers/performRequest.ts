import { joinBytes } from './joinBytes';
import type {
  AnsweredBy,
  FetchProblem,
  NetworkTask,
  PlayedPlace,
  PythonAnswer,
  PythonRequest,
} from '../core/python/pythonNetwork';
import { formatBytes, formatDuration } from '../core/base/format';
import { livePageHeader, pageText } from '../core/engines/pages';
import type { Millis } from '../core/base/time';

/** More is not read: it would fill the memory and teach nothing. */
const mostBytes = 20_000_000;
/** The longest time for a browser's timer, 25 days: with more it would ring at once. */
const longestTimerMs: Millis = 2 ** 31 - 1;

/** Performs one request of a Python program. Never rejects: what goes wrong is an answer that says so. */
export async function performRequest({ request, place, own }: NetworkTask, signal: AbortSignal): Promise<PythonAnswer> {
  const attempt = new Attempt(request, signal);
  try {
    if (place !== null) return await inPlace(place, attempt);
    return await fromNetwork(attempt, own);
  } catch (error) {
    if (error instanceof TooLong)
      return failed('tooLong', `it has more than ${formatBytes(mostBytes)}, so the rest was not read`);
    if (attempt.timedOut)
      return failed(
        attempt.begun ? 'stalled' : 'timeout',
        `nothing came within ${formatDuration(request.timeoutMs ?? 0)}`,
      );
    if (attempt.begun) return failed('broken', `the connection broke off after ${formatBytes(attempt.bytes)}`);
    return failed('unreachable', own ? 'there was no answer' : kept);
  } finally {
    attempt.end();
  }
}

/** A browser tells a script nothing of why another site's answer was kept from it. */
const kept =
  'the browser handed over no answer, and does not say why. The site may not allow other sites to read it (no CORS headers), its name may be misspelt, it may be down, or there is no network';

/** One request under way, with its limit of time. */
class Attempt {
  readonly startedAt = performance.now();
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  timedOut = false;
  /** Whether the server has begun to answer. */
  begun = false;
  bytes = 0;

  readonly #outer: AbortSignal;

  constructor(
    readonly request: PythonRequest,
    outer: AbortSignal,
  ) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#giveUp);
    if (outer.aborted) this.#giveUp();
    this.waitOn();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something came, or may come from now on: the limit begins anew. */
  waitOn(): void {
    clearTimeout(this.#timer);
    const { timeoutMs } = this.request;
    if (timeoutMs === null) return;
    this.#timer = setTimeout(
      () => {
        this.timedOut = true;
        this.#giveUp();
      },
      Math.min(timeoutMs, longestTimerMs),
    );
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#giveUp);
  }

  readonly #giveUp = (): void => this.#abort.abort();
}

async function fromNetwork(attempt: Attempt, own: boolean): Promise<PythonAnswer> {
  const { url, method, headers, body } = attempt.request;
  const response = await fetch(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: body,
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: attempt.signal,
  });
  const firstByte = own && response.headers.has(livePageHeader) ? null : performance.now();
  if (firstByte !== null) {
    attempt.begun = true;
    attempt.waitOn();
  }
  return answered(attempt, response, {
    url: response.url === '' ? url : response.url,
    by: own ? 'own page' : 'network',
    firstByte,
  });
}

async function inPlace(place: PlayedPlace, attempt: Attempt): Promise<PythonAnswer> {
  const { url, method } = attempt.request;
  const said = { url, code: place.code ?? 200, bodyless: place.code !== null || method === 'HEAD' };
  const response = await fetch(place.pageUrl, { credentials: 'omit', cache: 'no-store', signal: attempt.signal }).catch(
    (error: unknown) => {
      if (attempt.signal.aborted) throw error;
      // Without a network and without a service worker; the timer does without both.
      return null;
    },
  );
  if (response?.headers.has(livePageHeader) === true) {
    const answer = await answered(attempt, response, { url, by: 'service worker', firstByte: null });
    return answer.status === 'failed' ? answer : { ...answer, ...restOf(said, answer.body) };
  }
  await response?.body?.cancel();
  await until(attempt.startedAt + place.page.latencyMs, attempt.signal);
  const body = new TextEncoder().encode(pageText(place.page));
  return {
    status: 'answered',
    url,
    firstByteMs: performance.now() - attempt.startedAt,
    by: 'timer',
    ...restOf(said, body),
  };
}

/** The parts that an answer has, whether the service worker gives it or a timer. */
function restOf(
  { code, bodyless }: { readonly code: number; readonly bodyless: boolean },
  page: Uint8Array<ArrayBuffer>,
) {
  const body = bodyless ? new Uint8Array(0) : page;
  const headers = [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-length', String(body.byteLength)],
  ] as const;
  return { code, reason: '', headers, body };
}

interface Origin {
  readonly url: string;
  readonly by: AnsweredBy;
  /** When the answer began; null where its headers are sent ahead, so that its body's first byte counts. */
  readonly firstByte: Millis | null;
}

async function answered(attempt: Attempt, response: Response, { url, by, firstByte }: Origin): Promise<PythonAnswer> {
  const parts: Uint8Array[] = [];
  const reader = response.body?.getReader();
  let first = firstByte;
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    first ??= performance.now();
    attempt.begun = true;
    attempt.bytes += part.value.byteLength;
    if (attempt.bytes > mostBytes) {
      await reader?.cancel();
      throw new TooLong();
    }
    attempt.waitOn();
    parts.push(part.value);
  }
  const body = joinBytes(parts, attempt.bytes);
  const firstByteMs = (first ?? performance.now()) - attempt.startedAt;
  return {
    status: 'answered',
    url,
    code: response.status,
    reason: response.statusText,
    headers: [...response.headers],
    body,
    firstByteMs,
    by,
  };
}

function failed(problem: FetchProblem, words: string): PythonAnswer {
  return { status: 'failed', problem, words };
}

/** Resolves at that time of `performance.now()`; rejects when it is aborted before. */
function until(at: Millis, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(new DOMException('The request was given up.', 'AbortError'));
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      },
      Math.max(0, at - performance.now()),
    );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
}

class TooLong extends Error {}
