import { maxLatencyMs, pageNames, type PageRequest } from '../../core/engines/pages';
import type { Millis } from '../../core/base/time';

/** What becomes of an address that a Python program names. */
export type Route =
  /** This site answers in its place, with a page of its own; with `code` set, with that status and nothing else. */
  | { readonly kind: 'played'; readonly page: PageRequest; readonly code: number | null }
  /** One of this site's own pages. */
  | { readonly kind: 'own' }
  /** A name that is kept for meaning nothing (RFC 2606). */
  | { readonly kind: 'unresolved' }
  | { readonly kind: 'refused'; readonly words: string }
  /** Another site: the reader is asked. */
  | { readonly kind: 'ask'; readonly origin: string };

/** How late the site's own pages answer in the place of others, unless a run says otherwise. */
export const playedLatencyMs: Millis = 1000;

/** The addresses that the lessons' programs name. Their pages differ in length, as the real ones do. */
const played: Readonly<Record<string, Pick<PageRequest, 'name' | 'sizeBytes'>>> = {
  'https://www.python.org/': { name: pageNames[0], sizeBytes: 48_000 },
  'https://docs.python.org/3/': { name: pageNames[1], sizeBytes: 18_000 },
  'https://peps.python.org/': { name: pageNames[2], sizeBytes: 31_000 },
};

/** A site for trying requests out, known from many tutorials: it answers late, or with a status, as its address asks. */
const trialHost = 'httpbin.org';
const trialPage = { name: pageNames[4], sizeBytes: 512 } as const;

/** The longest name of a host, in characters, by the rule of the domain name system. */
const longestHost = 253;

/**
 * Decides by the address alone.
 * @param siteRoot this site's root, with a slash at its end
 */
export function routeOf(href: string, method: string, siteRoot: string, latencyMs: Millis = playedLatencyMs): Route {
  const url = parsed(href);
  // What Python lets pass as an address, a browser may not; and only these two schemes are the network.
  if (url === null || !/^https?:$/.test(url.protocol))
    return { kind: 'refused', words: 'A browser cannot send a request to this address' };
  url.hash = '';
  // No longer name can be looked up, and none could be read in a question.
  if (url.hostname.length > longestHost) return { kind: 'unresolved' };
  if (url.hostname.endsWith('.invalid') || url.hostname === 'invalid') return { kind: 'unresolved' };
  if (url.href.startsWith(siteRoot) || url.origin === new URL(siteRoot).origin) {
    if (url.href.startsWith(`${siteRoot}pages/`) && reads(method)) return { kind: 'own' };
    return { kind: 'refused', words: `On this site itself, programs may read only the pages under ${siteRoot}pages/` };
  }
  if (url.username !== '' || url.password !== '')
    return { kind: 'refused', words: 'The address contains a user name or a password, which a browser does not send' };
  if (!reads(method)) return { kind: 'ask', origin: url.origin };
  const page = (latency: Millis, of: Pick<PageRequest, 'name' | 'sizeBytes'>): PageRequest => ({
    ...of,
    latencyMs: latency,
    failure: null,
    seed: 1,
  });
  const known = played[url.href];
  if (known !== undefined) return { kind: 'played', page: page(latencyMs, known), code: null };
  const trial = url.hostname === trialHost ? /^\/(delay|status)\/(\d{1,3})$/.exec(url.pathname) : null;
  if (trial?.[1] === 'delay')
    return { kind: 'played', page: page(Math.min(Number(trial[2]) * 1000, maxLatencyMs), trialPage), code: null };
  const code = Number(trial?.[2]);
  if (code >= 200 && code <= 599) return { kind: 'played', page: page(latencyMs, trialPage), code };
  return { kind: 'ask', origin: url.origin };
}

/** Whether a program that may read `from` may read `to`, where a redirect led, without another question: `to` has the origin of `from`, or its host by `https:`. */
export function isSameSite(from: string, to: string): boolean {
  const [one, other] = [new URL(from), new URL(to)];
  if (one.origin === other.origin) return true;
  return (
    one.protocol === 'http:' &&
    other.protocol === 'https:' &&
    one.hostname === other.hostname &&
    one.port === '' &&
    other.port === ''
  );
}

/** Null for what is no address. `URL.canParse` is not in all browsers. */
function parsed(href: string): URL | null {
  try {
    return new URL(href);
  } catch {
    return null;
  }
}

/** Whether a request of that method only reads; others send something. */
export function reads(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
