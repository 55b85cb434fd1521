import { create } from 'zustand';

interface UpdateStore {
  /** A new version of the site waits for the reader's word. */
  readonly waiting: ServiceWorker | null;
  /** Why there is no service worker, in a sentence, or null. */
  readonly refused: string | null;
}

export const useUpdates = create<UpdateStore>()(() => ({ waiting: null, refused: null }));

/** True when the next page load would bring shared memory and the fine clock, and this page has them not. */
export function hasToReloadForIsolation(): boolean {
  return !globalThis.crossOriginIsolated && 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null && reloadHelps();
}

const attemptKey = 'timeslice-isolation-attempted';

/** A page that a service worker delivered and that is not isolated all the same won't be after another reload: guards against loops. */
function reloadHelps(): boolean {
  try {
    return sessionStorage.getItem(attemptKey) === null;
  } catch {
    return false;
  }
}

function noteDeliveredByWorker(): void {
  if (globalThis.crossOriginIsolated || !('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return;
  try {
    sessionStorage.setItem(attemptKey, 'yes');
  } catch {
    return;
  }
}

function follow(registration: ServiceWorkerRegistration): void {
  const announce = (worker: ServiceWorker | null): void => {
    if (worker !== null && worker.state === 'installed' && navigator.serviceWorker.controller !== null) useUpdates.setState({ waiting: worker });
  };
  announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => announce(worker));
  });
}

/** Registers the service worker after the page has loaded; everything essential works without it. */
export function listenForUpdates(base: string): void {
  noteDeliveredByWorker();
  if (!('serviceWorker' in navigator)) {
    useUpdates.setState({ refused: 'This browser offers no service worker here (a private window or an insecure address), so the pages of the downloads come from plain files and the site is not kept for offline use.' });
    return;
  }
  const url = import.meta.env.DEV ? `${base}/dev-sw.js?dev-sw` : `${base}/service-worker.js`;
  const register = async (): Promise<void> => {
    try {
      follow(await navigator.serviceWorker.register(url, { scope: `${base}/`, type: import.meta.env.DEV ? 'module' : 'classic' }));
    } catch (error) {
      useUpdates.setState({
        refused: `The browser refused the service worker (${error instanceof Error ? error.message : String(error)}), so the pages of the downloads come from plain files and the site is not kept for offline use.`,
      });
    }
  };
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}

/** Lets the new version take over and loads the page again. */
export function applyUpdate(worker: ServiceWorker): void {
  // In another tab the reader has already said yes, or a still newer version has come: nobody waits for a word any more.
  if (worker.state !== 'installed') {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage({ type: 'SKIP_WAITING' });
}
