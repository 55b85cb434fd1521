import { cleanupOutdatedCaches, PrecacheController } from 'workbox-precaching';
import { pythonCache, pythonFolder } from '../core/python/python';
import { framePolicy, guarded, isEmbedded, workerPolicy } from './isolation';
import { answerPage } from './livePage';

declare const self: ServiceWorkerGlobalScope;

/**
 * The site's one service worker. It keeps every file for use without a network (Python's when they are first used), adds the
 * headers that isolate the page and confine its workers, and plays the server of the downloads experiment.
 */

/** Ends in a slash: `https://example.org/timeslice/`. */
const scope = self.registration.scope;

const precache = new PrecacheController();
// oxlint-disable-next-line no-underscore-dangle -- the build looks for exactly this name
precache.addToCacheList(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener('install', (event) => void precache.install(event));
self.addEventListener('activate', (event) => {
  void precache.activate(event);
  // Pages that were opened before the first version was ready.
  event.waitUntil(self.clients.claim());
});

// A new version waits until the reader agrees, so it never changes files under a run.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING')
    event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer !== null) event.respondWith(answer);
});

/** The answer to a request, or null to let the browser fetch it as if there was no service worker: other sites above all. */
function answerTo(event: FetchEvent): Promise<Response> | null {
  const { request } = event;
  const url = new URL(request.url);
  if ((request.method !== 'GET' && request.method !== 'HEAD') || !url.href.startsWith(scope)) return null;

  const path = url.pathname.slice(new URL(scope).pathname.length);
  if (path.startsWith('pages/') && url.search !== '') {
    const { response, over } = answerPage(path.slice('pages/'.length), url.searchParams);
    // The browser might end a worker that has nothing to answer while a body is still on its way.
    event.waitUntil(over);
    return Promise.resolve(guarded(response));
  }
  if (path.startsWith(pythonFolder)) return answerPython(request);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  // The scope may hold more than this site (at the root of a domain, its neighbours), so headers go on what is known to be ours.
  if (isKept(file) || path.startsWith('assets/')) return answerFile(request, file);
  if (request.mode !== 'navigate') return null;
  // Relative addresses in a page are right only behind the slash.
  if (isKept(`${path}/index.html`)) return Promise.resolve(Response.redirect(`${scope}${path}/${url.search}`, 301));
  return answerUnknown(request);
}

function isKept(file: string): boolean {
  return precache.getCacheKeyForURL(scope + file) !== undefined;
}

async function answerFile(request: Request, file: string): Promise<Response> {
  const response = (await precache.matchPrecache(scope + file)) ?? (await fetch(request));
  if (!file.endsWith('.html')) return guarded(response, workerPolicy(file, request.destination));
  return isEmbedded(new URL(request.url)) ? guarded(response, null, true) : guarded(response, framePolicy);
}

/** Python's files: the page that first fetches them puts them into a cache, once it has seen that they are whole. */
async function answerPython(request: Request): Promise<Response> {
  // A request to load again comes from a page that found the kept file damaged.
  const kept = request.cache === 'reload' ? undefined : await caches.match(request.url, { cacheName: pythonCache });
  return guarded(kept ?? (await fetch(request)));
}

/** A page that is not among the kept files: perhaps newer than this version, perhaps a neighbour's, perhaps a mistake. */
async function answerUnknown(request: Request): Promise<Response> {
  const response = await fetch(request).catch(() => null);
  if (response !== null && response.status !== 404) return response;
  const page = await precache.matchPrecache(`${scope}404.html`);
  if (page === undefined) return response ?? Response.error();
  return guarded(new Response(page.body, { status: 404, statusText: 'Not Found', headers: page.headers }), framePolicy);
}
