import { seeded } from '../base/random';
import type { Millis } from '../base/time';

/** The local pages, in the order in which a run asks for them. Each is also a file in `public/pages/`. */
export const pageNames = [
  'oak',
  'ash',
  'elm',
  'fir',
  'yew',
  'pine',
  'birch',
  'beech',
  'maple',
  'cedar',
  'alder',
  'hazel',
] as const;
export type PageName = (typeof pageNames)[number];

/** How a page fails: it answers 503, or its body breaks off half way. */
export type PageFailure = '503' | 'drop';

/** What a local page is asked for. */
export interface PageRequest {
  readonly name: PageName;
  /** From the request to the last byte. */
  readonly latencyMs: Millis;
  readonly failure: PageFailure | null;
  readonly sizeBytes: number;
  /** Chooses the words of the page. */
  readonly seed: number;
}

export type ParsedPage =
  | { readonly ok: true; readonly request: PageRequest }
  | { readonly ok: false; readonly status: 400 | 404; readonly reason: string };

export const maxLatencyMs: Millis = 10_000;
const sizeRange = { least: 256, most: 1_000_000 } as const;
const defaultSizeBytes = 8192;
const parameters = ['latency', 'fail', 'size', 'seed'] as const;

/** Set on every answer that the service worker made, so that a worker can tell it from the static file of the same name. */
export const livePageHeader = 'x-timeslice-page';

/** The address of a page, relative to the site's root. Without a service worker it is a static file, and the query means nothing. */
export function pagePath({ name, latencyMs, failure, sizeBytes, seed }: PageRequest): string {
  return `pages/${name}.html?latency=${latencyMs}&size=${sizeBytes}&seed=${seed}${failure === null ? '' : `&fail=${failure}`}`;
}

/**
 * Reads what {@link pagePath} wrote, or what a reader typed. A latency or size out of range is moved into it; nonsense is refused
 * with a sentence.
 * @param file what follows `pages/` in the address, `oak.html`
 * @param query its parameters
 */
export function parsePage(file: string, query: Iterable<readonly [string, string]>): ParsedPage {
  const refuse = (status: 400 | 404, reason: string): ParsedPage => ({ ok: false, status, reason });
  const name = pageNames.find((known) => file === `${known}.html`);
  if (name === undefined)
    return refuse(
      404,
      `There is no page "${file}". The pages are ${pageNames.map((known) => `${known}.html`).join(', ')}.`,
    );

  const given = new Map<string, string>();
  for (const [key, value] of query) {
    if (!(parameters as readonly string[]).includes(key))
      return refuse(400, `A page knows no parameter "${key}". It takes ${parameters.join(', ')}.`);
    if (given.has(key)) return refuse(400, `The parameter "${key}" was given twice. Give it once.`);
    given.set(key, value);
  }
  const failure = given.get('fail') ?? null;
  if (failure !== null && failure !== '503' && failure !== 'drop')
    return refuse(400, `A page can fail as 503 or as drop, not as "${failure}".`);
  const latency = given.get('latency') ?? '';
  if (!/^\d+(\.\d+)?$/.test(latency))
    return refuse(400, `latency must be a number of milliseconds from 0 to ${maxLatencyMs}, not "${latency}".`);
  const size = given.get('size') ?? String(defaultSizeBytes);
  if (!/^\d+$/.test(size))
    return refuse(
      400,
      `size must be a whole number of bytes from ${sizeRange.least} to ${sizeRange.most}, not "${size}".`,
    );
  const seed = given.get('seed') ?? '0';
  if (!/^\d{1,9}$/.test(seed)) return refuse(400, `seed must be a whole number of at most nine digits, not "${seed}".`);

  return {
    ok: true,
    request: {
      name,
      latencyMs: Math.min(Number(latency), maxLatencyMs),
      failure,
      sizeBytes: Math.min(Math.max(Number(size), sizeRange.least), sizeRange.most),
      seed: Number(seed),
    },
  };
}

/** A part of a body, and when it is due after the request. */
export interface Chunk {
  readonly atMs: Millis;
  readonly fromByte: number;
  readonly toByte: number;
}

const chunkCount = 8;
/** A page thinks for this share of its latency, and takes the rest to send its body. */
export const firstByteShare = 0.8;

/** When which bytes of a page are due: the first at 80 % of its latency, the last at the whole. */
export function chunksOf({ latencyMs, sizeBytes }: Pick<PageRequest, 'latencyMs' | 'sizeBytes'>): readonly Chunk[] {
  return Array.from({ length: chunkCount }, (_, i) => ({
    atMs: latencyMs * (firstByteShare + ((1 - firstByteShare) * i) / (chunkCount - 1)),
    fromByte: Math.floor((sizeBytes * i) / chunkCount),
    toByte: Math.floor((sizeBytes * (i + 1)) / chunkCount),
  }));
}

const words =
  'acorn bark bough branch bud canopy catkin cone crown forest grove growth heartwood hedge leaf light needle rain ring root sap seed shade soil spring stem sun trunk twig wind winter wood'.split(
    ' ',
  );

/** A whole HTML page of exactly `sizeBytes` ASCII characters, the same for the same name, size and seed. */
export function pageText({ name, sizeBytes, seed }: Pick<PageRequest, 'name' | 'sizeBytes' | 'seed'>): string {
  const random = seeded(seed);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const head = `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${title}</title>\n<h1>${title}</h1>\n<p>`;
  const tail = '.</p>\n</html>\n';
  const room = sizeBytes - head.length - tail.length;
  let text = '';
  while (text.length < room) {
    const word = words[Math.floor(random() * words.length)] ?? '';
    text += text === '' ? word : ` ${word}`;
  }
  // The last word may be cut so that the size is exact, but the page must not end in a space.
  return head + text.slice(0, room).replace(/ $/, 's') + tail;
}
