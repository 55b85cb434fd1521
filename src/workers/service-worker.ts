import { cleanupOutdatedCaches, PrecacheController } from 'workbox-precaching';
import { pythonCache, pythonFolder } from '../core/python/python';
import type { KeptCourse } from '../core/base/offline';
import { framePolicy, guarded, isEmbedded, workerPolicy } from './isolation';
import { KeptParts, type PartFile } from './keptParts';
import { answerPage } from './livePage';

declare const self: ServiceWorkerGlobalScope;

/**
 * The site's one service worker. It keeps the site's files for use without a network (a lesson's and the puzzles' when they are opened, Python's when they
 * are first used), adds the headers that isolate the page and confine its workers, and plays the server of the downloads experiment.
 */

/** Ends in a slash: `https://example.org/timeslice/`. */
const scope = self.registration.scope;

// oxlint-disable-next-line no-underscore-dangle -- the build looks for exactly this name
const files = self.__WB_MANIFEST.map((file) => (typeof file === 'string' ? { url: file, revision: null } : file));
const isOfPart = (file: object): file is PartFile => 'part' in file;

const precache = new PrecacheController();
precache.addToCacheList(files.filter((file) => !isOfPart(file)));
cleanupOutdatedCaches();
const parts = new KeptParts(files.filter(isOfPart), scope);

/** How many files are fetched at a time: as many as a browser opens connections to one HTTP/1.1 server. */
const fetchesAtOnce = 6;

/** As `precache.install`, which fetches one file after another: 260 times the way to the server and back. */
async function install(event: ExtendableEvent): Promise<void> {
  const left = [...precache.getURLsToCacheKeys()];
  const fetchNext = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [url, cacheKey] = next;
      // A file whose name stays, so that its key has a revision, must not come from the browser's own cache.
      const request = new Request(url, { cache: cacheKey === url ? 'default' : 'reload', credentials: 'same-origin' });
      await Promise.all(precache.strategy.handleAll({ event, request, params: { cacheKey } }));
    }
  };
  await Promise.all(Array.from({ length: fetchesAtOnce }, fetchNext));
}

self.addEventListener('install', (event) => {
  event.waitUntil(install(event));
  // Versions of the site before there were parts kept their files with all others.
  event.waitUntil(parts.keepAgain(precache.strategy.cacheName));
});
self.addEventListener('activate', (event) => {
  void precache.activate(event);
  event.waitUntil(parts.forgetOthers());
  // Pages that were opened before the first version was ready.
  event.waitUntil(self.clients.claim().then(keepOpenPages));
});

async function keepOpenPages(): Promise<void> {
  for (const { url } of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' }))
    if (url.startsWith(scope)) await keepPartOf(fileOf(new URL(url)));
}

/** Keeps the part of the site to which an opened file belongs. Without a network there is nothing to do but to wait for another time. */
async function keepPartOf(file: string): Promise<void> {
  const part = parts.partOf(file);
  if (part !== undefined) await parts.keep(part).catch(() => undefined);
}

// A new version waits until the reader agrees, so it never changes files under a run.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const data: unknown = event.data;
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  const port = event.ports[0];
  if (data.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  else if (data.type === 'WHAT_IS_KEPT' && port !== undefined) event.waitUntil(answerKept(port, false));
  else if (data.type === 'KEEP_ALL' && port !== undefined) event.waitUntil(answerKept(port, true));
});

async function answerKept(port: MessagePort, keepAll: boolean): Promise<void> {
  const tell = (kept: KeptCourse): void => port.postMessage(kept);
  let failed = false;
  if (keepAll) await parts.keepAll(tell).catch(() => (failed = true));
  tell({ ...(await parts.state()), over: true, failed });
}

self.addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer !== null) event.respondWith(answer);
});

/** The answer to a request, or null to let the browser fetch it as if there was no service worker: other sites above all. */
function answerTo(event: FetchEvent): Promise<Response> | null {
  const { request } = event;
  const url = new URL(request.url);
  if ((request.method !== 'GET' && request.method !== 'HEAD') || !url.href.startsWith(scope)) return null;

  const path = pathOf(url);
  if (path.startsWith('pages/') && url.search !== '') {
    const { response, over } = answerPage(path.slice('pages/'.length), url.searchParams);
    // The browser might end a worker that has nothing to answer while a body is still on its way.
    event.waitUntil(over);
    return Promise.resolve(guarded(response));
  }
  if (path.startsWith(pythonFolder)) return answerPython(request);
  const file = fileOf(url);
  event.waitUntil(keepPartOf(file));
  // The scope may hold more than this site (at the root of a domain, its neighbours), so headers go on what is known to be ours.
  if (isOurs(file) || path.startsWith('assets/')) return answerFile(request, file);
  if (request.mode !== 'navigate') return null;
  // Relative addresses in a page are right only behind the slash.
  if (isOurs(`${path}/index.html`)) return Promise.resolve(Response.redirect(`${scope}${path}/${url.search}`, 301));
  return answerUnknown(request);
}

/** From the site's root. */
const pathOf = (url: URL): string => url.pathname.slice(new URL(scope).pathname.length);

/** The file that answers for an address of the site, from its root. */
function fileOf(url: URL): string {
  const path = pathOf(url);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Whether this version of the site has the file. */
function isOurs(file: string): boolean {
  return precache.getCacheKeyForURL(scope + file) !== undefined || parts.partOf(file) !== undefined;
}

async function answerFile(request: Request, file: string): Promise<Response> {
  const response = (await precache.matchPrecache(scope + file)) ?? (await parts.match(file)) ?? (await fetch(request));
  if (!file.endsWith('.html')) return guarded(response, workerPolicy(file, request.destination));
  // Python's empty frame stands in embedded parts too, below the page of another site (runtime/python/confinedWorkers.ts).
  const anywhere = isEmbedded(new URL(request.url)) || file.startsWith('assets/');
  return anywhere ? guarded(response, null, true) : guarded(response, framePolicy);
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
