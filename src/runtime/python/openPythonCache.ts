import { pythonCache } from '../../core/python/python';

/** Where Python is kept for later visits; null where the browser has no caches for this page: then it is fetched at every visit. */
export async function openPythonCache(): Promise<Cache | null> {
  try {
    return 'caches' in globalThis ? await caches.open(pythonCache) : null;
  } catch {
    // A page that may store nothing is refused already when it looks for them.
    return null;
  }
}
