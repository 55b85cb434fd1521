import { joinBytes } from './joinBytes';
import type { PageResult, PageSource, PageTask } from '../core/engines/downloads';
import { formatBytes, formatCount, formatDuration } from '../core/base/format';
import { livePageHeader } from '../core/engines/pages';
import { sleep } from './courier';

/** What a fetch tells of itself while it goes on. */
export interface FetchStage {
  waiting(on: string): void;
  running(label: string): void;
  note(text: string): void;
}

/** More of a reader's own page is not read: it would fill the memory and teach nothing. */
const mostBytes = 10_000_000;
/** The longest text that is kept of the words which a server puts beside a status. */
const longestStatus = 60;

/** Fetches one page and handles its body. Never rejects: a page that fails is a result that says why. */
export async function fetchPage(task: PageTask, stage: FetchStage): Promise<PageResult> {
  const startedAt = performance.now();
  const elapsedMs = (): number => performance.now() - startedAt;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), task.timeoutMs);
  const arrived: { bytes: number; source: PageSource | null } = { bytes: 0, source: null };
  const failed = (reason: string): PageResult => ({
    status: 'failed',
    name: task.name,
    elapsedMs: elapsedMs(),
    reason,
    ...arrived,
  });

  stage.waiting(task.name);
  try {
    const response = await fetch(task.url, {
      signal: giveUp.signal,
      cache: 'no-store',
      credentials: task.local === null ? 'omit' : 'same-origin',
      referrerPolicy: 'no-referrer',
    });
    arrived.source = task.local === null ? 'network' : response.headers.has(livePageHeader) ? 'live' : 'held';
    const expectedBytes = Number(response.headers.get('content-length') ?? 0);
    let body: Uint8Array;
    try {
      body = await read(response, arrived, () => arrived.source !== 'held' && stage.note(`${task.name}: first byte`));
    } catch (error) {
      if (error instanceof TooLong || giveUp.signal.aborted) throw error;
      const of = expectedBytes > arrived.bytes ? ` of ${formatBytes(expectedBytes)}` : '';
      return failed(`the connection broke off after ${formatBytes(arrived.bytes)}${of}.`);
    }
    if (!response.ok)
      return failed(
        `the server answered ${`${response.status} ${response.statusText.slice(0, longestStatus)}`.trim()}.`,
      );
    if (arrived.source === 'held' && task.local !== null) {
      await sleep(task.local.latencyMs - elapsedMs());
      if (task.local.failure !== null) return failed(playedFailure[task.local.failure]);
    }
    stage.running(`read ${task.name}`);
    stage.note(`${task.name}: ${formatCount(countWords(body))} words`);
    return { status: 'arrived', name: task.name, elapsedMs: elapsedMs(), ...arrived };
  } catch (error) {
    if (error instanceof TooLong)
      return failed(`it has more than ${formatBytes(mostBytes)}, so the rest was not read.`);
    if (giveUp.signal.aborted)
      return failed(`nothing complete arrived within ${formatDuration(task.timeoutMs)}, so it was given up.`);
    return failed(
      task.local === null
        ? refusedReason
        : 'there was no answer. Check the connection, reload the page, and run it again.',
    );
  } finally {
    clearTimeout(timer);
  }
}

/** A browser tells a script nothing of why another site's page was kept from it. */
const refusedReason =
  'the browser handed over no answer, and does not say why. The site may not allow other sites to read it (no CORS headers), its name may be misspelt, it may be down, or there is no network.';

const playedFailure = {
  '503': 'it was to answer 503 Service Unavailable. There is no service worker here, so a timer played that.',
  drop: 'its connection was to break off. There is no service worker here, so a timer played that.',
} as const;

class TooLong extends Error {}

async function read(response: Response, arrived: { bytes: number }, onFirstByte: () => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    if (arrived.bytes === 0) onFirstByte();
    arrived.bytes += part.value.byteLength;
    if (arrived.bytes > mostBytes) {
      await reader?.cancel();
      throw new TooLong();
    }
    parts.push(part.value);
  }
  return joinBytes(parts, arrived.bytes);
}

/** What a page is fetched for here: the words outside its tags. */
function countWords(body: Uint8Array): number {
  // A tag ends at the next `<` at the latest: otherwise a page of nothing but `<` would take longer than anyone waits.
  const text = new TextDecoder().decode(body).replace(/<[^<>]*>/g, ' ');
  const word = /\p{L}+/gu;
  let words = 0;
  while (word.test(text)) words += 1;
  return words;
}
