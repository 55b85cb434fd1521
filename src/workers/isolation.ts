/** Headers that a static server such as GitHub Pages does not send, and that the service worker adds to the site's own files. */

/** The headers that isolate the page, which gives it SharedArrayBuffer and a finer clock. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Constructing a response with a body and one of these throws. */
const nullBodyStatuses: readonly number[] = [101, 103, 204, 205, 304];

/**
 * The Content-Security-Policy of a worker's script, or null for anything else; src/runtime/README.md names the site's other policies. A dedicated worker does not take over its
 * page's `<meta>` policy. Only two workers may reach other sites: one fetches the reader's own addresses, the other what the
 * reader lets a Python program ask for.
 * @param path of the script, as Vite names it: `assets/download.worker-1a2b3c.js`
 */
export function workerPolicy(path: string, destination: RequestDestination): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (destination !== 'worker' && !name.includes('.worker')) return null;
  // Programs ask the page for what they fetch. All that Python needs was handed over, but for its scripts. Its own worker has this policy anyway:
  // runtime/python/confinedWorkers.ts.
  if (name.startsWith('python')) return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
  const connect = name.startsWith('download.worker') || name.startsWith('network.worker') ? 'http: https:' : "'self'";
  return `default-src 'self'; connect-src ${connect}; script-src 'self' 'wasm-unsafe-eval'`;
}

/**
 * Who may show the site's pages within its own: nobody else, since a page in a frame can be covered by what its reader does not see. A static host sends no such
 * header, and the first visit comes from there: see `isFramedByAnotherSite` for what a page itself does.
 */
export const framePolicy = "frame-ancestors 'self'";

/** Whether a page is asked for as a part of another page, which any site may show: such a part asks for no consent. `ui/embedded.ts` makes these addresses. */
export const isEmbedded = (url: URL): boolean => url.searchParams.has('embed');

/**
 * A response with the isolation headers added and, where given, a policy. A response that may not be taken apart (of another
 * site, a redirect that the browser follows itself, an error) is handed on as it is. With `anywhere`, isolated pages of other sites may load it too.
 */
export function guarded(response: Response, policy: string | null = null, anywhere = false): Response {
  if (response.status === 0 || response.type === 'opaque' || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolationHeaders)) headers.set(name, value);
  if (anywhere) headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  if (policy !== null) headers.set('Content-Security-Policy', policy);
  const body = nullBodyStatuses.includes(response.status) ? null : response.body;
  // A new object also forgets that the response was redirected, which a navigation would refuse.
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
