import { useUpdates } from './serviceWorker';

function follow(registration: ServiceWorkerRegistration): void {
  const announce = (worker: ServiceWorker | null): void => {
    if (worker !== null && worker.state === 'installed' && navigator.serviceWorker.controller !== null)
      useUpdates.setState({ waiting: worker });
  };
  const watch = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', () => announce(worker));
  announce(registration.waiting);
  // Another tab may have found it a moment ago.
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/** Registers the service worker, and tells `useUpdates` of new versions. Everything essential works without it, and the experiments tell when they had none. */
export function listenForUpdates(base: string): void {
  // Private windows and insecure addresses have none.
  if (!('serviceWorker' in navigator)) return;
  const url = import.meta.env.DEV ? `${base}/dev-sw.js?dev-sw` : `${base}/service-worker.js`;
  // Browsers may refuse it, and report that in their console themselves.
  navigator.serviceWorker
    .register(url, { scope: `${base}/`, type: import.meta.env.DEV ? 'module' : 'classic' })
    .then(follow, () => undefined);
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
