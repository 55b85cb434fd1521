/**
 * The address of the site's root, which ends in a slash. A controlling service worker knows it for certain; without one, the
 * page tells it as a path relative to itself in `<html data-root="../">`.
 */
export function siteRoot(): string {
  const script = navigator.serviceWorker?.controller?.scriptURL;
  if (script?.endsWith('/service-worker.js') === true) return new URL('.', script).href;
  return new URL(document.documentElement.dataset['root'] ?? './', document.baseURI).href;
}
